"""Measures how fast files are read, format by format: `python -m tests.benchmarks.extraction`.

Every document is read several times in this process, and its shortest time counts, in seconds of the processor: what
other work on the machine disturbs least. Neither the reading process with its answers nor the reading of pictures is
in it. `--json` prints the same for programs.

Read are the sample holdings and, if WISSENSARCHIV_REFERENCE is set, the documents in its folder `documents` (not
included).
"""

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from archive.media import identify
from indexer.extraction.extract import extract
from tests.benchmarks.labels import SAMPLES, reference_folder

#: Times each file is read: the first loads what a reader needs.
ROUNDS = 3


@dataclass(slots=True)
class Speed:
    """What files of one format held, and the processor's seconds their reading took."""

    documents: int = 0
    pages: int = 0
    characters: int = 0
    seconds: float = 0.0

    def add(self, other: "Speed") -> None:
        """Add other files."""
        self.documents += other.documents
        self.pages += other.pages
        self.characters += other.characters
        self.seconds += other.seconds

    def figures(self) -> dict[str, float]:
        """Return the counts, and how much is read in a second."""
        return {
            "documents": self.documents,
            "pages": self.pages,
            "cpu_seconds": round(self.seconds, 2),
            "documents_per_cpu_second": round(self.documents / self.seconds, 1),
            "pages_per_cpu_second": round(self.pages / self.seconds, 1),
            "characters_per_cpu_second": round(self.characters / self.seconds),
        }


def speeds(folders: Iterable[Path]) -> Mapping[str, Speed]:
    """Return how fast the files in some folders are read, by their format, and all of them together."""
    found: defaultdict[str, Speed] = defaultdict(Speed)
    for path in (each for folder in folders for each in _files(folder)):
        speed = _speed(path)
        found[path.suffix.lower().removeprefix(".")].add(speed)
        found["all"].add(speed)
    return found


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _speed(path: Path) -> Speed:
    """Read a file again and again, and return what it holds with the shortest time."""
    media_type, times = identify(path, path.name), []
    for _ in range(ROUNDS):
        began = time.process_time()
        reading = extract(path, media_type)
        times.append(time.process_time() - began)
    return Speed(1, len(reading.pages), sum(len(page.text) for page in reading.pages), min(times))


def table(found: Mapping[str, Speed]) -> str:
    """Return the figures as people read them."""
    names = ("documents", "pages", "CPU s", "documents/s", "pages/s", "characters/s")
    lines = [
        f"{name:8}" + "".join(f"{value:>14,}" for value in found[name].figures().values()) for name in _order(found)
    ]
    return "\n".join([f"{'format':8}" + "".join(f"{name:>14}" for name in names), *lines])


def _order(found: Mapping[str, Speed]) -> list[str]:
    """Return the formats, those with most documents first, and all together last."""
    return sorted(found, key=lambda name: (name == "all", -found[name].documents, name))


def main() -> None:
    """Read and print."""
    parser = argparse.ArgumentParser(description="Measures how fast files are read, format by format.")
    parser.add_argument("--json", action="store_true", help="print the figures for programs")
    arguments = parser.parse_args()
    found = speeds(filter(None, (SAMPLES, reference_folder())))
    figures = {name: found[name].figures() for name in _order(found)}
    print(json.dumps(figures, indent=2) if arguments.json else table(found))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
