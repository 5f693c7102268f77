"""How much memory this process and its children hold, as Linux counts it in `/proc`."""

import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import Self

#: Seconds between two looks: what lives shorter is not seen.
PAUSE = 0.05
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")


class PeakMemory:
    """Watches the resident memory of this process and all below it while it is a context."""

    def __init__(self) -> None:
        self.peak = 0
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
            self.peak = max(self.peak, sum(map(_resident, [os.getpid(), *living_children()])))


def living_children() -> list[int]:
    """Return the processes that descend from this one."""
    parents: dict[int, int] = {}
    for each in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            parents[int(each.name)] = int((each / "stat").read_text(errors="replace").rpartition(")")[2].split()[1])
    found = [os.getpid()]
    for parent in found:
        found.extend(pid for pid, above in parents.items() if above == parent)
    return found[1:]


def _resident(pid: int) -> int:
    """Return the bytes a process holds, 0 if it has just ended."""
    with suppress(OSError, ValueError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_SIZE
    return 0
