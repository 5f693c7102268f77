"""Prints what each weight of the soft filters is worth: `python -m tests.relevance.weights`."""

from collections.abc import MutableMapping
from typing import cast
from unittest.mock import patch

from rich.console import Console
from rich.table import Table

from indexer.search.expressions.expression import Subject
from indexer.search.expressions.fitting import WEIGHTS
from tests.relevance import judged
from tests.relevance.asking import SampleSearch, sample_search
from tests.relevance.summary import Summary, summary

#: Tried for each subject, while the others stay as they are.
TRIED = (1.0, 1.1, 1.2, 1.4, 1.6, 2.0, 3.0)


def main() -> None:
    """Take in the samples, and ask every judged query with each weight."""
    table = Table("subject", *map(str, TRIED))
    with sample_search() as search:
        table.add_row("as it is", _told(_asked(search, {})))
        table.add_row("none", _told(_asked(search, dict.fromkeys(Subject, 1.0))))
        for subject in Subject:
            table.add_row(subject.value, *(_told(_asked(search, {subject: weight})) for weight in TRIED))
    Console(width=140).print(table)


def _asked(search: SampleSearch, weights: dict[Subject, float]) -> Summary:
    with patch.dict(cast("MutableMapping[Subject, float]", WEIGHTS), weights):
        return summary([search.judge(query) for query in judged.queries()])["all"]


def _told(figures: Summary) -> str:
    return f"{figures.success:.3f} {figures.ndcg:.4f}"


if __name__ == "__main__":
    main()
