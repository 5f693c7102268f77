"""Puts files that mean harm through intake and reading: `python -m tests.benchmarks.hostile`.

It prints JSON: how many files came to which outcome, the slowest, the most memory that this process and its children
held together, and how many processes were left over. The files (not included) are read from the folder `hostile` in
the one that WISSENSARCHIV_REFERENCE names.
"""

import json
import os
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from archive.errors import EmptyFileError, TooLargeError, UnsupportedFormatError
from archive.media import examine
from indexer.extraction.isolation import Extractor
from tests.benchmarks.hostile_memory import PeakMemory, living_children

#: Slowest files that are named.
NAMED = 5


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one file."""

    name: str
    outcome: str
    seconds: float
    #: What it took for, or why it was refused.
    media_type: str = ""
    detail: str = ""


def trials(folder: Path, extractor: Extractor) -> list[Trial]:
    """Read every file in a folder as a document that was taken in."""
    return [_trial(path, extractor) for path in sorted(folder.rglob("*")) if path.is_file()]


def _trial(path: Path, extractor: Extractor) -> Trial:
    began = time.monotonic()
    try:
        media_type = examine(path, path.name)
    except (EmptyFileError, TooLargeError, UnsupportedFormatError) as refusal:
        return Trial(path.name, "refused", time.monotonic() - began, detail=type(refusal).__name__)
    reading = extractor.read(path, media_type)
    return Trial(path.name, reading.outcome, time.monotonic() - began, media_type, reading.detail)


def figures(found: list[Trial], memory: PeakMemory) -> dict[str, object]:
    """Sum up what became of the files."""
    slowest = sorted(found, key=lambda trial: trial.seconds, reverse=True)[:NAMED]
    return {
        "files": len(found),
        "outcomes": dict(Counter(trial.outcome for trial in found).most_common()),
        "seconds": round(sum(trial.seconds for trial in found), 1),
        "slowest": {trial.name: round(trial.seconds, 1) for trial in slowest},
        "peak_resident_mib": round(memory.peak / 1024**2),
        "processes_left": len(living_children()),
    }


def main() -> None:
    """Read and print; with an argument, every file's outcome too."""
    reference = os.environ.get("WISSENSARCHIV_REFERENCE")
    if not reference:
        sys.exit("It needs WISSENSARCHIV_REFERENCE.")
    with PeakMemory() as memory, Extractor() as extractor:
        found = trials(Path(reference) / "hostile", extractor)
    print(json.dumps(figures(found, memory), indent=2, ensure_ascii=False))  # noqa: T201 - what it is for
    for trial in found if sys.argv[1:] else ():
        print(trial.outcome, trial.media_type, trial.name, trial.detail[:120], sep="\t")  # noqa: T201 - likewise


if __name__ == "__main__":
    main()
