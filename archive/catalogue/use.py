"""Tables of how the archive is used, as far as that may be kept: none of them tells what anyone searched for."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from archive.catalogue.base import Base
from archive.custody import AccessKind


class Access(Base):
    """That someone opened a document of the coordination's own; kept for a time, and then deleted."""

    __tablename__ = "access"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    document: Mapped[str] = mapped_column(index=True)
    #: The agent of an account.
    agent: Mapped[str]
    kind: Mapped[AccessKind]


class Unanswered(Base):
    """How often a query found nothing in a month.

    No column tells of an order or a moment, and there is no row number that would: rows lie in the order of their keys.
    """

    __tablename__ = "unanswered"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy reads it so

    #: Folded.
    query: Mapped[str] = mapped_column(primary_key=True)
    #: "2026-11".
    month: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class Synonym(Base):
    """Words that the coordination has said to mean the same; its fields are those of `SynonymEntry`."""

    __tablename__ = "synonym"

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[tuple[str, ...]]
    leads_to: Mapped[tuple[str, ...]]
