"""What documents lack: a meeting, sites, topics."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from archive.catalogue.holdings import Document, Version, document_site, document_topic
from archive.values import Visibility


class Gap(StrEnum):
    """Something a document should have and does not."""

    MEETING = "meeting"
    SITE = "site"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class DocumentState:
    """A document by what may be amiss with it: as little as a survey of all of them needs."""

    #: Reference code.
    code: str
    title: str
    revision: int
    #: SHA-256 of the current version's bytes.
    checksum: str
    gaps: frozenset[Gap]


def states(session: Session, visible: Collection[Visibility]) -> tuple[DocumentState, ...]:
    """Return the state of every document of some classes, in one statement, in the order of their accession."""
    gaps = tuple(Gap)
    columns = (Document.code, Document.title, Document.revision, Version.checksum)
    lacking = [_lacks(gap).label(gap) for gap in gaps]
    rows = session.execute(
        select(*columns, *lacking)
        .join(Version, (Version.document_id == Document.id) & (Version.number == Document.version))
        .where(Document.visibility.in_(visible))
        .order_by(Document.id)
    )
    return tuple(
        DocumentState(
            code, title, revision, checksum, frozenset(gap for gap, is_so in zip(gaps, lacks, strict=True) if is_so)
        )
        for code, title, revision, checksum, *lacks in rows
    )


def _lacks(gap: Gap) -> ColumnElement[bool]:
    match gap:
        case Gap.MEETING:
            return Document.meeting_id.is_(None)
        case Gap.SITE:
            return ~exists().where(document_site.c.document_id == Document.id)
        case Gap.TOPIC:
            return ~exists().where(document_topic.c.document_id == Document.id)
