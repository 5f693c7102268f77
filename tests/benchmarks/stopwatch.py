"""Measures how long the parts of a program take, each without those measured inside it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Spent:
    """Seconds that a part has taken."""

    #: By the clock on the wall.
    wall: float = 0.0
    #: Of the processor, in the threads that did the part.
    cpu: float = 0.0

    def add(self, wall: float, cpu: float) -> None:
        """Add seconds, or take them away."""
        self.wall += wall
        self.cpu += cpu


def clocks() -> tuple[float, float]:
    """Return the seconds on the wall, and of the processor in this thread."""
    return time.perf_counter(), time.thread_time()


@dataclass(slots=True)
class Stopwatch:
    """Sums up parts by their names; several threads may use it, each with parts of its own."""

    clocks: Callable[[], tuple[float, float]] = clocks
    parts: dict[str, Spent] = field(default_factory=dict)
    _open: threading.local = field(default_factory=threading.local)

    @contextmanager
    def measure(self, name: str) -> Iterator[None]:
        """Count the time inside this context to a part, and not to the part it stands in."""
        around = getattr(self._open, "part", None)
        part = self._open.part = self.parts.setdefault(name, Spent())
        before = self.clocks()
        try:
            yield
        finally:
            wall, cpu = (now - then for now, then in zip(self.clocks(), before, strict=True))
            part.add(wall, cpu)
            if around is not None:
                around.add(-wall, -cpu)
            self._open.part = around
