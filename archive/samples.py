"""Discards the sample holdings without touching anything real."""

from dataclasses import dataclass

from sqlalchemy import delete, exists, func, select
from sqlalchemy.orm import Session

from archive.catalogue.authorities import Meeting, Topic
from archive.catalogue.dossiers import TopicDossier
from archive.catalogue.follow_ups import FollowUp
from archive.catalogue.holdings import Document, Event
from archive.catalogue.learning import LearningPath
from archive.catalogue.methods import Experience
from archive.custody import PROGRAM, EventKind
from archive.errors import VocabularyKind
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


def discard_sample_dossiers(session: Session) -> None:
    """Remove what was said of each topic if nobody but the program has ever said it otherwise since."""
    changed = Event.kind == EventKind.DOSSIER_CHANGED
    last = select(func.max(Event.id)).where(changed).group_by(Event.detail)
    said = session.scalars(select(Event.detail).where(Event.id.in_(last), Event.agent == PROGRAM))
    keys = [each.removeprefix(f"{VocabularyKind.TOPIC}:") for each in said]
    topics = select(Topic.id).where(Topic.key.in_(keys))
    session.execute(delete(TopicDossier).where(TopicDossier.topic_id.in_(topics)))


def discard_sample_experiences(session: Session) -> None:
    """Remove the sample experiences of methods whose papers have become real.

    Who offered an experience is not kept with it, so it goes only if nobody else ever told of this method at its site.
    """
    for row in session.scalars(select(Experience)).all():
        offered = (Event.kind == EventKind.EXPERIENCE_OFFERED, Event.detail == f"site:{row.site.key}")
        agents = session.scalars(select(Event.agent).where(Event.document == row.document.code, *offered))
        if set(agents) == {PROGRAM}:
            session.delete(row)


def discard_sample_verdicts(session: Session) -> None:
    """Remove what the program said became of decisions whose documents are real; what people decided stays.

    Public hand-overs name nobody, and tell no such event: what came with one may be of people, and stays.
    """
    judged = exists().where(
        (Document.id == FollowUp.earlier_id) & (Event.document == Document.code),
        (Event.kind == EventKind.FOLLOW_UP) & (Event.agent == PROGRAM),
    )
    session.execute(delete(FollowUp).where(FollowUp.agent == PROGRAM, judged))
