"""Measures how surely corrections find their passages again when the same text is read out of another format.

    python -m tests.benchmarks.corrections FOLDER…

Every decision, task and result of the text files in the folders is corrected, as is; then the file is saved in other
formats and read again. How often a correction would be given to a passage it is not about, is told by taking its own
passage out of the document.

Each fact of the cards of method papers among them is put right, too, and looked for on the card of what is read again;
beside it is told how many facts would be the same without.
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
from indexer.extraction.pages import Page
from indexer.passages import Passage, cut
from indexer.recutting import letters_of
from indexer.structure.kinds import PassageKind
from indexer.structure.methods.card import CardField
from indexer.structure.methods.reading import read_method
from indexer.structure.personal.attendance import without_attendance
from tests.benchmarks.alike_files import SAVED_AS, make_saved, read_paragraphs

FINDINGS = frozenset({PassageKind.DECISION, PassageKind.TASK, PassageKind.RESULT})

#: Facts that papers state once.
FACTS = (CardField.TARGET_GROUP, CardField.AGE, CardField.GROUP, CardField.DURATION, CardField.SOURCE)

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


def read(path: Path, extractor: Extractor) -> tuple[Page, ...]:
    """Read a file's pages."""
    return without_attendance(extractor.read(path, examine(path, path.name)).pages)


def passages_of(pages: Sequence[Page]) -> tuple[Passage, ...]:
    """Cut pages into passages."""
    return cut("D-2026-0001", pages)


def tell_facts(pairs: Sequence[tuple[Sequence[Page], Sequence[Page]]]) -> None:
    """Print how many facts that people said stand on the card of what is read again, and how many the paper states."""
    told: Counter[str] = Counter()
    for before, after in pairs:
        card = read_method(before)
        facts = {field: getattr(card, field) for field in FACTS if card and getattr(card, field)}
        said = {field: f"{fact.text} – von Hand" for field, fact in facts.items()}
        kept, anew = read_method(after, said), read_method(after)
        told["facts"] += len(facts)
        told["kept"] += sum(getattr(kept, field).text == text for field, text in said.items())
        told["read alike"] += sum(
            bool(anew) and (found := getattr(anew, field)) is not None and found.text == fact.text
            for field, fact in facts.items()
        )
    print(f"facts of methods: {dict(told)}")  # noqa: T201 - tells


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
    tell([(way, passages_of(before), passages_of(after)) for way, before, after in pairs])
    tell_facts([(before, after) for _, before, after in pairs])


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
