"""Measures how well we rank beside other engines on judged sets, in one run.

    python -m tests.benchmarks.retrieval FOLDER… [--json]

Each folder holds a judged set in BEIR's layout. Engines that are not installed are left out. Prints JSON, or a table
that says of each peer how much better we are, with the interval of a paired bootstrap and the p of a paired
randomisation.
"""

import importlib
import statistics
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path

from indexer.analysis.german import GermanAnalysis
from indexer.evaluation import JudgedIndex, ndcg, recall, success
from indexer.judged_set import JudgedSet
from tests.benchmarks.judged_sets import print_measured
from tests.benchmarks.retrieval_peers import Ranked
from tests.benchmarks.significance import difference

OURS = "ours"

#: Other engines: what has to be installed, and the module and the function that ask them.
PEERS = {
    "Tantivy, German stemmer": ("tantivy", "retrieval_tantivy", "tantivy_german"),
    "SQLite FTS5, unicode61": ("sqlite3", "retrieval_peers", "sqlite_fts5"),
    "stock Whoosh, LanguageAnalyzer": ("whoosh", "retrieval_peers", "stock_whoosh"),
}

_MEASURES: Mapping[str, Callable[[list[str], Mapping[str, int]], float]] = {
    "ndcg@10": ndcg,
    "recall@100": recall,
    "success@3": success,
}

#: The figures of one engine on one set.
Record = dict[str, object]


def compared(judged: JudgedSet, german: GermanAnalysis) -> dict[str, Record]:
    """Return the figures of each engine on a set; of a peer also how much better we are."""
    all_ranked = {OURS: _ours(judged, german)}
    for name, (needed, module, function) in PEERS.items():
        if find_spec(needed):
            peer = getattr(importlib.import_module(f"tests.benchmarks.{module}"), function)
            with tempfile.TemporaryDirectory() as folder:
                all_ranked[name] = peer(judged, Path(folder))
    ours = _each(ndcg, judged, all_ranked[OURS])
    records: dict[str, Record] = {}
    for name, ranked in all_ranked.items():
        means = {measure: statistics.fmean(_each(of, judged, ranked)) for measure, of in _MEASURES.items()}
        records[name] = {measure: round(mean, 4) for measure, mean in means.items()}
        if name != OURS:
            records[name]["we are better by"] = asdict(difference(ours, _each(ndcg, judged, ranked)))
    return records


def _ours(judged: JudgedSet, german: GermanAnalysis) -> Ranked:
    with tempfile.TemporaryDirectory() as folder, closing(JudgedIndex(judged.texts, german, Path(folder))) as index:
        return {query: index.ranked(judged.queries[query]) for query in judged.judgements}


def _each(measure: Callable[[list[str], Mapping[str, int]], float], judged: JudgedSet, ranked: Ranked) -> list[float]:
    return [measure(ranked[query], answers) for query, answers in judged.judgements.items()]


def table(sets: Mapping[str, dict[str, Record]]) -> str:
    """Return the figures as a table in Markdown."""
    lines = [f"| set | engine | {' | '.join(_MEASURES)} | we are better by (95 %; p) |", "|---" * 6 + "|"]
    for name, records in sets.items():
        for engine, record in records.items():
            figures = " | ".join(f"{record[measure]:.3f}" for measure in _MEASURES)
            lines.append(f"| {name} | {engine} | {figures} | {_better(record.get('we are better by'))} |")
    return "\n".join(lines)


def _better(by: object) -> str:
    return "{mean:+.3f} ({low:+.3f} to {high:+.3f}; {p:.4f})".format(**by) if isinstance(by, dict) else ""


if __name__ == "__main__":
    print_measured(__doc__, compared, table)
