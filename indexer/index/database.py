"""A SQLite file with a connection a thread."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

#: Seconds a writer waits for another to finish.
PATIENCE = 30


class Database:
    """One SQLite file (WAL): many readers, one writer at a time."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows a statement selects."""
        yield from self._connection().execute(sql, values)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Open a transaction that is committed whole, or not at all."""
        connection = self._connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def truncate_log(self) -> bool:
        """Empty the write-ahead log, and return whether it is: not where someone goes on reading an earlier state."""
        (busy, *_) = self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def close(self) -> None:
        """Close the connections of every thread."""
        while self._opened:
            self._opened.pop().close()
        self._local = threading.local()

    def _connection(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            # Closing is the one thing another thread may do with it.
            connection = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            connection.execute("PRAGMA journal_mode = WAL")
            # What is kept here is derived: a lost last transaction is made again.
            connection.execute("PRAGMA synchronous = NORMAL")
            # What is deleted or overwritten may be personal: nothing of it stays in the free pages of the file.
            connection.execute("PRAGMA secure_delete = ON")
            self._local.connection = connection
            self._opened.append(connection)
        return connection
