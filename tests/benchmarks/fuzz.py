"""Damages sample files at random and reads them: `python -m tests.benchmarks.fuzz --minutes 20 --seed 1`.

It prints JSON: how many files came to which outcome, how often a child died or ran out of time, the slowest file, and
how many processes were left over. Nothing may end the program itself. A seed gives the same files again; those at
which a child died or ran out of time are kept in a folder, if one is named.
"""

import argparse
import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.media import identify
from indexer.extraction.isolation import Extractor
from indexer.extraction.pages import Outcome, Reading
from tests.benchmarks.fuzz_mutations import mutated
from tests.benchmarks.hostile_memory import PeakMemory, living_children

FORMATS = (".pdf", ".docx", ".odt")
#: How a reading tells that its child process ended.
DIED = "The reading process died"
#: Kinds of error that are counted by name.
NAMED = 15


@dataclass(slots=True)
class Tally:
    """What became of the files so far."""

    outcomes: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    died: int = 0
    slowest: float = 0.0

    def add(self, reading: Reading, seconds: float) -> bool:
        """Count a reading; tell whether it is one to look at."""
        self.outcomes[f"{reading.media_type.rpartition('.')[2].rpartition('/')[2]}: {reading.outcome}"] += 1
        self.slowest = max(self.slowest, seconds)
        if reading.detail:
            self.errors[reading.detail.split(":", 1)[0][:60]] += 1
        self.died += reading.detail.startswith(DIED)
        return reading.detail.startswith(DIED) or reading.outcome is Outcome.TIMED_OUT


def fuzz(minutes: float, seed: int, kept: Path | None) -> dict[str, object]:
    """Damage and read files until the time is over."""
    chance, tally = random.Random(seed), Tally()  # noqa: S311 - chance that can be repeated is wanted
    samples = sorted(path for path in Path(str(files("documents"))).rglob("*") if path.suffix in FORMATS)
    until = time.monotonic() + 60 * minutes
    with TemporaryDirectory() as folder, PeakMemory() as memory, Extractor() as extractor:
        while time.monotonic() < until:
            sample = chance.choice(samples)
            path = Path(folder, "file")
            path.write_bytes(mutated(sample.read_bytes(), chance))
            began = time.monotonic()
            reading = extractor.read(path, identify(sample, sample.name))
            if tally.add(reading, time.monotonic() - began) and kept:
                (kept / f"{tally.outcomes.total()}{sample.suffix}").write_bytes(path.read_bytes())
    return _figures(tally, memory)


def _figures(tally: Tally, memory: PeakMemory) -> dict[str, object]:
    return {
        "files": tally.outcomes.total(),
        "outcomes": dict(sorted(tally.outcomes.items())),
        "errors": dict(tally.errors.most_common(NAMED)),
        "children_died": tally.died,
        "slowest_seconds": round(tally.slowest, 1),
        "peak_resident_mib": round(memory.peak / 1024**2),
        "processes_left": len(living_children()),
    }


def main() -> None:
    """Fuzz and print."""
    parser = argparse.ArgumentParser(description="Damages sample files at random and reads them.")
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for files at which a child died or ran out of time")
    arguments = parser.parse_args()
    if arguments.keep:
        arguments.keep.mkdir(parents=True, exist_ok=True)
    print(json.dumps(fuzz(arguments.minutes, arguments.seed, arguments.keep), indent=2))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
