"""Rows of the catalogue as JSON, one a line in a list, and back."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Integer, Table

from archive.handover.errors import BagError, BagFault
from archive.handover.extents import Values

#: Longer files of rows are not read: no archive of this kind has so many.
LONGEST = 1 << 30


def written(rows: Iterable[Values]) -> Iterator[bytes]:
    """Yield the pieces of a JSON list with a row a line; moments in UTC, days in ISO 8601."""
    before = b"[\n"
    for row in rows:
        line = json.dumps(msgspec.to_builtins(row), ensure_ascii=False, separators=(", ", ": "))
        yield before + line.encode()
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def read(text: bytes, table: Table) -> list[Values]:
    """Read the rows of a table as it is in the database, before its types mean more than SQLite's.

    Raises:
        BagError: This is no list of such rows.
    """
    try:
        rows = msgspec.json.decode(text, type=list[dict[str, msgspec.Raw]])
        return [_row(row, table) for row in rows]
    except (msgspec.MsgspecError, ValueError) as error:
        raise BagError(BagFault.UNREADABLE, f"{table.name}.json") from error


def _row(row: dict[str, msgspec.Raw], table: Table) -> Values:
    """Read a row; one that lacks a column or has another one raises a ValueError."""
    if row.keys() != set(table.columns.keys()):
        raise ValueError(row.keys())
    return {name: _value(value, table.columns[name]) for name, value in row.items()}


def _value(value: msgspec.Raw, column: Column[Any]) -> Any:  # noqa: ANN401 - whatever a column holds
    read_value = msgspec.json.decode(value, type=_kind(column) | None)
    if read_value is None and not column.nullable:
        raise ValueError(column.name)
    # SQLite keeps no time zone: all moments are in UTC.
    return read_value.astimezone(UTC).replace(tzinfo=None) if isinstance(read_value, datetime) else read_value


def _kind(column: Column[Any]) -> Any:  # noqa: ANN401 - a type
    """Return the Python type of a column's values."""
    kinds = {JSON: list[str], DateTime: datetime, Date: date, Boolean: bool, Integer: int}
    return next((kind for sql, kind in kinds.items() if isinstance(column.type, sql)), str)
