"""Prints how the search answers the judged queries: `python -m tests.relevance [--json]`, or `make relevance`."""

import json
import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from tests.relevance import judged
from tests.relevance.asking import LOOKED_AT, SampleSearch, Verdict, sample_search
from tests.relevance.summary import Summary, summary


def main() -> None:
    """Take in the samples, ask every judged query, and print the figures."""
    with sample_search() as search:
        verdicts = [search.judge(query) for query in judged.queries()]
        complaints = _complaints(search)
    figures = summary(verdicts)
    if "--json" in sys.argv[1:]:
        sys.stdout.write(json.dumps(_as_json(figures, verdicts, complaints), ensure_ascii=False, indent=2) + "\n")
        return
    console = Console(width=120)
    console.print(_table(verdicts))
    for group, each in figures.items():
        console.print(
            f"{group}: Success@{LOOKED_AT} {each.success:.3f}, nDCG@10 {each.ndcg:.3f}, {each.queries} queries"
        )
    for text, wrong in complaints.items():
        console.print(f"trap {text!r}: {'; '.join(wrong)}", markup=False)


def _complaints(search: SampleSearch) -> dict[str, list[str]]:
    found = {trap.text: search.complaints(trap) for trap in judged.traps()}
    return {text: wrong for text, wrong in found.items() if wrong}


def _table(verdicts: Iterable[Verdict]) -> Table:
    """Return the queries, the worst first."""
    table = Table("nDCG@10", "query", "grades of the hits", "understood as")
    for verdict in sorted(verdicts, key=lambda each: each.ndcg):
        grades = " ".join(map(str, verdict.grades[:10]))
        missed = "" if verdict.is_answered else f"  not among the first {LOOKED_AT}"
        table.add_row(f"{verdict.ndcg:.2f}", verdict.query.text.replace("[", r"\["), grades + missed, verdict.wording)
    return table


def _as_json(
    figures: dict[str, Summary], verdicts: Iterable[Verdict], complaints: dict[str, list[str]]
) -> dict[str, object]:
    return {
        "figures": {
            group: {"success@3": each.success, "ndcg@10": each.ndcg, "queries": each.queries}
            for group, each in figures.items()
        },
        "queries": [
            {"query": each.query.text, "ndcg@10": each.ndcg, "grades": each.grades[:10], "wording": each.wording}
            for each in verdicts
        ],
        "traps": complaints,
    }


if __name__ == "__main__":
    main()
