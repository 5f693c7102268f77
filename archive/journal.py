"""The journal: events, which stay, and accesses to documents of the coordination, which are deleted after a time."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, true
from sqlalchemy.orm import Session

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.holdings import Event
from archive.catalogue.use import Access
from archive.custody import PROGRAM, AccessEntry, AccessKind, EventEntry, EventKind
from archive.events import record

#: Accesses are kept so long: enough to find out who opened what, and no longer.
KEPT = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Period:
    """From a moment up to another, which it does not hold; None is open."""

    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the journal is asked for; what is empty asks for everything."""

    #: Reference code.
    document: str = ""
    kinds: Collection[EventKind] = ()
    #: None for every agent.
    agents: Collection[str] | None = None
    period: Period = Period()


class Journal:
    """Tells what happened, the latest first; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def record(self, kind: EventKind, detail: str, agent: str = PROGRAM) -> None:
        """Add an event that happened to no document; `detail` must hold no personal data."""
        with self._catalogue.writing() as session:
            record(session, kind, "", detail, agent)

    def count(self, asked: Asked) -> int:
        """Return how many events are asked for."""
        with self._catalogue.reading() as session:
            return session.scalar(select(func.count()).select_from(Event).where(*_conditions(Event, asked))) or 0

    def events(self, asked: Asked, most: int, skipped: int = 0) -> tuple[EventEntry, ...]:
        """Return so many of the events that are asked for, after some that are skipped."""
        wanted = select(Event).where(*_conditions(Event, asked)).order_by(Event.id.desc()).limit(most).offset(skipped)
        with self._catalogue.reading() as session:
            return tuple(_event(row) for row in session.scalars(wanted))

    def every_event(self, asked: Asked) -> Iterator[EventEntry]:
        """Yield all events that are asked for, however many they are."""
        wanted = select(Event).where(*_conditions(Event, asked)).order_by(Event.id.desc())
        with self._catalogue.reading() as session:
            yield from map(_event, session.scalars(wanted.execution_options(yield_per=1000)))

    def last(self, kind: EventKind) -> EventEntry | None:
        """Return the latest event of a kind, or None if there was none."""
        return next(iter(self.events(Asked(kinds={kind}), 1)), None)

    def record_access(self, document: str, agent: str, kind: AccessKind) -> None:
        """Record that someone opened a document of the coordination, and delete what was kept long enough.

        While nothing can be written this fails, so that nobody opens such a document unrecorded.
        """
        with self._catalogue.writing() as session:
            _forget(session)
            session.add(Access(at=datetime.now(UTC), document=document, agent=agent, kind=kind))

    def totals(self, asked: Asked) -> tuple[int, int]:
        """Return how many events and how many accesses are asked for."""
        events = select(func.count()).select_from(Event).where(*_conditions(Event, asked))
        accesses = select(func.count()).select_from(Access).where(*_accesses(asked))
        with self._catalogue.reading() as session:
            row = session.execute(select(events.scalar_subquery(), accesses.scalar_subquery())).one()
            return row[0], row[1]

    def count_accesses(self, asked: Asked) -> int:
        """Return how many accesses are asked for."""
        with self._catalogue.reading() as session:
            return session.scalar(select(func.count()).select_from(Access).where(*_accesses(asked))) or 0

    def accesses(self, asked: Asked, most: int, skipped: int = 0) -> tuple[AccessEntry, ...]:
        """Return so many of the accesses that are asked for, after some that are skipped."""
        wanted = select(Access).where(*_accesses(asked)).order_by(Access.id.desc()).limit(most).offset(skipped)
        with self._catalogue.reading() as session:
            return tuple(AccessEntry(row.at, row.kind, row.document, row.agent) for row in session.scalars(wanted))

    def forget_accesses(self) -> int:
        """Delete the accesses that were kept long enough, and return their number."""
        with self._catalogue.writing() as session:
            return _forget(session)


def _event(row: Event) -> EventEntry:
    return EventEntry(row.at, row.kind, row.document, row.detail, row.agent)


def _conditions(table: type[Event | Access], asked: Asked) -> list[ColumnElement[bool]]:
    since, until = asked.period.since, asked.period.until
    return [
        table.document == asked.document if asked.document else true(),
        table.kind.in_(asked.kinds) if asked.kinds else true(),
        table.agent.in_(asked.agents) if asked.agents is not None else true(),
        table.at >= since if since else true(),
        table.at < until if until else true(),
    ]


def _accesses(asked: Asked) -> list[ColumnElement[bool]]:
    """Return the conditions of accesses: those that were kept long enough are told of no more."""
    return [*_conditions(Access, asked), Access.at >= datetime.now(UTC) - KEPT]


def _forget(session: Session) -> int:
    done: Any = session.execute(delete(Access).where(Access.at < datetime.now(UTC) - KEPT))
    return int(done.rowcount)
