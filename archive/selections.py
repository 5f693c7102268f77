"""Documents selected by what they are about, and counted, without reading the others."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, extract, func, select
from sqlalchemy.orm import Session

from archive.catalogue.authorities import Meeting, Site, Topic
from archive.catalogue.holdings import Document, document_site, document_topic
from archive.values import DocumentKind, Visibility


class Aspect(StrEnum):
    """What documents are selected by."""

    #: Key of a meeting.
    MEETING = "meeting"
    #: Label of a site.
    SITE = "site"
    #: Label of a topic.
    TOPIC = "topic"
    #: Label of a kind of document.
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document as lists are put in order: what it is, and of when."""

    code: str
    title: str
    kind: DocumentKind
    #: The first day it is about; None if that is not known.
    start: date | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many documents there are of each meeting, site and topic."""

    total: int
    #: By key.
    meetings: Counter[str]
    #: By label.
    sites: Counter[str]
    #: By label.
    topics: Counter[str]


def about(aspect: Aspect, value: str) -> ColumnElement[bool]:
    """Return the condition that a document is about something."""
    match aspect:
        case Aspect.MEETING:
            return Document.meeting_id.in_(select(Meeting.id).where(Meeting.key == value))
        case Aspect.SITE:
            own = select(document_site.c.document_id).join(Site, Site.id == document_site.c.site_id)
            return Document.id.in_(own.where(Site.label == value))
        case Aspect.TOPIC:
            own = select(document_topic.c.document_id).join(Topic, Topic.id == document_topic.c.topic_id)
            return Document.id.in_(own.where(Topic.label == value))
        case Aspect.KIND:
            return Document.kind == value


def of_meetings(keys: Collection[str]) -> ColumnElement[bool]:
    """Return the condition that a document is of one of some meetings."""
    return Document.meeting_id.in_(select(Meeting.id).where(Meeting.key.in_(keys)))


def listed(session: Session, condition: ColumnElement[bool]) -> tuple[ListedDocument, ...]:
    """Return the documents that meet a condition, in the order of their accession."""
    asked = select(Document.code, Document.title, Document.kind, Document.date_start).where(condition)
    return tuple(ListedDocument(*row) for row in session.execute(asked.order_by(Document.id)))


def visible_to(visible: Collection[Visibility]) -> ColumnElement[bool]:
    """Return the condition that a document is of one of some classes."""
    return Document.visibility.in_(visible)


def newest_among(condition: ColumnElement[bool], most: int) -> ColumnElement[bool]:
    """Return the condition that a document is one of the last taken in of those that meet another; codes rise."""
    return Document.code.in_(select(Document.code).where(condition).order_by(Document.code.desc()).limit(most))


def tally(session: Session, visible: Collection[Visibility]) -> Tally:
    """Count the documents of some classes by what they are about."""
    seen = visible_to(visible)
    meetings = select(Meeting.key, func.count()).join(Document, Document.meeting_id == Meeting.id)
    sites = select(Site.label, func.count()).join(document_site, document_site.c.site_id == Site.id)
    topics = select(Topic.label, func.count()).join(document_topic, document_topic.c.topic_id == Topic.id)
    return Tally(
        total=session.scalar(select(func.count()).select_from(Document).where(seen)) or 0,
        meetings=_counter(session, meetings.where(seen).group_by(Meeting.key)),
        sites=_counter(
            session,
            sites.join(Document, Document.id == document_site.c.document_id).where(seen).group_by(Site.label),
        ),
        topics=_counter(
            session,
            topics.join(Document, Document.id == document_topic.c.document_id).where(seen).group_by(Topic.label),
        ),
    )


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many documents there are of each site on each topic."""

    #: The years documents are about, rising.
    years: tuple[int, ...]
    #: By label of the site and label of the topic; of one year, if one was asked for.
    counts: Counter[tuple[str, str]]


def coverage(session: Session, visible: Collection[Visibility], year: int | None) -> Coverage:
    """Count the documents of some classes by site and topic, those of one year if one is given."""
    seen = visible_to(visible)
    years = (
        session.scalars(select(extract("year", each)).where(seen, each.is_not(None)).distinct())
        for each in (Document.date_start, Document.date_end)
    )
    counted = (
        select(Site.label, Topic.label, func.count())
        .select_from(Document)
        .join(document_site, document_site.c.document_id == Document.id)
        .join(Site, Site.id == document_site.c.site_id)
        .join(document_topic, document_topic.c.document_id == Document.id)
        .join(Topic, Topic.id == document_topic.c.topic_id)
        .where(seen if year is None else seen & of_year(year))
        .group_by(Site.label, Topic.label)
    )
    counts = Counter({(site, topic): count for site, topic, count in session.execute(counted)})
    return Coverage(tuple(sorted({int(year) for some in years for year in some})), counts)


def of_year(year: int) -> ColumnElement[bool]:
    """Return the condition that what a document is about lies in a year, at least in part."""
    return (Document.date_start <= date(year, 12, 31)) & (Document.date_end >= date(year, 1, 1))


def _counter(session: Session, counted: Select[Any, Any]) -> Counter[str]:
    return Counter(dict(session.execute(counted).all()))
