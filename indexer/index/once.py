"""Makes costly things once, however many threads ask for them at the same time."""

import threading
from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

_Made = TypeVar("_Made")


class Once:
    """Keeps everything that was made; threads that ask for what is being made wait for it.

    A state of the index is asked for by all threads as soon as it is there. If each made its own, the time would be
    lost, and the memory be taken, as many times as there are threads.
    """

    def __init__(self) -> None:
        self._made: dict[Hashable, object] = {}
        self._lock = threading.Lock()
        self._making: defaultdict[Hashable, threading.Lock] = defaultdict(threading.Lock)

    def get(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what was made for a key, making it the first time; if that fails, whoever asks next tries again."""
        if key not in self._made:
            with self._lock:
                making = self._making[key]
            with making:
                if key not in self._made:
                    self._made[key] = make()
        return cast("_Made", self._made[key])
