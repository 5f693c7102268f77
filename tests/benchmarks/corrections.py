"""Measures how surely corrections find their passages again when the same text is read out of another format.

    python -m tests.benchmarks.corrections FOLDER…

Every decision, task and result of the text files in the folders is corrected, as is; then the file is saved in other
formats and read again. How often a correction would be given to a passage it is not about, is told by taking its own
passage out of the document.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from archive.corrections import CorrectionEntry, Said
from archive.media import examine
from indexer import correcting
from indexer.correcting import anchor_of, anchored, corrected
from indexer.extraction.isolation import Extractor
from indexer.passages import Passage, cut
from indexer.recutting import letters_of
from indexer.structure.kinds import PassageKind
from indexer.structure.personal.attendance import without_attendance
from tests.benchmarks.alike_files import SAVED_AS, make_saved, read_paragraphs

FINDINGS = frozenset({PassageKind.DECISION, PassageKind.TASK, PassageKind.RESULT})

THRESHOLDS = (0.7, 0.8, 0.85, 0.9, 0.95, 1.0)


def corrections_of(passages: Sequence[Passage]) -> list[CorrectionEntry]:
    """Return a correction of each finding."""
    anchors = [anchor for each in passages if each.kind in FINDINGS and (anchor := anchor_of(passages, each.id))]
    now = datetime.now(UTC)
    return [CorrectionEntry(number, anchor, Said("Aufgabe"), "", now) for number, anchor in enumerate(anchors, 1)]


def fates(passages: Sequence[Passage], corrections: Sequence[CorrectionEntry]) -> Counter[str]:
    """Return how many corrections were found: by the very words, after cutting, by likeness, or not at all."""
    words = {letters_of(each.text) for each in passages}
    now = corrected(passages, corrections)
    cut_words = {letters_of(each.text) for each in now}
    lost = anchored(now, corrections).lost
    told: Counter[str] = Counter()
    for each in corrections:
        letters = letters_of(each.anchor.quote)
        same = "same words" if letters in words else "cut anew" if letters in cut_words else "alike"
        told["lost" if each in lost else same] += 1
    return told


def mistaken(passages: Sequence[Passage], corrections: Sequence[CorrectionEntry]) -> int:
    """Return how many corrections find a passage when all of their words are taken out of the document."""
    wrong = 0
    for each in corrections:
        letters = letters_of(each.anchor.quote)
        others = [passage for passage in passages if letters_of(passage.text) != letters]
        wrong += not anchored(others, [each]).lost
    return wrong


def read(path: Path, extractor: Extractor) -> tuple[Passage, ...]:
    """Cut a file into passages."""
    return cut("D-2026-0001", without_attendance(extractor.read(path, examine(path, path.name)).pages))


def main() -> None:
    """Read, save, read again, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    paths = [each for folder in parser.parse_args().folders for each in folder.rglob("*") if each.suffix in SAVED_AS]
    with tempfile.TemporaryDirectory() as made, Extractor() as extractor:
        pairs = [
            (f"{each.original.suffix[1:]} {each.way}", read(each.original, extractor), read(each.path, extractor))
            for each in make_saved(read_paragraphs(sorted(paths)), Path(made))
        ]
    tell(pairs)


def tell(pairs: Sequence[tuple[str, tuple[Passage, ...], tuple[Passage, ...]]]) -> None:
    """Print for each threshold what became of the corrections, by formats."""
    for least in THRESHOLDS:
        correcting.ALIKE = least
        ways: dict[str, Counter[str]] = {}
        wrong = 0
        for way, before, after in pairs:
            corrections = corrections_of(before)
            ways[way] = ways.get(way, Counter()) + fates(after, corrections)
            wrong += mistaken(after, corrections)
        total = sum(sum(each.values()) for each in ways.values())
        print(f"{least}: { ({way: dict(each) for way, each in ways.items()}) }, mistaken {wrong} of {total}")  # noqa: T201 - tells


if __name__ == "__main__":
    main()
