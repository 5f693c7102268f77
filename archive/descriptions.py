"""Descriptions: documents as they stand in the catalogue, read in two statements however many they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, false, literal, or_, select, true, union_all
from sqlalchemy.orm import Session

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

#: Number of a document → labels.
Labels = Mapping[int, tuple[str, ...]]


class Label(StrEnum):
    """What labels tell of a document; in the order in which `_description` takes them."""

    SITE = "site"
    TOPIC = "topic"
    KEYWORD = "keyword"


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
    found = versions_of_many(session, (code,))
    if code not in found:
        raise UnknownDocumentError(code)
    return found[code]


def versions_of_many(session: Session, codes: Collection[str]) -> dict[str, tuple[VersionEntry, ...]]:
    """Return every version of those of these documents that exist, oldest first, by reference code."""
    asked = select(Document.code, Version).join(Version).where(Document.code.in_(codes)).order_by(Version.number)
    found: defaultdict[str, list[VersionEntry]] = defaultdict(list)
    for code, version in session.execute(asked):
        found[code].append(_version_entry(version))
    return {code: tuple(versions) for code, versions in found.items()}


def listed_files(session: Session, checksums: Collection[str] | None = None) -> tuple[ListedFile, ...]:
    """Return every file the catalogue says is held, or those of some checksums; in the order of accession."""
    every = select(Document.code, Version.number, Version.checksum).join(Version).order_by(Document.id, Version.number)
    rows = session.execute(every if checksums is None else every.where(Version.checksum.in_(checksums)))
    return tuple(ListedFile(code, number, checksum) for code, number, checksum in rows)


def _described(session: Session, condition: ColumnElement[bool]) -> Iterable[Description]:
    labels = _labels(session, condition)
    rows = session.execute(
        select(Document, Version, Meeting, MeetingKind.label)
        .join(Version, (Version.document_id == Document.id) & (Version.number == Document.version))
        .outerjoin(Meeting, Meeting.id == Document.meeting_id)
        .outerjoin(MeetingKind, MeetingKind.id == Meeting.kind_id)
        .where(condition)
        .order_by(Document.id)
    )
    for document, version, meeting, kind in rows:
        about = tuple(labels[each].get(document.id, ()) for each in Label)
        yield _description(document, version, _meeting_description(meeting, kind), about)


def _labels(session: Session, condition: ColumnElement[bool]) -> Mapping[Label, Labels]:
    """Return the labels of each kind that documents have, by document, in their order."""
    found: Mapping[Label, defaultdict[int, list[str]]] = {each: defaultdict(list) for each in Label}
    for kind, document, label, _ in session.execute(_labelled(condition)):
        found[Label(kind)][document].append(label)
    return {kind: {document: tuple(each) for document, each in some.items()} for kind, some in found.items()}


def _labelled(condition: ColumnElement[bool]) -> CompoundSelect[Any]:
    """Return the statement for the labels of all kinds: topics in the programme's own order, the others by letters."""
    kinds = (
        (Label.SITE, document_site, Site, literal(0)),
        (Label.TOPIC, document_topic, Topic, Topic.number),
        (Label.KEYWORD, document_keyword, Keyword, literal(0)),
    )
    parts = (
        select(literal(kind.value), link.c.document_id, entry.label.label("label"), number.label("number"))
        .join(entry, entry.id == link.c[f"{kind.value}_id"])
        .join(Document, Document.id == link.c.document_id)
        .where(condition)
        for kind, link, entry, number in kinds
    )
    return union_all(*parts).order_by("number", "label")


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
        licence=document.licence,
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
