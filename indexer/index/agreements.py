"""What was agreed in the passages of all documents, beside the texts: one row for each decision and task."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from indexer.agreed import Agreed
from indexer.index.database import LISTED, Database
from indexer.passages import Passage
from indexer.structure.agreements import State
from indexer.structure.due import Due

TABLE = """CREATE TABLE IF NOT EXISTS agreement (
    passage TEXT PRIMARY KEY, document TEXT NOT NULL, ordinal INTEGER NOT NULL, who TEXT NOT NULL, due TEXT NOT NULL,
    due_day TEXT NOT NULL, state TEXT NOT NULL, is_by_hand INTEGER NOT NULL
)"""
BY_DOCUMENT = "CREATE INDEX IF NOT EXISTS agreement_by_document ON agreement (document)"

#: What was agreed in passages without decisions and tasks.
NOTHING_AGREED: Mapping[str, Agreed] = MappingProxyType({})

_AGREED = "who, due, due_day, state, is_by_hand"
_EVERY = "SELECT passage, document, ordinal, who, iif(due = '', '', due_day), state, is_by_hand FROM agreement"


class AgreementRow(NamedTuple):
    """A decision or task, told by where it stands, as the table has it: there are ten thousands of them."""

    #: Id of its passage.
    passage: str
    #: Reference code of its document.
    document: str
    #: Place of its passage within the document.
    ordinal: int
    who: str
    #: By which day, in ISO 8601; "" where none is named.
    due_day: str
    #: A value of State.
    state: str
    #: Whether people said so: 0 or 1.
    is_by_hand: int


class Agreements:
    """Reads the agreements of one home."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> Iterator[AgreementRow]:
        """Return all of them, in no order."""
        return map(AgreementRow._make, self._database.rows(_EVERY))

    def of(self, passages: Iterable[str]) -> dict[str, Agreed]:
        """Return what was agreed in those of a page's passages that are decisions or tasks, by their ids."""
        sql = f"SELECT passage, {_AGREED} FROM agreement WHERE passage IN {LISTED}"  # noqa: S608 - constants
        rows = self._database.rows_of(sql, passages)
        return {passage: _agreed(rest) for passage, *rest in rows}


def lay_out(connection: sqlite3.Connection) -> None:
    """Make the table where there is none."""
    connection.execute(TABLE)
    connection.execute(BY_DOCUMENT)


def replace_agreements(
    connection: sqlite3.Connection, passages: Iterable[Passage], agreements: Mapping[str, Agreed]
) -> None:
    """Put what was agreed in documents in place of what stood there before.

    Args:
        connection: In a transaction.
        passages: All of the documents'.
        agreements: By the ids of those of the passages that are decisions or tasks.
    """
    held = tuple(passages)
    documents = {each.document for each in held}
    connection.executemany("DELETE FROM agreement WHERE document = ?", [(code,) for code in documents])
    rows = [_row(each, agreements[each.id]) for each in held if each.id in agreements]
    connection.executemany("REPLACE INTO agreement VALUES (?,?,?,?,?,?,?,?)", rows)


def _row(passage: Passage, agreement: Agreed) -> tuple[object, ...]:
    due = agreement.due
    wording, day = (due.wording, due.day.isoformat() if due.day else "") if due else ("", "")
    place = (passage.id, passage.document, passage.ordinal)
    return *place, agreement.who, wording, day, agreement.state.value, agreement.is_by_hand


def _agreed(row: list[Any]) -> Agreed:
    who, wording, day, state, is_by_hand = row
    due = Due(date.fromisoformat(day) if day else None, wording) if wording else None
    return Agreed(who, due, State(state), bool(is_by_hand))
