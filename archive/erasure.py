"""Erasure: a document, or one version of its file, is destroyed because the law or its owner demands it.

Only someone who asks for it erases anything; the program never does by itself. What is left is an event that says
that, when and why a document was erased, without anything that was in it or was said about it.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Select, delete, func, select, union_all
from sqlalchemy.orm import Session, aliased

from archive.accession import code_of, find_document
from archive.batches import forget_arrivals
from archive.catalogue.base import Base
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.holdings import Document, Event, Version
from archive.custody import EventKind
from archive.errors import CurrentVersionError, UnknownVersionError
from archive.events import record
from archive.home import Home
from archive.store import Store, digest


class ErasureReason(StrEnum):
    """Why something was erased; a fixed list, so that no reason can name anyone."""

    #: Someone whose data it holds asked for it.
    REQUESTED = "requested"
    #: Its time to be kept has ended.
    EXPIRED = "expired"
    #: A draft nobody wants to publish.
    DISCARDED = "discarded"
    #: A redacted version stands in its place.
    REDACTED = "redacted"


#: What says which bytes a document has ever had.
_ARRIVALS = frozenset({EventKind.ACCESSION, EventKind.NEW_VERSION})
_ERASURES = frozenset({EventKind.ERASURE, EventKind.VERSION_ERASURE})


class Erasure:
    """Destroys what shall not be held any more; one serves all threads."""

    def __init__(self, home: Home, catalogue: Catalogue, store: Store) -> None:
        self._home = home
        self._catalogue = catalogue
        self._store = store

    def erase(self, code: str, agent: str, reason: ErasureReason) -> None:
        """Destroy a document with all its versions.

        What was derived from it goes as soon as the worker looks at `last`.

        Raises:
            UnknownDocumentError: There is no such document.
        """
        with self._catalogue.writing() as session:
            document = find_document(session, code)
            forget_arrivals(session, document.id)
            delete_dependants(session, document.id)
            session.delete(document)
            record(session, EventKind.ERASURE, code, reason, agent)
        self.finish()

    def erase_version(self, code: str, number: int, agent: str) -> None:
        """Destroy one earlier version of a document's file.

        Raises:
            UnknownDocumentError: There is no such document.
            UnknownVersionError: It has no such version.
            CurrentVersionError: It is what the document is now.
        """
        with self._catalogue.writing() as session:
            document = find_document(session, code)
            version = next((each for each in document.versions if each.number == number), None)
            if version is None:
                raise UnknownVersionError(code, number)
            if number == document.version:
                raise CurrentVersionError(code)
            document.versions.remove(version)
            document.revision += 1
            record(session, EventKind.VERSION_ERASURE, code, version.checksum, agent)
        self.finish()

    def last(self) -> int:
        """Return a number that rises with every erasure and every redacted version, and 0 before the first."""
        redacted = select(Event.detail).where(Event.kind == EventKind.REDACTION)
        is_redacted = (Event.kind == EventKind.NEW_VERSION) & Event.detail.in_(redacted)
        with self._catalogue.reading() as session:
            return session.scalar(select(func.max(Event.id)).where(Event.kind.in_(_ERASURES) | is_redacted)) or 0

    def checksums(self) -> frozenset[str]:
        """Return the SHA-256 of every file that was erased and was not taken in again since."""
        with self._catalogue.reading() as session:
            return frozenset(_erased_checksums(session))

    def moments(self) -> dict[str, datetime]:
        """Return when each file was erased last, by its SHA-256, those included that were taken in again since."""
        with self._catalogue.reading() as session:
            return {checksum: at for checksum, at in session.execute(_erasures()).all() if checksum}

    def finish(self) -> bool:
        """Destroy the files of everything that was erased, and what the catalogue's log still says of it.

        May be repeated at any time: an erasure that was interrupted goes on here.

        Returns:
            Whether nothing is left; False while someone still reads an earlier state of the catalogue.
        """
        erased = self.checksums()
        for checksum in erased:
            self.remove_unheld(checksum)
        for path in self._spooled(erased):
            path.unlink(missing_ok=True)
        return self._catalogue.truncate_log()

    def remove_unheld(self, checksum: str) -> None:
        """Delete a file unless it was taken in again; while this looks, nobody may enter it."""
        with self._catalogue.writing() as session:
            if code_of(session, checksum) is None:
                self._store.remove(checksum)

    def _spooled(self, checksums: frozenset[str]) -> Iterator[Path]:
        """Yield copies of erased files that an accession left behind."""
        if not checksums:
            return
        left = [*self._store.unfinished(), *(path for path in self._home.incoming.rglob("*") if path.is_file())]
        for path in left:
            try:
                if digest(path) in checksums:
                    yield path
            except FileNotFoundError:
                continue  # whoever wrote it has finished


def delete_dependants(session: Session, document: int) -> None:
    """Delete the rows of every table that refer to a document, whichever they are."""
    target = Document.__table__.c.id
    for table in Base.metadata.sorted_tables[::-1]:
        if table is not Version.__table__:
            for column in (key.parent for key in table.foreign_keys if key.column is target):
                session.execute(delete(table).where(column == document))
    session.expire_all()


def _erased_checksums(session: Session) -> Iterable[str]:
    """Return the checksums of all files that were erased and are not held again."""
    return {*session.scalars(_erasures())} - {*session.scalars(select(Version.checksum))}


def _erasures() -> Select[str, datetime]:
    """Select the checksum of every file that was ever erased, and when it last was."""
    whole = aliased(Event)
    of_documents = (
        select(Event.detail, whole.at)
        .join(whole, (whole.document == Event.document) & (whole.kind == EventKind.ERASURE))
        .where(Event.kind.in_(_ARRIVALS))
    )
    of_versions = select(Event.detail, Event.at).where(Event.kind == EventKind.VERSION_ERASURE)
    every = union_all(of_documents, of_versions).subquery()
    return select(every.c.detail, func.max(every.c.at)).group_by(every.c.detail)
