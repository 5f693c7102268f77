"""Watches the memory and the processor time of the server and its worker (Linux)."""

import os
import re
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

#: Seconds between two looks.
STEP = 5.0


@dataclass(frozen=True, slots=True)
class Held:
    """Resident memory of a process, in MiB."""

    #: Its own: heap and stacks, and what it changed of files.
    anonymous: float
    #: Pages of files it looks into, which it shares with others and which the kernel takes back when it needs them.
    mapped: float

    @property
    def together(self) -> float:
        """All that is resident."""
        return self.anonymous + self.mapped


@dataclass(frozen=True, slots=True)
class Look:
    """What the processes hold at a moment."""

    #: By time.monotonic.
    at: float
    server: Held
    worker: Held
    #: Seconds of processor time so far, of the server, of the worker and of the asking program itself.
    server_cpu: float
    worker_cpu: float
    own_cpu: float
    #: Processes that want a processor, on average over the last minute: others work here, too.
    load: float


class Watch:
    """Looks again and again, in a thread of its own."""

    def __init__(self, server: int, workers: Callable[[], Iterable[int]]) -> None:
        self.looks: list[Look] = []
        self._server, self._workers = server, workers
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._go_on, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Look no more."""
        self._stop.set()
        self._thread.join()

    def between(self, since: float, until: float) -> list[Look]:
        """Return what was seen in a time."""
        return [each for each in self.looks if since <= each.at < until]

    def _go_on(self) -> None:
        (worker,) = self._workers()
        while True:
            self.looks.append(_look(self._server, worker))
            if self._stop.wait(STEP):
                return


def _look(server: int, worker: int) -> Look:
    own = time.process_time()
    load = round(os.getloadavg()[0], 1)
    return Look(time.monotonic(), held(server), held(worker), _cpu(server), _cpu(worker), own, load)


def held(process: int) -> Held:
    """Return what a process holds now."""
    said = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    resident, anonymous = (
        int(re.findall(rf"^{each}:\s+(\d+) kB", said, re.MULTILINE)[0]) / 1024 for each in ("Rss", "Anonymous")
    )
    return Held(anonymous, resident - anonymous)


def _cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
