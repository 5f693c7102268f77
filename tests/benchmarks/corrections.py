"""Measures how many corrections find their passages again when the same text is read out of another format.

    python -m tests.benchmarks.corrections FOLDER

Every decision, result and task of the files is corrected; then the files are saved in other formats by LibreOffice,
and the corrections are looked for in what is read out of those.
"""

import argparse
import tempfile
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

from archive.corrections import CorrectionEntry, Said
from archive.media import examine
from indexer.correcting import anchor_of, anchored
from indexer.extraction.isolation import Extractor
from indexer.passages import Passage, cut
from indexer.structure.kinds import PassageKind
from indexer.structure.personal.attendance import without_attendance
from tests.benchmarks.alike_files import SAVED_AS, make_saved, read_paragraphs

CODE = "D-2026-0001"
FINDINGS = frozenset({PassageKind.DECISION, PassageKind.RESULT, PassageKind.TASK})


def corrections_of(passages: tuple[Passage, ...]) -> tuple[CorrectionEntry, ...]:
    """Return a correction of each decision, result and task."""
    anchors = (anchor_of(passages, each.id) for each in passages if each.kind in FINDINGS)
    return tuple(
        CorrectionEntry(number, anchor, Said(who="Koordination"), "", datetime.now(UTC))
        for number, anchor in enumerate((each for each in anchors if each), 1)
    )


def passages_in(extractor: Extractor, path: Path) -> tuple[Passage, ...]:
    """Return the passages of a file."""
    return cut(CODE, without_attendance(extractor.read(path, examine(path, path.name)).pages))


def main() -> None:
    """Print, for each format, how many corrections there were and how many were found again."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder
    paths = sorted(each for each in folder.rglob("*") if each.suffix in SAVED_AS)
    found: defaultdict[str, int] = defaultdict(int)
    asked: defaultdict[str, int] = defaultdict(int)
    with tempfile.TemporaryDirectory() as into, Extractor() as extractor:
        for made in make_saved(read_paragraphs(paths), Path(into)):
            corrections = corrections_of(passages_in(extractor, made.original))
            kept = anchored(passages_in(extractor, made.path), corrections)
            way = f"{made.original.suffix[1:]} {made.way}"
            asked[way] += len(corrections)
            found[way] += len(corrections) - len(kept.lost)
    for way, number in asked.items():
        print(f"{way}: {found[way]} of {number} found again")  # noqa: T201 - what it is for
    print(f"all: {sum(found.values())} of {sum(asked.values())} found again")  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
