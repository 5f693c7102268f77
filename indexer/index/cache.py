"""Keeps what was made lately, up to so many bytes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar, cast

#: What an entry takes beside its arrays: keys, objects, the place in the table.
_OVERHEAD = 500


class Sized(Protocol):
    """Something that knows how much memory its arrays take."""

    @property
    def nbytes(self) -> int:
        """Number of bytes."""


_Made = TypeVar("_Made", bound=Sized)


class ByteCache:
    """What was asked for last stays; what was not asked for longest goes first. Safe to use from several threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._used = 0
        self._kept: OrderedDict[Hashable, tuple[Sized, int]] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def limit(self) -> int:
        """Bytes up to which it keeps."""
        return self._limit

    @property
    def used(self) -> int:
        """Bytes that are kept."""
        return self._used

    def hold(self, limit: int) -> None:
        """Keep up to so many bytes from now on."""
        with self._lock:
            self._limit = limit

    def get(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what is kept under a key, making it if it is not there.

        Two threads may make the same thing at the same time: that is rarer and cheaper than waiting for each other.
        """
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
                return cast("_Made", kept[0])
        made = make()
        self._keep(key, made)
        return made

    def forget(self, is_stale: Callable[[Hashable], bool]) -> None:
        """Drop the entries whose keys are stale."""
        with self._lock:
            for key in [key for key in self._kept if is_stale(key)]:
                self._used -= self._kept.pop(key)[1]

    def _keep(self, key: Hashable, made: Sized) -> None:
        size = made.nbytes + _OVERHEAD
        with self._lock:
            self._used += size - self._kept.pop(key, (made, 0))[1]
            self._kept[key] = made, size
            # What is larger than all there is room for is not kept either: the next entry drops it.
            while self._used > self._limit and len(self._kept) > 1:
                _, (_, freed) = self._kept.popitem(last=False)
                self._used -= freed
