"""What is measured: an engine that is filled once, asked often, and added to."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from indexer.index.writer import Entry
from tests.benchmarks.bench_passages import Question

#: Hits asked for, and the facets counted with them.
HITS = 10
FACETS = ("site", "topic", "kind")

Hits = tuple[list[str], int]

_WORD = re.compile(r"\w+")


class Engine(Protocol):
    """An engine in a folder of its own."""

    def build(self, entries: Iterable[Entry]) -> None:
        """Index everything in an empty folder."""

    def open(self) -> None:
        """Make ready to be asked."""

    def hits(self, question: Question) -> Hits:
        """Return the ids of the best passages and the number of all."""

    def snippets(self, question: Question) -> object:
        """Return the best passages with their texts, matches marked."""

    def facets(self, question: Question) -> object:
        """Return the best passages with counts for three facets."""

    def add(self, entry: Entry) -> None:
        """Add one document, committed and findable."""

    def tidy(self) -> None:
        """Do what is done between two commits so that the next ones stay fast."""


class MakeEngine(Protocol):
    """Makes an engine."""

    def __call__(self, folder: Path) -> Engine:
        """Return the engine over a folder."""


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, for engines that mark matches with our help."""
    return _WORD.findall(text.lower())
