"""A SQLite file with a connection a thread. What it holds is derived: it may vanish, and is laid out anew."""

import json
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from archive.faults import Fault, fault_of

#: Seconds a writer waits for another to finish.
PATIENCE = 30

#: KiB of pages a connection keeps; each thread has one, and the system keeps the file's pages for all of them.
KEPT_PAGES = 512

#: No file has this number.
_NO_FILE = 0

#: Stands behind IN in statements for `Database.rows_of`: one value, however many are looked for.
LISTED = "(SELECT value FROM json_each(?))"


class Database:
    """One SQLite file (WAL): many readers, one writer at a time.

    Args:
        path: Where it lies; made if it is not there.
        lay_out: Makes the tables that are missing.
    """

    def __init__(self, path: Path, lay_out: Callable[[sqlite3.Connection], None]) -> None:
        self._path = path
        self._lay_out = lay_out
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        #: The number by which the file system knows the file that has its tables.
        self._laid_out = _NO_FILE
        try:
            self._connection()
        except sqlite3.DatabaseError as error:
            if fault_of(error) is not Fault.DAMAGED:
                raise
            self.replace()
            self.report_damage()

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows a statement selects."""
        yield from self._connection().execute(sql, values)

    def rows_of(self, sql: str, texts: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows a statement selects for the texts that LISTED stands for in it; of none it asks nothing."""
        looked_for = list(texts)
        if looked_for:
            yield from self.rows(sql, (json.dumps(looked_for),))

    def version(self) -> tuple[int, int, int]:
        """Return what is another one after each change of the file, whoever makes it, as this thread sees it."""
        connection = self._connection()
        (others,) = connection.execute("PRAGMA data_version").fetchone()
        return self._local.number, others, connection.total_changes

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Open a transaction that is committed whole, or not at all."""
        with _transaction(self._connection()) as connection:
            yield connection

    def truncate_log(self) -> bool:
        """Empty the write-ahead log, and return whether it is: not where someone goes on reading an earlier state."""
        (busy, *_) = self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def close(self) -> None:
        """Close the connections of every thread."""
        while self._opened:
            self._opened.pop().close()
        self._local = threading.local()

    def report_damage(self) -> None:
        """Ask the worker to put a new file in the place of this one."""
        self._mark.touch()

    def is_damaged(self) -> bool:
        """Tell whether damage was reported, or the file is no database."""
        if self._mark.exists():
            return True
        try:
            (said,) = next(self.rows("PRAGMA quick_check(1)"))
        except sqlite3.DatabaseError:
            return True
        return bool(said != "ok")

    def is_damage_reported(self) -> bool:
        """Tell whether damage was reported."""
        return self._mark.exists()

    def replace(self) -> None:
        """Put a new file in the place of this one; other processes go over to it when they next ask something."""
        self.close()
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        self._mark.unlink(missing_ok=True)
        # The file system may give the number of the file that is gone to the one that comes.
        self._laid_out = _NO_FILE
        self._connection()

    @property
    def _mark(self) -> Path:
        return self._path.with_suffix(".DAMAGED")

    def _number(self) -> int:
        try:
            return self._path.stat().st_ino
        except FileNotFoundError:
            return _NO_FILE

    def _connection(self) -> sqlite3.Connection:
        """Return this thread's connection to the file that is there now."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        number = self._number()
        if connection is None or number == _NO_FILE or number != self._local.number:
            if connection is not None:
                with suppress(ValueError):
                    self._opened.remove(connection)
                connection.close()
            connection = self._open()
        return connection

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # Closing is the one thing another thread may do with it.
        connection = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            self._local.number = self._set_up(connection)
        except BaseException:
            connection.close()
            raise
        self._local.connection = connection
        self._opened.append(connection)
        return connection

    def _set_up(self, connection: sqlite3.Connection) -> int:
        """Make a connection ready, and return the number of its file."""
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA cache_size = -{KEPT_PAGES}")
        # What is kept here is derived: a lost last transaction is made again.
        connection.execute("PRAGMA synchronous = NORMAL")
        # What is deleted or overwritten may be personal: nothing of it stays in the free pages of the file.
        connection.execute("PRAGMA secure_delete = ON")
        number = self._number()
        with self._lock:
            if number != self._laid_out:
                with _transaction(connection):
                    self._lay_out(connection)
                self._laid_out = number
        return number


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        # A disk that is full ends the transaction by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
