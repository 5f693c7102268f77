"""Discards the sample holdings without touching anything real."""

from dataclasses import dataclass

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from archive.catalogue.authorities import Meeting
from archive.catalogue.holdings import Document
from archive.catalogue.learning import LearningPath
from archive.custody import EventKind
from archive.events import record


@dataclass(frozen=True, slots=True)
class Discarded:
    """What was removed from the catalogue."""

    #: How many documents.
    documents: int
    #: Of the files that are no longer listed.
    checksums: tuple[str, ...]


def discard_sample_documents(session: Session) -> Discarded:
    """Remove every sample document from the catalogue; what happened to it stays on record."""
    samples = session.scalars(select(Document).where(Document.is_sample)).all()
    checksums = tuple(version.checksum for document in samples for version in document.versions)
    for document in samples:
        record(session, EventKind.DISCARD, document.code, "sample")
        session.delete(document)
    session.flush()
    return Discarded(len(samples), checksums)


def discard_sample_meetings(session: Session) -> None:
    """Remove every sample meeting that no document refers to any more."""
    referred_to = exists().where(Document.meeting_id == Meeting.id)
    session.execute(delete(Meeting).where(Meeting.is_sample, ~referred_to))


def discard_sample_paths(session: Session) -> None:
    """Remove every sample learning path that nobody has made his own by changing it."""
    session.execute(delete(LearningPath).where(LearningPath.is_sample))
