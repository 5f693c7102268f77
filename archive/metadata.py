"""A document's metadata as it is entered: read, checked, changed."""

from collections.abc import Collection
from dataclasses import fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from archive.catalogue.authorities import Keyword, Meeting, Site, Topic
from archive.catalogue.holdings import Document
from archive.custody import PROGRAM, EventKind
from archive.errors import UnknownEntryError, VocabularyKind
from archive.events import record
from archive.values import PUBLISHED, Details, DocumentDate, Visibility

#: Facts of a document's origin, which no later entry changes.
ORIGIN = frozenset({"is_sample", "version_of"})


def apply_details(session: Session, document: Document, details: Details) -> None:
    """Give a document these metadata; where it came from stays as it is.

    Raises:
        UnknownEntryError: A meeting, site, topic or keyword is not in the vocabulary.
    """
    document.title = details.title
    document.kind = details.kind
    document.visibility = details.visibility
    document.licence = details.licence
    _set_date(document, details.date)
    document.meeting = _meeting(session, details.meeting)
    document.sites = _sites(session, details.sites)
    document.topics = _topics(session, details.topics)
    document.keywords = _keywords(session, details.keywords)


def check_entries(session: Session, details: Details) -> None:
    """Raise UnknownEntryError if a meeting, site, topic or keyword is not in the vocabulary."""
    _meeting(session, details.meeting)
    _sites(session, details.sites)
    _topics(session, details.topics)
    _keywords(session, details.keywords)


def details_of(document: Document) -> Details:
    """Return a document's metadata in the form in which they are entered."""
    return Details(
        title=document.title,
        kind=document.kind,
        date=date_of(document),
        meeting=document.meeting.key if document.meeting else "",
        sites=tuple(site.key for site in document.sites),
        topics=tuple(topic.label for topic in document.topics),
        visibility=document.visibility,
        keywords=tuple(keyword.key for keyword in document.keywords),
        is_sample=document.is_sample,
        licence=document.licence,
    )


def date_of(document: Document) -> DocumentDate | None:
    """Return the date a document is about, if it is known."""
    parts = (document.date_start, document.date_end, document.date_precision, document.date_source)
    start, end, precision, source = parts
    if start is None or end is None or precision is None or source is None:
        return None
    return DocumentDate(start, end, precision, source)


def amend(
    session: Session, document: Document, details: Details, agent: str = PROGRAM, stated: Collection[str] = ()
) -> None:
    """Change a document's metadata, and record which; if nothing is different or stated, nothing happens.

    Args:
        session: Alone may write.
        document: Whose metadata they are.
        details: All of them, as they shall be.
        agent: Who changes them.
        stated: Names of fields that somebody has decided on, even if they stay as they were.
    """
    before = details_of(document)
    apply_details(session, document, details)
    session.flush()
    session.refresh(document, ["sites", "topics", "keywords"])
    changed = tuple(dict.fromkeys((*_differing(before, details_of(document)), *stated)))
    if changed:
        document.revision += 1
        record(session, EventKind.AMENDMENT, document.code, ",".join(changed), agent)
        _record_publication(session, document, before.visibility, agent)


def _record_publication(session: Session, document: Document, before: Visibility, agent: str) -> None:
    """Record that others than the coordination find a document from now on, or no longer do."""
    after = document.visibility
    if (before in PUBLISHED) != (after in PUBLISHED):
        kind = EventKind.PUBLICATION if after in PUBLISHED else EventKind.WITHDRAWAL
        record(session, kind, document.code, after.name, agent)


def _differing(before: Details, after: Details) -> tuple[str, ...]:
    names = (field.name for field in fields(Details) if field.name not in ORIGIN)
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _set_date(document: Document, date: DocumentDate | None) -> None:
    document.date_start = date.start if date else None
    document.date_end = date.end if date else None
    document.date_precision = date.precision if date else None
    document.date_source = date.source if date else None


def _meeting(session: Session, key: str) -> Meeting | None:
    if not key:
        return None
    meeting = session.scalar(select(Meeting).where(Meeting.key == key))
    if meeting is None:
        raise UnknownEntryError(VocabularyKind.MEETING, key)
    return meeting


def _sites(session: Session, keys: tuple[str, ...]) -> list[Site]:
    found = {site.key: site for site in session.scalars(select(Site).where(Site.key.in_(keys)))}
    _refuse_unknown(VocabularyKind.SITE, keys, frozenset(found))
    return list(found.values())


def _topics(session: Session, labels: tuple[str, ...]) -> list[Topic]:
    found = {topic.label: topic for topic in session.scalars(select(Topic).where(Topic.label.in_(labels)))}
    _refuse_unknown(VocabularyKind.TOPIC, labels, frozenset(found))
    return list(found.values())


def _keywords(session: Session, keys: tuple[str, ...]) -> list[Keyword]:
    found = {keyword.key: keyword for keyword in session.scalars(select(Keyword).where(Keyword.key.in_(keys)))}
    _refuse_unknown(VocabularyKind.KEYWORD, keys, frozenset(found))
    return list(found.values())


def _refuse_unknown(vocabulary: VocabularyKind, asked: tuple[str, ...], known: frozenset[str]) -> None:
    for value in asked:
        if value not in known:
            raise UnknownEntryError(vocabulary, value)
