"""Descriptions: documents as they stand in the catalogue, read in four statements however many they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Column, ColumnElement, false, or_, select, true
from sqlalchemy.orm import Session

from archive.accession import find_document
from archive.catalogue.authorities import Keyword, Meeting, MeetingKind, Site, Topic
from archive.catalogue.holdings import Document, Version, document_keyword, document_site, document_topic
from archive.custody import ListedFile, VersionEntry
from archive.errors import UnknownDocumentError
from archive.formats import EML, PDF
from archive.metadata import date_of
from archive.packs import SEPARATOR
from archive.values import Description, MeetingDescription, Title, Visibility

#: Files that others may be attached to.
WITH_ATTACHMENTS = (EML, PDF)

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


def attachments_of(session: Session, codes: Collection[str]) -> dict[str, tuple[Title, ...]]:
    """Return the documents that came as attachments of some documents' files, told by the names they were given."""
    asked = select(Version.file_name, Document.code).join(Document, Document.id == Version.document_id)
    files = asked.where(Document.code.in_(codes), Version.media_type.in_(WITH_ATTACHMENTS))
    owners = {f"{name}{SEPARATOR}": code for name, code in session.execute(files)}
    found: defaultdict[str, dict[str, Title]] = defaultdict(dict)
    begins = or_(false(), *(Version.file_name.startswith(prefix, autoescape=True) for prefix in owners))
    rows = select(Version.file_name, Document.code, Document.title, Document.kind).join(Version).where(begins)
    for name, code, title, kind in session.execute(rows.order_by(Document.code)):
        for prefix, owner in owners.items():
            if name.startswith(prefix) and code != owner:
                found[owner][code] = Title(code, title, kind)
    return {owner: tuple(titles.values()) for owner, titles in found.items()}


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
    sites = _labels(session, document_site.c.site_id, Site, condition)
    topics = _labels(session, document_topic.c.topic_id, Topic, condition)
    keywords = _labels(session, document_keyword.c.keyword_id, Keyword, condition)
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


def _labels(
    session: Session, link: Column[int], entry: type[Site | Topic | Keyword], condition: ColumnElement[bool]
) -> Labels:
    """Return the labels of entries that documents are linked to, in the entries' own order.

    Args:
        session: Of the catalogue.
        link: The column of a linking table that names the entry.
        entry: The vocabulary.
        condition: Of the documents.
    """
    document = link.table.c.document_id
    asked = select(document, entry.label).join(entry, entry.id == link).join(Document, Document.id == document)
    order = entry.number if issubclass(entry, Topic) else entry.label
    found: defaultdict[int, list[str]] = defaultdict(list)
    for id_, label in session.execute(asked.where(condition).order_by(order)):
        found[id_].append(label)
    return {id_: tuple(each) for id_, each in found.items()}


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
