"""Descriptions: documents as they stand in the catalogue, read in four statements however many they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import Session

from archive.accession import find_document
from archive.catalogue.authorities import Keyword, Meeting, MeetingKind, Site, Topic
from archive.catalogue.holdings import Document, Version, document_keyword, document_site, document_topic
from archive.custody import ListedFile, VersionEntry
from archive.errors import UnknownDocumentError
from archive.metadata import date_of
from archive.values import Description, MeetingDescription, Title, Visibility

Labels = Mapping[int, tuple[str, ...]]


def describe(session: Session, code: str) -> Description:
    """Return the description of one document.

    Raises:
        UnknownDocumentError: There is no such document.
    """
    for description in _described(session, Document.code == code):
        return description
    raise UnknownDocumentError(code)


def describe_many(session: Session, codes: Collection[str]) -> tuple[Description, ...]:
    """Return the descriptions of those of these documents that exist, in the order of their accession."""
    return tuple(_described(session, Document.code.in_(codes)))


def describe_where(session: Session, condition: ColumnElement[bool]) -> tuple[Description, ...]:
    """Return the descriptions of the documents that meet a condition, in the order of their accession."""
    return tuple(_described(session, condition))


def describe_all(session: Session) -> tuple[Description, ...]:
    """Return the description of every document, in the order of their accession."""
    return tuple(_described(session, true()))


def revisions(session: Session, visible: Collection[Visibility]) -> dict[str, int]:
    """Return how often each document of some classes has changed, by reference code."""
    return dict(session.execute(select(Document.code, Document.revision).where(Document.visibility.in_(visible))).all())


def titles(session: Session, visible: Collection[Visibility]) -> tuple[Title, ...]:
    """Return the title of every document of some classes, in the order of their accession."""
    columns = select(Document.code, Document.title, Document.kind)
    rows = session.execute(columns.where(Document.visibility.in_(visible)).order_by(Document.id))
    return tuple(Title(*row) for row in rows)


def versions_of(session: Session, code: str) -> tuple[VersionEntry, ...]:
    """Return every version of a document, oldest first.

    Raises:
        UnknownDocumentError: There is no such document.
    """
    return tuple(_version_entry(version) for version in find_document(session, code).versions)


def versions_of_many(session: Session, codes: Collection[str]) -> dict[str, tuple[VersionEntry, ...]]:
    """Return every version of those of these documents that exist, oldest first, by reference code."""
    asked = select(Document.code, Version).join(Version).where(Document.code.in_(codes)).order_by(Version.number)
    found: defaultdict[str, list[VersionEntry]] = defaultdict(list)
    for code, version in session.execute(asked):
        found[code].append(_version_entry(version))
    return {code: tuple(versions) for code, versions in found.items()}


def listed_files(session: Session) -> tuple[ListedFile, ...]:
    """Return every file the catalogue says is held, by document and version."""
    rows = session.execute(
        select(Document.code, Version.number, Version.checksum).join(Version).order_by(Document.id, Version.number)
    )
    return tuple(ListedFile(code, number, checksum) for code, number, checksum in rows)


def _described(session: Session, condition: ColumnElement[bool]) -> Iterable[Description]:
    sites = _labels(session, _site_labels(condition))
    topics = _labels(session, _topic_labels(condition))
    keywords = _labels(session, _keyword_labels(condition))
    rows = session.execute(
        select(Document, Version, Meeting, MeetingKind.label)
        .join(Version, (Version.document_id == Document.id) & (Version.number == Document.version))
        .outerjoin(Meeting, Meeting.id == Document.meeting_id)
        .outerjoin(MeetingKind, MeetingKind.id == Meeting.kind_id)
        .where(condition)
        .order_by(Document.id)
    )
    for document, version, meeting, kind in rows:
        about = tuple(labels.get(document.id, ()) for labels in (sites, topics, keywords))
        yield _description(document, version, _meeting_description(meeting, kind), about)


def _site_labels(condition: ColumnElement[bool]) -> Select[int, str]:
    return (
        select(document_site.c.document_id, Site.label)
        .join(Site, Site.id == document_site.c.site_id)
        .join(Document, Document.id == document_site.c.document_id)
        .where(condition)
        .order_by(Site.label)
    )


def _topic_labels(condition: ColumnElement[bool]) -> Select[int, str]:
    return (
        select(document_topic.c.document_id, Topic.label)
        .join(Topic, Topic.id == document_topic.c.topic_id)
        .join(Document, Document.id == document_topic.c.document_id)
        .where(condition)
        .order_by(Topic.number)
    )


def _keyword_labels(condition: ColumnElement[bool]) -> Select[int, str]:
    return (
        select(document_keyword.c.document_id, Keyword.label)
        .join(Keyword, Keyword.id == document_keyword.c.keyword_id)
        .join(Document, Document.id == document_keyword.c.document_id)
        .where(condition)
        .order_by(Keyword.label)
    )


def _labels(session: Session, labels: Select[int, str]) -> Labels:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for document, label in session.execute(labels):
        found[document].append(label)
    return {document: tuple(each) for document, each in found.items()}


def _meeting_description(meeting: Meeting | None, kind: str) -> MeetingDescription | None:
    if meeting is None:
        return None
    return MeetingDescription(meeting.key, meeting.title, kind, meeting.place, meeting.start, meeting.end)


def _description(
    document: Document,
    version: Version,
    meeting: MeetingDescription | None,
    about: tuple[tuple[str, ...], ...],
) -> Description:
    sites, topics, keywords = about
    return Description(
        code=document.code,
        title=document.title,
        kind=document.kind,
        date=date_of(document),
        meeting=meeting,
        sites=sites,
        topics=topics,
        visibility=document.visibility,
        is_sample=document.is_sample,
        version=version.number,
        checksum=version.checksum,
        media_type=version.media_type,
        size=version.size,
        file_name=version.file_name,
        revision=document.revision,
        keywords=keywords,
    )


def _version_entry(version: Version) -> VersionEntry:
    return VersionEntry(
        number=version.number,
        checksum=version.checksum,
        file_name=version.file_name,
        media_type=version.media_type,
        size=version.size,
        received_at=version.received_at,
    )
