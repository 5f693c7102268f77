"""The learning paths: made, described, published and taken away by the coordination."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from archive.authorities import slug
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.learning import LearningPath
from archive.curation import names
from archive.custody import PROGRAM, EventKind
from archive.learning import rows
from archive.learning.content import checked_text
from archive.learning.values import PathEntry


class Paths:
    """Keeps learning paths; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def entries(self) -> tuple[PathEntry, ...]:
        """Return every path, in the order in which they are offered."""
        with self._catalogue.reading() as session:
            return tuple(map(rows.entry, rows.all_paths(session)))

    def published(self) -> tuple[PathEntry, ...]:
        """Return the paths that readers are offered."""
        return tuple(each for each in self.entries() if each.is_published)

    def entry(self, key: str) -> PathEntry:
        """Return a path, or raise UnknownPathError."""
        with self._catalogue.reading() as session:
            return rows.entry(rows.find(session, key))

    def add(self, title: str, text: str = "", agent: str = PROGRAM) -> str:
        """Add a path without steps that nobody is offered yet, and return its key.

        Raises:
            UnusableLabelError: Nothing can be called so.
            UnusableStepError: The text is too long.
        """
        kept = names.checked(title)
        with self._catalogue.writing() as session:
            last = session.scalar(select(func.max(LearningPath.position))) or 0
            row = LearningPath(
                key=_free_key(session, kept),
                title=kept,
                text=checked_text(text),
                position=last + 1,
                is_published=False,
                is_sample=agent == PROGRAM,
            )
            session.add(row)
            rows.note(session, row, EventKind.PATH_ADDED, agent)
            return row.key

    def describe(self, key: str, title: str, text: str, agent: str) -> None:
        """Call a path otherwise, or say something else about it; errors as of `add`, and UnknownPathError."""
        kept, said = names.checked(title), checked_text(text)
        with self._catalogue.writing() as session:
            row = rows.find(session, key)
            row.title, row.text = kept, said
            rows.note(session, row, EventKind.PATH_CHANGED, agent)

    def publish(self, key: str, agent: str = PROGRAM) -> None:
        """Offer a path to readers, or raise UnknownPathError."""
        with self._catalogue.writing() as session:
            row = rows.find(session, key)
            row.is_published = True
            rows.note(session, row, EventKind.PATH_PUBLISHED, agent)

    def hide(self, key: str, agent: str) -> None:
        """Offer a path to nobody, without losing what readers have ticked, or raise UnknownPathError."""
        with self._catalogue.writing() as session:
            row = rows.find(session, key)
            row.is_published = False
            rows.note(session, row, EventKind.PATH_HIDDEN, agent)

    def remove(self, key: str, agent: str) -> None:
        """Remove a path with all that readers have ticked in it, or raise UnknownPathError."""
        with self._catalogue.writing() as session:
            row = rows.find(session, key)
            rows.note(session, row, EventKind.PATH_REMOVED, agent)
            session.delete(row)


def _free_key(session: Session, title: str) -> str:
    """Return a key that no path has: that of the title, with a number if it is taken."""
    wanted = slug(title)
    taken = set(session.scalars(select(LearningPath.key)))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (wanted, *numbered) if key not in taken)
