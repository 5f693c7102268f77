"""What passages say, noted beside them, so that nobody who asks what became of a matter waits until it is read."""

import sqlite3
from collections.abc import Iterable, Mapping

from indexer.index.database import LISTED, Database
from indexer.index.passage_rows import COLUMNS, passage_of
from indexer.index.schema import SCHEMA_VERSION
from indexer.passages import Passage
from indexer.said import TELLING_KINDS, Said, packed_said, unpacked_said

#: Raised when sentences or subjects are cut otherwise; another analysis raises the version of the index.
CUTTING = 1

#: Tells by what a note was made. Notes of another reader are not believed, and made anew.
READER = f"{SCHEMA_VERSION}.{CUTTING}"

_NEW_COLUMNS = ("said BLOB", "said_by TEXT")
_INDEX = f"passage_unsaid_{SCHEMA_VERSION}_{CUTTING}"
_KINDS = ",".join(f"'{kind}'" for kind in TELLING_KINDS)
_UNSAID = f"said_by IS NOT '{READER}' AND kind IN ({_KINDS})"


class SaidNotes:
    """The notes of one home. A passage that is written anew has none, until it is read again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, passages: Iterable[str]) -> dict[str, Said]:
        """Return what is noted of some passages, by their ids."""
        sql = f"SELECT id, said FROM passage WHERE id IN {LISTED} AND said_by = '{READER}'"  # noqa: S608 - constants
        return {id_: unpacked_said(kept) for id_, kept in self._database.rows_of(sql, passages)}

    def missing(self, most: int) -> list[Passage]:
        """Return some of the passages that tell something and of which nothing is noted."""
        sql = f"SELECT {COLUMNS} FROM passage WHERE {_UNSAID} LIMIT ?"  # noqa: S608 - constants
        return list(map(passage_of, self._database.rows(sql, (most,))))

    def note(self, said: Mapping[Passage, Said]) -> None:
        """Note what passages say; those that were written anew meanwhile are left out."""
        rows = [(packed_said(each), READER, passage.id, passage.kind, passage.text) for passage, each in said.items()]
        with self._database.writing() as connection:
            connection.executemany(
                "UPDATE passage SET said = ?, said_by = ? WHERE id = ? AND kind = ? AND text = ?", rows
            )


def lay_out_notes(connection: sqlite3.Connection) -> None:
    """Give the table of passages what holds the notes, where it lacks that."""
    there = {name for _, name, *_ in connection.execute("PRAGMA table_info(passage)")}
    for column in _NEW_COLUMNS:
        if column.split()[0] not in there:
            connection.execute(f"ALTER TABLE passage ADD COLUMN {column}")
    indexes = [name for _, name, *_ in connection.execute("PRAGMA index_list(passage)")]
    for name in indexes:
        if name.startswith("passage_unsaid_") and name != _INDEX:
            connection.execute(f"DROP INDEX {name}")
    connection.execute(f"CREATE INDEX IF NOT EXISTS {_INDEX} ON passage (id) WHERE {_UNSAID}")
