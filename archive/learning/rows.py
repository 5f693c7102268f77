"""Rows of learning paths, found and turned into what travels."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from archive.catalogue.holdings import Document
from archive.catalogue.learning import LearningPath, LearningStep
from archive.custody import PROGRAM, EventKind
from archive.events import record
from archive.learning.errors import UnknownPathError
from archive.learning.values import PathEntry, StepContent, StepEntry


def find(session: Session, key: str) -> LearningPath:
    """Return the path of a key with its steps, or raise UnknownPathError."""
    asked = select(LearningPath).where(LearningPath.key == key).options(joinedload(LearningPath.steps))
    row = session.scalars(asked).unique().one_or_none()
    if row is None:
        raise UnknownPathError(key)
    return row


def find_step(path: LearningPath, number: int) -> LearningStep:
    """Return a step of a path, or raise UnknownPathError."""
    step = next((each for each in path.steps if each.id == number), None)
    if step is None:
        raise UnknownPathError(path.key)
    return step


def all_paths(session: Session) -> Iterable[LearningPath]:
    """Return every path with its steps, in their order."""
    asked = select(LearningPath).order_by(LearningPath.position, LearningPath.id)
    return session.scalars(asked.options(joinedload(LearningPath.steps))).unique().all()


def entry(row: LearningPath) -> PathEntry:
    """Return a path as it travels."""
    steps = tuple(StepEntry(step.id, _content(step), step.added_at, step.version) for step in row.steps)
    return PathEntry(row.key, row.title, row.text, row.is_published, row.is_sample, steps)


def current_version(session: Session, code: str) -> int:
    """Return the number of a document's current version, or 0 where there is no document of this code."""
    return session.scalar(select(Document.version).where(Document.code == code)) or 0


def note(session: Session, row: LearningPath, kind: EventKind, agent: str) -> None:
    """Record what somebody did to a path; from then on it is not the sample any more that it may have been."""
    row.is_sample = row.is_sample and agent == PROGRAM
    record(session, kind, "", row.key, agent)


def _content(step: LearningStep) -> StepContent:
    return StepContent(step.kind, step.minutes, step.text, step.title, step.document, step.passage, step.link)
