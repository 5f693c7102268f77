"""Puts files that mean harm through `ingest` in one run: `python -m tests.benchmarks.hostile_ingest`.

It runs the command as people do, in a process of its own with a new archive, and watches that process (the worker)
and all below it. It prints JSON: how many files came to which status and outcome, the peaks of resident memory beside
their budgets, and what is wrong: files without a status or outcome, processes left over, budgets exceeded. Its exit
code is 1 if anything is. The files (not included) are read from the folder `hostile` in the one that
WISSENSARCHIV_REFERENCE names, or from a folder that is named.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.archive import Status
from archive.media import is_system_file
from tests.benchmarks.hostile_memory import PeakMemory
from webui.compose import Holdings, open_holdings

#: Resident memory that the worker and its children may hold together, and the worker alone, in MiB.
TOGETHER, WORKER = 1024, 500
#: Exit codes of `ingest`: everything was accepted, or something was refused.
DONE = (0, 1)
#: What stands between the name of a pack and that of its member.
MEMBER = "!/"

Line = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of `ingest` said and took."""

    lines: list[Line]
    #: What reading found in every document of the archive; None where it was never read.
    outcomes: Mapping[str, str | None]
    exit_code: int
    #: What it said besides its lines.
    complaint: str
    seconds: float
    memory: PeakMemory
    left_over: list[int]


def run(folder: Path) -> Run:
    """Take a folder into a new archive."""
    with TemporaryDirectory() as home, TemporaryDirectory() as said:
        output, complaint = Path(said, "output"), Path(said, "complaint")
        began = time.monotonic()
        command = [sys.executable, "-m", "webui", "--home", home, "ingest", str(folder), "--json"]
        with (
            # files, as pipes stay open as long as a process that is left over
            output.open("w") as out,
            complaint.open("w") as err,
            subprocess.Popen(command, stdout=out, stderr=err) as process,
            PeakMemory(process.pid) as memory,
        ):
            code = process.wait()
        seconds = time.monotonic() - began
        with open_holdings(Path(home)) as holdings:
            outcomes = _outcomes(holdings)
        lines = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
        return Run(lines, outcomes, code, complaint.read_text("utf-8"), seconds, memory, memory.left_over())


def _outcomes(holdings: Holdings) -> dict[str, str | None]:
    readings = {
        code: holdings.texts.reading(holdings.archive.describe(code).checksum) for code in holdings.archive.revisions()
    }
    return {code: reading.outcome.value if reading else None for code, reading in readings.items()}


def figures(folder: Path, done: Run) -> dict[str, object]:
    """Sum up a run."""
    files = offered(folder)
    return {
        "files": len(files),
        "lines": len(done.lines),
        "documents": len(done.outcomes),
        "statuses": dict(Counter(line["status"] for line in done.lines).most_common()),
        "outcomes": dict(Counter(done.outcomes.values()).most_common()),
        "refusals": dict(Counter(line["reason"] for line in done.lines if line["status"] == Status.REFUSED)),
        "seconds": round(done.seconds, 1),
        "peak_mib": {
            "together": _mib(done.memory.peak),
            "worker": _mib(done.memory.alone),
            "largest_child": _mib(done.memory.largest_child),
        },
        "budget_mib": {"together": TOGETHER, "worker": WORKER},
        "processes_seen": len(done.memory.seen),
        "wrong": list(wrong(files, done)),
    }


def offered(folder: Path) -> list[str]:
    """Return the names of the files that `ingest` is to take in."""
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [
        path.name
        for path in paths
        if not is_system_file(path.name) and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def wrong(files: Iterable[str], done: Run) -> Iterator[str]:
    """Yield what must not be, as a sentence each."""
    if done.exit_code not in DONE:
        yield f"It ended with code {done.exit_code}: {done.complaint[-500:]}"
    yield from (f"{name} has no status." for name in _forgotten(files, done.lines))
    yield from (f"{line['file']} has no outcome." for line in done.lines if not _is_typed(line, done.outcomes))
    yield from (f"Process {pid} is left over." for pid in done.left_over)
    for holder, peak, budget in (
        ("All processes together", done.memory.peak, TOGETHER),
        ("The worker alone", done.memory.alone, WORKER),
    ):
        if _mib(peak) >= budget:
            yield f"{holder} held {_mib(peak)} MiB of {budget}."


def _forgotten(files: Iterable[str], lines: Iterable[Line]) -> Iterator[str]:
    """Yield the names of which there are fewer lines than files; of a pack its members may have lines instead."""
    told = Counter(str(line["file"]).partition(MEMBER)[0] for line in lines)
    return (name for name, count in Counter(files).items() if told[name] < count)


def _is_typed(line: Line, outcomes: Mapping[str, str | None]) -> bool:
    """Tell whether a file was refused, or became a document that was read with an outcome."""
    if line["status"] == Status.REFUSED:
        return bool(line["reason"]) and not line["document"]
    return line["status"] in set(Status) and bool(outcomes.get(str(line["document"])))


def _mib(size: int) -> int:
    return round(size / 1024**2)


def main() -> None:
    """Run, print, and fail where something is wrong."""
    reference = os.environ.get("WISSENSARCHIV_REFERENCE")
    if not sys.argv[1:] and not reference:
        sys.exit("It needs a folder, or WISSENSARCHIV_REFERENCE.")
    folder = Path(sys.argv[1]) if sys.argv[1:] else Path(reference or "") / "hostile"
    found = figures(folder, run(folder))
    print(json.dumps(found, indent=2, ensure_ascii=False))  # noqa: T201 - what it is for
    sys.exit(1 if found["wrong"] else 0)


if __name__ == "__main__":
    main()
