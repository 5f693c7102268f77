"""What every table of the catalogue shares: the types of its columns."""

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import Enum as PythonEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

#: Longer than any label in use, so that a longer one needs no change of the schema.
LABEL_LENGTH = 40

#: Constraints need names, or a later migration cannot address them.
NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no time zone, so it is taken off and put back."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - signature of SQLAlchemy
        """Take the time zone off."""
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - signature of SQLAlchemy
        """Put the time zone back."""
        return value and value.replace(tzinfo=UTC)


class Strings(TypeDecorator[tuple[str, ...]]):
    """A short list of strings that is always read as a whole."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> list[str]:  # noqa: ARG002 - signature of SQLAlchemy
        """Write a JSON array."""
        return list(value or ())

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> tuple[str, ...]:  # noqa: ARG002 - signature of SQLAlchemy
        """Read a JSON array."""
        return tuple(value or ())


def _values(enumeration: type[PythonEnum]) -> list[str]:
    return [member.value for member in enumeration]


class Base(DeclarativeBase):
    """Base of the mapped classes."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment,
        tuple[str, ...]: Strings,
        PythonEnum: Enum(PythonEnum, native_enum=False, length=LABEL_LENGTH, values_callable=_values),
    }
