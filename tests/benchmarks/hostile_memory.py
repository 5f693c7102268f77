"""How much memory a process and those below it hold, as Linux counts it in `/proc`, and which of them are left over."""

import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import Self

#: Seconds between two looks: what lives shorter is not seen.
PAUSE = 0.05
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")

#: A process: its number, and when it started, as numbers are given again.
Process = tuple[int, int]

#: Places of the state, the parent and the start in `/proc/*/stat`, counted behind the name.
_STATE, _PARENT, _START = 0, 1, 19


class PeakMemory:
    """Watches the resident memory of a process and all below it while it is a context.

    Pages that processes share count for each of them: the sum is more than the machine gives.
    """

    def __init__(self, process: int | None = None) -> None:
        self._process = process or os.getpid()
        #: The most bytes that all held together, that the process held alone, and that another of them held.
        self.peak = self.alone = self.largest_child = 0
        #: Those seen below the process.
        self.seen: set[Process] = set()
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._ended.wait(PAUSE):
            below = _below(self._process)
            self.seen.update(below)
            alone, children = _resident(self._process), [_resident(pid) for pid, _ in below]
            self.alone = max(self.alone, alone)
            self.largest_child = max(self.largest_child, *children, 0)
            self.peak = max(self.peak, alone + sum(children))

    def left_over(self) -> list[int]:
        """Return those seen below the process that still run."""
        running = {(pid, start) for pid, (_, start) in _processes().items()}
        return sorted(pid for pid, start in self.seen & running)


def living_children() -> list[int]:
    """Return the processes that descend from this one."""
    return [pid for pid, _ in _below(os.getpid())]


def _below(process: int) -> list[Process]:
    """Return the processes that descend from one."""
    processes = _processes()
    found = [process]
    for parent in found:
        found.extend(pid for pid, (above, _) in processes.items() if above == parent)
    return [(pid, processes[pid][1]) for pid in found[1:]]


def _processes() -> dict[int, tuple[int, int]]:
    """Return the parent and the start of every process that has not ended."""
    processes: dict[int, tuple[int, int]] = {}
    for each in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            facts = (each / "stat").read_text(errors="replace").rpartition(")")[2].split()
            if facts[_STATE] != "Z":
                processes[int(each.name)] = int(facts[_PARENT]), int(facts[_START])
    return processes


def _resident(pid: int) -> int:
    """Return the bytes a process holds, 0 if it has just ended."""
    with suppress(OSError, ValueError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_SIZE
    return 0
