"""Deletion classes: how long documents are kept, and which have been kept long enough.

Nothing is deleted here: what is due is a proposal on which somebody decides.
"""

import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from archive.catalogue.base import Moment
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.holdings import Document, Event, Version
from archive.custody import EventKind
from archive.values import DocumentKind, Visibility

_TABLE = Path(__file__).with_name("deletion.toml")


class ClassName(StrEnum):
    """The deletion classes."""

    DRAFT = "draft"
    #: Lists of those present and other evidence for the funder.
    EVIDENCE = "evidence"
    METHOD = "method"
    PHOTOS = "photos"
    MEMORY = "memory"


class Start(StrEnum):
    """What a period is counted from."""

    #: The day on which the current version was taken in, or publication was withdrawn, if that is later.
    ARRIVAL = "arrival"
    #: 31 December of the year in which the document's date ends, or else of its arrival.
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Kept:
    """A document, as far as it matters how long it is kept."""

    #: Reference code.
    code: str
    title: str
    kind: DocumentKind
    visibility: Visibility
    arrival: date
    #: The last day of the date it is about.
    end: date | None = None


@dataclass(frozen=True, slots=True)
class DeletionClass:
    """How long some documents are kept."""

    name: ClassName
    start: Start
    #: Whom it holds for; empty: everything.
    visibility: frozenset[Visibility] = frozenset()
    kinds: frozenset[DocumentKind] = frozenset()
    #: The period is so many days or years; with neither, documents stay.
    days: int = 0
    years: int = 0
    #: After so many years somebody should look whether a document is still needed; 0: never.
    review: int = 0

    def holds_for(self, document: Kept) -> bool:
        """Tell whether a document is of this class."""
        fits = not self.visibility or document.visibility in self.visibility
        return fits and (not self.kinds or document.kind in self.kinds)

    def last_day(self, document: Kept) -> date | None:
        """Return the last day on which a document is kept, or None if it stays."""
        if not (self.days or self.years):
            return None
        return _years_later(self._first_day(document), self.years) + timedelta(days=self.days)

    def next_day(self, document: Kept, today: date) -> date | None:
        """Return the day from today on on which a period ends or somebody should look again, or None."""
        last_day = self.last_day(document)
        if last_day is None and self.review:
            first = self._first_day(document)
            rounds = max(1, -(-(today.year - first.year) // self.review))
            day = _years_later(first, rounds * self.review)
            return day if day >= today else _years_later(first, (rounds + 1) * self.review)
        return last_day if last_day and last_day >= today else None

    def _first_day(self, document: Kept) -> date:
        if self.start is Start.ARRIVAL:
            return document.arrival
        return date((document.end or document.arrival).year, 12, 31)


@dataclass(frozen=True, slots=True)
class Due:
    """A document that has been kept long enough."""

    document: Kept
    reason: DeletionClass
    #: The last day of its period.
    last_day: date


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is to come for the documents of a class."""

    reason: DeletionClass
    #: How many there are.
    documents: int
    #: The next day on which a period ends or somebody should look again, or None if none comes.
    next_day: date | None


@dataclass(frozen=True, slots=True)
class Survey:
    """All documents by how long they are kept."""

    #: The longest overdue first.
    due: tuple[Due, ...]
    #: Of each class.
    outlook: tuple[Outlook, ...]


def outlook(documents: Iterable[Kept], classes: Collection[DeletionClass], today: date) -> tuple[Outlook, ...]:
    """Return for each class what is to come."""
    kept: dict[ClassName, list[date | None]] = {each.name: [] for each in classes}
    for document in documents:
        reason = next((each for each in classes if each.holds_for(document)), None)
        if reason:
            kept[reason.name].append(reason.next_day(document, today))
    return tuple(
        Outlook(each, len(kept[each.name]), min((day for day in kept[each.name] if day), default=None))
        for each in classes
    )


def due(documents: Iterable[Kept], classes: Collection[DeletionClass], today: date) -> tuple[Due, ...]:
    """Return the documents whose period has ended before today, the longest overdue first."""
    found = []
    for document in documents:
        reason = next((each for each in classes if each.holds_for(document)), None)
        last_day = reason.last_day(document) if reason else None
        if reason and last_day and last_day < today:
            found.append(Due(document, reason, last_day))
    return tuple(sorted(found, key=lambda each: (each.last_day, each.document.code)))


def deletion_classes() -> tuple[DeletionClass, ...]:
    """Return the deletion classes; of those that fit a document, the first holds."""
    with _TABLE.open("rb") as file:
        return tuple(_class(row) for row in tomllib.load(file)["class"])


class Deletion:
    """Tells what has been kept long enough; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.classes = deletion_classes()

    def due(self, today: date, visible: Collection[Visibility]) -> tuple[Due, ...]:
        """Return the documents of some visibilities whose period has ended before today, longest overdue first."""
        return self.survey(today, visible).due

    def survey(self, today: date, visible: Collection[Visibility]) -> Survey:
        """Return what is due and what is to come of the documents of some visibilities."""

        def read(session: Session) -> Survey:
            documents = tuple(_kept(session, visible))
            return Survey(due(documents, self.classes, today), outlook(documents, self.classes, today))

        return self._catalogue.lasting(("survey", today, frozenset(visible)), read)


def _kept(session: Session, visible: Collection[Visibility]) -> Iterable[Kept]:
    withdrawn = (
        select(Event.document, func.max(Event.at).label("at"))
        .where(Event.kind == EventKind.WITHDRAWAL)
        .group_by(Event.document)
        .subquery()
    )
    arrival = func.max(Version.received_at, func.coalesce(withdrawn.c.at, Version.received_at), type_=Moment)
    rows = session.execute(
        select(Document.code, Document.title, Document.kind, Document.visibility, arrival, Document.date_end)
        .join(Version, (Version.document_id == Document.id) & (Version.number == Document.version))
        .outerjoin(withdrawn, withdrawn.c.document == Document.code)
        .where(Document.visibility.in_(visible))
    )
    for code, title, kind, visibility, at, end in rows:
        yield Kept(code, title, kind, visibility, at.date(), end)


def _class(row: dict[str, Any]) -> DeletionClass:
    return DeletionClass(
        name=ClassName(row["name"]),
        start=Start(row["start"]),
        visibility=frozenset(map(Visibility, row.get("visibility", ()))),
        kinds=frozenset(map(DocumentKind, row.get("kinds", ()))),
        days=row.get("days", 0),
        years=row.get("years", 0),
        review=row.get("review", 0),
    )


def _years_later(day: date, years: int) -> date:
    """Return the same day some years later; for 29 February where there is none, the last of the month."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
