"""Watches the worker's memory while it reads and enters many documents.

    python -m tests.benchmarks.worker_memory HOME [--documents 1000] [--seed 1]

HOME is an archive in which no server runs, such as a copy of one of `large_home`; the documents stay in it. They are
the minutes that the load brings (`load.minutes`), taken in twelve at a time, as after a meeting.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.load.minutes import Minutes
from tests.benchmarks.load.watching import held
from webui.catching_up import PAUSE
from webui.compose import Holdings, open_holdings
from webui.intake import take_in_paths

#: Files taken in at once.
BATCH = 12

#: Documents between two lines of the table.
STEP = 96


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print("| documents | seconds | worker, anonymous MiB | mapped |\n|---|---|---|---|")  # noqa: T201 - what it is for
    looks = []
    with open_holdings(asked.home) as holdings, _working(asked.home) as worker:
        started = time.monotonic()
        for documents in _brought(holdings, Minutes(asked.seed), asked.documents):
            if documents % STEP == 0:
                look = held(worker)
                looks.append({"documents": documents, "seconds": time.monotonic() - started, **asdict(look)})
                line = f"| {documents} | {time.monotonic() - started:.0f} | {look.anonymous:.0f} | {look.mapped:.0f} |"
                print(line, flush=True)  # noqa: T201
    print(json.dumps(looks))  # noqa: T201


def _brought(holdings: Holdings, minutes: Minutes, documents: int) -> Iterator[int]:
    """Bring documents; yield how many can be found so far."""
    for first in range(0, documents, BATCH):
        with tempfile.TemporaryDirectory() as folder:
            for name, content in minutes.files(BATCH):
                Path(folder, name).write_bytes(content)
            intakes = list(take_in_paths(holdings.archive, [Path(folder)]))
        codes = frozenset(each.result.code for each in intakes)  # type: ignore[union-attr] # none is refused
        while len(holdings.findable(codes)) < len(codes):
            time.sleep(PAUSE)
        yield first + BATCH


@contextmanager
def _working(home: Path) -> Iterator[int]:
    """Let a worker work; yield its process."""
    command = [sys.executable, "-m", "webui", "--home", str(home), "worker"]
    # The pipe is never written to; its end tells the worker to stop.
    with subprocess.Popen(command, stdin=subprocess.PIPE) as worker:
        try:
            yield worker.pid
        finally:
            worker.terminate()


if __name__ == "__main__":
    main()
