"""Experiences: what a site lived with a method, told in a few lines and released by the coordination.

Who wrote one is not kept with it: it speaks for the site.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from archive.accession import find_document
from archive.catalogue.authorities import Site
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.holdings import Document
from archive.catalogue.methods import Experience
from archive.custody import PROGRAM, EventKind
from archive.errors import UnknownEntryError, VocabularyKind
from archive.events import record
from archive.values import Visibility


@dataclass(frozen=True, slots=True)
class Told:
    """What people tell of a method at their site."""

    #: Key of the site.
    site: str
    year: int
    went_well: str
    was_hard: str
    advice: str


@dataclass(frozen=True, slots=True)
class ExperienceEntry:
    """An experience as it is shown."""

    #: The catalogue's.
    number: int
    #: Reference code of the method's paper.
    document: str
    #: The paper's title.
    title: str
    #: Label of the site.
    site: str
    year: int
    went_well: str
    was_hard: str
    advice: str
    #: In UTC.
    offered_at: datetime


class Experiences:
    """Keeps experiences; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def offer(self, code: str, told: Told, agent: str = PROGRAM) -> int:
        """Keep what a site tells of a method, and return its number; others see it when it is released.

        Raises:
            UnknownDocumentError: There is no such document.
            UnknownEntryError: There is no such site.
        """
        with self._catalogue.writing() as session:
            document = find_document(session, code)
            site = session.scalar(select(Site).where(Site.key == told.site))
            if site is None:
                raise UnknownEntryError(VocabularyKind.SITE, told.site)
            texts = {"went_well": told.went_well, "was_hard": told.was_hard, "advice": told.advice}
            kept = {**texts, "year": told.year, "offered_at": datetime.now(UTC), "is_released": False}
            session.add(row := Experience(document_id=document.id, site_id=site.id, **kept))
            record(session, EventKind.EXPERIENCE_OFFERED, code, f"site:{told.site}", agent)
            session.flush()
            return row.id

    def released(self, code: str) -> tuple[ExperienceEntry, ...]:
        """Return what may be read of a method, the newest years first."""
        return self.released_of((code,)).get(code, ())

    def released_of(self, codes: Collection[str]) -> dict[str, tuple[ExperienceEntry, ...]]:
        """Return what may be read of some methods by their papers' codes, the newest years first; in one statement."""
        own = _entries().where(Experience.is_released).order_by(Experience.year.desc(), Experience.id)
        found: defaultdict[str, list[ExperienceEntry]] = defaultdict(list)
        with self._catalogue.reading() as session:
            for row in session.scalars(own.where(Experience.document.has(Document.code.in_(codes)))):
                found[row.document.code].append(_entry(row))
        return {code: tuple(entries) for code, entries in found.items()}

    def released_by(self, site: str, visible: Collection[Visibility]) -> tuple[ExperienceEntry, ...]:
        """Return what a site, by its key, tells of methods whose papers are of some classes, the newest years first."""
        own = Experience.site.has(Site.key == site) & Experience.document.has(Document.visibility.in_(visible))
        told = _entries().where(Experience.is_released, own).order_by(Experience.year.desc(), Experience.id)
        with self._catalogue.reading() as session:
            return tuple(map(_entry, session.scalars(told)))

    def waiting(self) -> tuple[ExperienceEntry, ...]:
        """Return what is to be released or refused, in the order it came."""
        with self._catalogue.reading() as session:
            rows = session.scalars(_entries().where(~Experience.is_released).order_by(Experience.id))
            return tuple(map(_entry, rows))

    def count_waiting(self) -> int:
        """Return how many are to be released or refused."""
        with self._catalogue.reading() as session:
            return session.scalar(select(func.count()).select_from(Experience).where(~Experience.is_released)) or 0

    def release(self, number: int, agent: str = PROGRAM) -> None:
        """Let others read an experience; one that is gone or released already is no fault."""
        with self._catalogue.writing() as session:
            row = session.get(Experience, number)
            if row and not row.is_released:
                row.is_released = True
                record(session, EventKind.EXPERIENCE_RELEASED, row.document.code, f"site:{row.site.key}", agent)

    def remove(self, number: int, agent: str = PROGRAM) -> None:
        """Keep an experience no longer, released or not; one that is gone already is no fault."""
        with self._catalogue.writing() as session:
            row = session.get(Experience, number)
            if row:
                record(session, EventKind.EXPERIENCE_REMOVED, row.document.code, f"site:{row.site.key}", agent)
                session.delete(row)


def _entries() -> Select[Experience]:
    return select(Experience).options(joinedload(Experience.document), joinedload(Experience.site))


def _entry(row: Experience) -> ExperienceEntry:
    return ExperienceEntry(
        number=row.id,
        document=row.document.code,
        title=row.document.title,
        site=row.site.label,
        year=row.year,
        went_well=row.went_well,
        was_hard=row.was_hard,
        advice=row.advice,
        offered_at=row.offered_at,
    )
