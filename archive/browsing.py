"""Documents looked through page by page: chosen, counted and ordered by the catalogue itself."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from archive.catalogue.authorities import Keyword, Meeting, Site, Topic
from archive.catalogue.holdings import Document, document_keyword, document_site, document_topic
from archive.descriptions import describe_where
from archive.selections import of_year, visible_to
from archive.values import Description, DocumentKind, Visibility


@dataclass(frozen=True, slots=True)
class Choice:
    """Which documents are wanted: of each field one of its values, and all of it together; an empty field says nothing.

    Meetings, sites, topics and keywords are named by their keys or their labels.
    """

    kinds: Collection[DocumentKind] = ()
    meetings: Collection[str] = ()
    sites: Collection[str] = ()
    topics: Collection[str] = ()
    keywords: Collection[str] = ()
    #: What a document is about lies in one of these years, at least in part.
    years: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of the documents that are wanted."""

    #: The last taken in first.
    documents: Sequence[Description]
    #: How many are wanted in all.
    total: int


def browse(session: Session, choice: Choice, visible: Collection[Visibility], shown: slice) -> Stretch:
    """Return a stretch of the documents of some classes that are wanted."""
    wanted = and_(visible_to(visible), *_conditions(choice))
    total = session.scalar(select(func.count()).select_from(Document).where(wanted)) or 0
    codes = select(Document.code).where(wanted).order_by(Document.id.desc()).slice(shown.start, shown.stop)
    return Stretch(describe_where(session, Document.code.in_(codes))[::-1], total)


def _conditions(choice: Choice) -> Iterator[ColumnElement[bool]]:
    if choice.kinds:
        yield Document.kind.in_(choice.kinds)
    if choice.years:
        yield or_(*map(of_year, choice.years))
    if choice.meetings:
        named = or_(Meeting.key.in_(choice.meetings), Meeting.title.in_(choice.meetings))
        yield Document.meeting_id.in_(select(Meeting.id).where(named))
    yield from _about(choice)


def _about(choice: Choice) -> Iterator[ColumnElement[bool]]:
    if choice.sites:
        yield _linked(document_site, Site.id, or_(Site.key.in_(choice.sites), Site.label.in_(choice.sites)))
    if choice.topics:
        yield _linked(document_topic, Topic.id, or_(Topic.key.in_(choice.topics), Topic.label.in_(choice.topics)))
    if choice.keywords:
        named = or_(Keyword.key.in_(choice.keywords), Keyword.label.in_(choice.keywords))
        yield _linked(document_keyword, Keyword.id, named)


def _linked(links: Table, key: InstrumentedAttribute[int], named: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition that a document is linked with an entry of some names."""
    _, entry = links.columns
    return Document.id.in_(select(links.c.document_id).join(key.class_, key == entry).where(named))
