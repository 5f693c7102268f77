"""Documents selected by what they are about, and counted, without reading the others."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, extract, func, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

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
    """Count the documents of some classes by what they are about, in one statement."""
    seen = visible_to(visible)
    total = select(literal(""), literal(""), func.count()).select_from(Document)
    meetings = _numbered(Aspect.MEETING, Meeting.key).join(Document, Document.meeting_id == Meeting.id)
    sites = _numbered(Aspect.SITE, Site.label).join(document_site, document_site.c.site_id == Site.id)
    topics = _numbered(Aspect.TOPIC, Topic.label).join(document_topic, document_topic.c.topic_id == Topic.id)
    parts = (
        total,
        meetings.group_by(Meeting.key),
        sites.join(Document, Document.id == document_site.c.document_id).group_by(Site.label),
        topics.join(Document, Document.id == document_topic.c.document_id).group_by(Topic.label),
    )
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for aspect, name, count in session.execute(union_all(*(each.where(seen) for each in parts))):
        counts[aspect][name] = count
    return Tally(counts[""][""], counts[Aspect.MEETING], counts[Aspect.SITE], counts[Aspect.TOPIC])


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


def _numbered(aspect: Aspect, name: InstrumentedAttribute[str]) -> Select[str, str, int]:
    """Return the beginning of a statement that counts documents by a name."""
    return select(literal(aspect.value), name, func.count())
