"""The steps of learning paths, and the documents they lead to."""

from collections.abc import Collection
from dataclasses import fields, replace

from sqlalchemy import select

from archive.accession import find_document
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.holdings import Document, Version
from archive.catalogue.learning import LearningStep, now
from archive.custody import PROGRAM, EventKind
from archive.learning import rows
from archive.learning.content import checked
from archive.learning.values import StepContent, StepDocument
from archive.values import Visibility


class Steps:
    """Keeps the steps of learning paths; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def add(self, key: str, content: StepContent, agent: str = PROGRAM) -> int:
        """Add a step at the end of a path, and return its number.

        Raises:
            UnknownPathError: There is no such path.
            UnknownDocumentError: There is no document of its code.
            UnusableStepError: It cannot be as it is described.
        """
        kept = checked(content)
        with self._catalogue.writing() as session:
            path = rows.find(session, key)
            version = find_document(session, kept.document).version if kept.document else 0
            place = max((each.position for each in path.steps), default=0) + 1
            step = LearningStep(added_at=now(), version=version, position=place, **_columns(kept))
            path.steps.append(step)
            session.flush()
            rows.note(session, path, EventKind.PATH_CHANGED, agent)
            return step.id

    def change(self, key: str, number: int, content: StepContent, agent: str) -> None:
        """Describe a step otherwise; what it leads to stays. Errors as of `add`."""
        with self._catalogue.writing() as session:
            path = rows.find(session, key)
            step = rows.find_step(path, number)
            kept = checked(replace(content, kind=step.kind))
            step.minutes, step.text, step.title, step.link = kept.minutes, kept.text, kept.title, kept.link
            rows.note(session, path, EventKind.PATH_CHANGED, agent)

    def confirm(self, key: str, number: int, agent: str) -> None:
        """Say that a step fits the current version of its document, or raise UnknownPathError."""
        with self._catalogue.writing() as session:
            path = rows.find(session, key)
            step = rows.find_step(path, number)
            step.version = rows.current_version(session, step.document)
            rows.note(session, path, EventKind.PATH_CHANGED, agent)

    def move_up(self, key: str, number: int, agent: str) -> None:
        """Let a step change places with the one before it, if there is one, or raise UnknownPathError."""
        self._swap(key, number, -1, agent)

    def move_down(self, key: str, number: int, agent: str) -> None:
        """Let a step change places with the one after it, if there is one, or raise UnknownPathError."""
        self._swap(key, number, 1, agent)

    def remove(self, key: str, number: int, agent: str) -> None:
        """Take a step out of a path, or raise UnknownPathError."""
        with self._catalogue.writing() as session:
            path = rows.find(session, key)
            path.steps.remove(rows.find_step(path, number))
            rows.note(session, path, EventKind.PATH_CHANGED, agent)

    def documents(self, codes: Collection[str], visible: Collection[Visibility]) -> dict[str, StepDocument]:
        """Return those of some documents that there are in some classes, by code, in one statement."""
        asked = (
            select(Document, Version.received_at)
            .join(Version, (Version.document_id == Document.id) & (Version.number == Document.version))
            .where(Document.code.in_(codes), Document.visibility.in_(visible))
        )
        with self._catalogue.reading() as session:
            return {
                each.code: StepDocument(
                    each.code, each.title, each.kind, each.visibility, each.is_sample, each.version, received_at
                )
                for each, received_at in session.execute(asked)
            }

    def _swap(self, key: str, number: int, by: int, agent: str) -> None:
        with self._catalogue.writing() as session:
            path = rows.find(session, key)
            step = rows.find_step(path, number)
            place = path.steps.index(step) + by
            if not 0 <= place < len(path.steps):
                return
            other = path.steps[place]
            step.position, other.position = other.position, step.position
            rows.note(session, path, EventKind.PATH_CHANGED, agent)


def _columns(content: StepContent) -> dict[str, object]:
    return {field.name: getattr(content, field.name) for field in fields(content)}
