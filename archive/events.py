"""What happened to the holdings, in the order it happened; written once and never changed."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue.holdings import Event
from archive.custody import PROGRAM, EventEntry, EventKind


def record(session: Session, kind: EventKind, code: str, detail: str, agent: str = PROGRAM) -> None:
    """Add an event; `detail` must hold no personal data, for events outlive their document and whoever caused them."""
    session.add(Event(at=datetime.now(UTC), kind=kind, document=code, detail=detail, agent=agent))


def events_of(session: Session, code: str) -> tuple[EventEntry, ...]:
    """Return what happened to a document, oldest first, even if it is no longer held."""
    rows = session.scalars(select(Event).where(Event.document == code).order_by(Event.id))
    return tuple(EventEntry(row.at, row.kind, row.document, row.detail, row.agent) for row in rows)


def entered_by_people(session: Session, codes: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Return which fields of documents people entered, and not only the program; documents without are left out."""
    asked = select(Event.document, Event.detail).where(Event.kind == EventKind.AMENDMENT, Event.agent != PROGRAM)
    entered: dict[str, frozenset[str]] = {}
    for code, names in session.execute(asked.where(Event.document.in_(codes))):
        entered[code] = entered.get(code, frozenset()) | frozenset(names.split(","))
    return entered
