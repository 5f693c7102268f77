"""Counts the statements that answering a request sends to SQLite."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from sqlalchemy import Engine, event

from indexer.index.database import Database


class Statements:
    """The statements that were sent."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    @property
    def count(self) -> int:
        """How many there were."""
        return len(self.sent)

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count inside this context, those to the catalogue and those to the texts."""
        rows = Database.rows

        def counting(database: Database, sql: str, values: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
            self.sent.append(sql)
            return rows(database, sql, values)

        event.listen(Engine, "before_cursor_execute", self._note)
        try:
            with patch.object(Database, "rows", counting):
                yield
        finally:
            event.remove(Engine, "before_cursor_execute", self._note)

    def _note(self, _connection: object, _cursor: sqlite3.Cursor, statement: str, *_more: object) -> None:
        # The beginning of a transaction asks SQLite for nothing.
        if not statement.startswith("BEGIN"):
            self.sent.append(statement)
