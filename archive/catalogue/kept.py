"""Keeps what was read from the catalogue for as long as nobody writes to it."""

import sqlite3
import threading
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TypeVar, cast

Read = TypeVar("Read")


class KeptReads:
    """Keeps a few things that most pages need; one serves all threads.

    SQLite tells on a connection that only looks whether anything was committed since the last look, by whichever
    connection of whichever process.
    """

    def __init__(self, path: Path) -> None:
        self._watching = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._lock = threading.Lock()
        self._state = 0
        self._kept: dict[Hashable, object] = {}

    def get(self, key: Hashable, read: Callable[[], Read]) -> Read:
        """Return what is kept under a key, reading it where something was written meanwhile.

        Args:
            key: Of which there are few: nothing makes room.
            read: Reads what nobody changes afterwards, for all get the same.
        """
        with self._lock:
            state = self._looked()
            if key in self._kept:
                return cast("Read", self._kept[key])
        found = read()
        with self._lock:
            # What was read after a change is newer than its state says, and read once more; never the other way round.
            if state == self._state:
                self._kept[key] = found
        return found

    def close(self) -> None:
        """Look no more."""
        self._watching.close()

    def _looked(self) -> int:
        """Return what tells the state of the catalogue from other ones; forget what was read in an earlier one."""
        ((state,),) = self._watching.execute("PRAGMA data_version").fetchall()
        if state != self._state:
            self._state = state
            self._kept.clear()
        return int(state)
