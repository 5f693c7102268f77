"""Measures the walk from a file to passages that are found: `make walk`, or `python -m tests.benchmarks.walk`.

Every document is taken in, read, understood, cut and indexed as `ingest` does it, but without reading pictures. It
prints documents and pages a second and the share of each part, by the clock and in seconds of the processor; the
latter are what other work on the machine disturbs least. Reading goes on in a process of its own beside all else, so
the parts' seconds by the clock are more than the whole. `--json` prints the same for programs.

The documents are those in the folder `documents` of the one WISSENSARCHIV_REFERENCE names (not included), or else the
sample holdings. The command fails where a walk is slower than it should be, both by the clock and by what one free
processor would do in the seconds it took of it.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archive.values import Description
from indexer.analysis.concordance import Chain
from indexer.analysis.plain import PlainAnalysis
from indexer.analysis.tokens import Stretch, Token
from indexer.describing import Describer
from indexer.extraction.attachments import Attachment
from indexer.extraction.isolation import Extractor
from indexer.extraction.pages import Reading
from indexer.index.generations import Generations
from indexer.index.schema import passage_schema
from indexer.index.writer import Entry
from indexer.indexing import Indexing
from indexer.passages import Passage
from tests.benchmarks.labels import SAMPLES, reference_folder
from tests.benchmarks.stopwatch import Spent, Stopwatch
from webui.compose import Holdings, german_analysis, open_holdings
from webui.intake import take_in_paths

#: Documents a second that the walk is to do on two processors.
REACH = 8.0
#: The parts in the order of the walk; "rest" is what the catalogue and the index's bookkeeping take.
PARTS = ("custody", "extraction", "structure", "analysis", "index", "rest")


@dataclass(frozen=True, eq=False)
class TimedChain:
    """An analysis whose time is measured; one is told from another by itself, for its watch changes."""

    chain: Chain
    watch: Stopwatch

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of a text."""
        with self.watch.measure("analysis"):
            return self.chain.tokens(text)

    def stretch(self, text: str) -> Stretch:
        """Read a stretch of a text."""
        with self.watch.measure("analysis"):
            return self.chain.stretch(text)

    def completions(self, text: str) -> list[Token]:
        """Return the tokens for what incomplete words of a text stand for."""
        with self.watch.measure("analysis"):
            return self.chain.completions(text)


class TimedExtractor(Extractor):
    """A reader of files whose time is measured; what its child takes is not in it."""

    def __init__(self, watch: Stopwatch) -> None:
        super().__init__()
        self._watch = watch

    def read(self, path: Path, media_type: str) -> Reading:
        """Read a file."""
        with self._watch.measure("extraction"):
            return super().read(path, media_type)

    def attachments(self, path: Path, media_type: str) -> tuple[Attachment, ...]:
        """Return the files attached to a mail or PDF."""
        with self._watch.measure("extraction"):
            return super().attachments(path, media_type)


@dataclass(frozen=True)
class TimedIndexing(Indexing):
    """The walk, its steps measured."""

    watch: Stopwatch

    def _described(self, document: Description, reading: Reading, describer: Describer) -> Description:
        with self.watch.measure("structure"):
            return super()._described(document, reading, describer)

    def _passages(self, document: Description, reading: Reading) -> tuple[Passage, ...]:
        with self.watch.measure("structure"):
            return super()._passages(document, reading)

    def _commit(self, generation: Path, batch: list[Entry]) -> None:
        with self.watch.measure("index"):
            super()._commit(generation, batch)

    def _publish(self, generations: Generations, generation: Path) -> None:
        with self.watch.measure("index"):
            super()._publish(generations, generation)


@dataclass(frozen=True, slots=True)
class Walk:
    """What was walked, and what it took."""

    documents: int
    pages: int
    whole: Spent
    parts: Mapping[str, Spent]

    @property
    def is_fast_enough(self) -> bool:
        """Whether it reached what it should."""
        return self.documents >= REACH * min(self.whole.wall, self.whole.cpu)

    def figures(self) -> dict[str, object]:
        """Return the figures by their names."""
        return {
            "documents": self.documents,
            "pages": self.pages,
            **_rates("second", self.documents, self.pages, self.whole.wall),
            **_rates("cpu_second", self.documents, self.pages, self.whole.cpu),
            "wall_seconds": round(self.whole.wall, 2),
            "cpu_seconds": round(self.whole.cpu, 2),
            "parts": {name: self._part(self.parts[name]) for name in PARTS},
            "is_fast_enough": self.is_fast_enough,
        }

    def _part(self, spent: Spent) -> dict[str, float]:
        return {
            "wall_seconds": round(spent.wall, 2),
            "cpu_seconds": round(spent.cpu, 2),
            "cpu_share": round(spent.cpu / self.whole.cpu, 3),
        }


def _rates(unit: str, documents: int, pages: int, seconds: float) -> dict[str, float]:
    return {f"documents_per_{unit}": round(documents / seconds, 1), f"pages_per_{unit}": round(pages / seconds, 1)}


def walk(folder: Path, home: Path) -> Walk:
    """Walk through the documents of a folder with a new archive in another."""
    german, watch = german_analysis(), Stopwatch()
    with open_holdings(home) as holdings, _counted() as whole:
        with watch.measure("custody"):
            documents = len(list(take_in_paths(holdings.archive, [folder])))
        read_by_child = _read(holdings, german, watch)
    watch.parts["extraction"].add(0, read_by_child)
    rest = Spent(0, whole.cpu - sum(part.cpu for part in watch.parts.values()))
    return Walk(documents, _pages(home), whole, {**watch.parts, "rest": rest})


def _read(holdings: Holdings, german: Chain, watch: Stopwatch) -> float:
    """Read and index everything; return the processor's seconds in the reading process."""
    schema = passage_schema(TimedChain(german, watch), TimedChain(PlainAnalysis(), watch))
    before = _children()
    with TimedExtractor(watch) as extractor:
        indexing = TimedIndexing(holdings.archive, extractor, holdings.texts, holdings.areas, schema, watch)
        while indexing.catch_up():
            pass
    return _children() - before


@contextmanager
def _counted() -> Iterator[Spent]:
    """Measure all that this process and those it started and saw end take inside this context."""
    spent = Spent()
    wall, cpu = time.perf_counter(), time.process_time() + _children()
    yield spent
    spent.add(time.perf_counter() - wall, time.process_time() + _children() - cpu)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _pages(home: Path) -> int:
    with open_holdings(home) as holdings:
        checksums = {each.checksum for each in holdings.archive.descriptions()}
        return sum(record.pages for checksum in checksums if (record := holdings.texts.reading(checksum)))


def table(found: Walk) -> str:
    """Return the figures as people read them."""
    figures = found.figures()
    rates = [f"{name.replace('_', ' '):28}{figures[name]!s:>8}" for name in figures if "per" in name]
    head = f"{found.documents} documents, {found.pages} pages: {found.whole.wall:.1f} s, {found.whole.cpu:.1f} CPU s"
    lines = [
        f"{name:12}{spent.wall:8.2f}{spent.cpu:8.2f}{spent.cpu / found.whole.cpu:8.0%}"
        for name, spent in ((name, found.parts[name]) for name in PARTS)
    ]
    return "\n".join([head, *rates, "", f"{'part':12}{'wall s':>8}{'CPU s':>8}{'share':>8}", *lines])


def main() -> None:
    """Walk and print."""
    parser = argparse.ArgumentParser(description="Measures the walk from a file to passages that are found.")
    parser.add_argument("--json", action="store_true", help="print the figures for programs")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        found = walk(reference_folder() or SAMPLES, Path(home))
    print(json.dumps(found.figures(), indent=2) if arguments.json else table(found))  # noqa: T201 - what it is for
    if not found.is_fast_enough:
        sys.exit(f"Fewer than {REACH:g} documents a second.")


if __name__ == "__main__":
    main()
