"""Succession: a draft that is already in custody becomes the newest version of another document, or is kept apart."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from archive.accession import find_document
from archive.batches import move_arrivals
from archive.card_facts import move_card_facts
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.holdings import Document, Event, Version
from archive.corrections import move_corrections
from archive.custody import PROGRAM, EventKind
from archive.erasure import delete_dependants
from archive.errors import NotADraftError, SameDocumentError
from archive.events import record
from archive.follow_ups import move_follow_ups
from archive.reports import move_reports
from archive.values import Visibility


class Succession:
    """Decides whether drafts are versions of other documents; one serves all threads.

    What was decided is read from the events, which are never changed and outlive the drafts.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def make_version(self, draft: str, of: str, agent: str = PROGRAM) -> int:
        """Make the file of a draft the newest version of another document, which keeps its code and metadata.

        The draft ends; earlier versions of its own come before its newest. All of it happens, or nothing.

        Args:
            draft: Code of the draft.
            of: Code of the document it becomes a version of.
            agent: Who decides so.

        Returns:
            The number of the version that is current from now on.

        Raises:
            UnknownDocumentError: One of the two does not exist.
            NotADraftError: It is not a draft, so that others may already cite its code.
            SameDocumentError: It is the same document.
        """
        with self._catalogue.writing() as session:
            ending, document = find_document(session, draft), find_document(session, of)
            if ending is document:
                raise SameDocumentError(draft)
            if ending.visibility is not Visibility.DRAFT:
                raise NotADraftError(draft)
            _move_versions(session, ending, document, agent)
            move_corrections(session, ending.id, document.id)
            move_follow_ups(session, ending.id, document.id)
            move_reports(session, ending.id, document.id)
            move_card_facts(session, ending.id, document.id)
            move_arrivals(session, ending.id, document.id)
            record(session, EventKind.BECAME_VERSION, draft, of, agent)
            delete_dependants(session, ending.id)
            session.delete(ending)
            return document.version

    def keep_apart(self, draft: str, other: str, agent: str = PROGRAM) -> None:
        """Record that a draft is a document of its own, however much it is like another; deciding twice is once.

        Raises:
            UnknownDocumentError: One of the two does not exist.
            SameDocumentError: It is the same document.
        """
        with self._catalogue.writing() as session:
            if find_document(session, draft) is find_document(session, other):
                raise SameDocumentError(draft)
            if other not in _details(session, draft, EventKind.KEPT_APART):
                record(session, EventKind.KEPT_APART, draft, other, agent)

    def kept_apart(self, draft: str) -> frozenset[str]:
        """Return the codes of the documents of which a draft was decided to be no version."""
        with self._catalogue.reading() as session:
            return frozenset(_details(session, draft, EventKind.KEPT_APART))

    def successor(self, code: str) -> str | None:
        """Return the code of the document whose version a draft has become, or None where it has not."""
        with self._catalogue.reading() as session:
            found = None
            # Ends: a draft that ended is no document any more, so nothing can become its version.
            while following := _details(session, found or code, EventKind.BECAME_VERSION):
                found = following[-1]
            return found


def _move_versions(session: Session, ending: Document, document: Document, agent: str) -> None:
    """Put all versions of one document after those of another."""
    moved = [(version.id, version.checksum) for version in ending.versions]
    for number, (id_, checksum) in enumerate(moved, document.version + 1):
        session.execute(update(Version).where(Version.id == id_).values(document_id=document.id, number=number))
        record(session, EventKind.NEW_VERSION, document.code, checksum, agent)
    document.version += len(moved)
    document.revision += 1
    # A file someone brought must not vanish with the samples.
    document.is_sample = document.is_sample and ending.is_sample
    session.flush()
    # What ends must not take along the versions it no longer has.
    session.refresh(ending, ["versions"])


def _details(session: Session, code: str, kind: EventKind) -> list[str]:
    """Return the details of a document's events of one kind, oldest first."""
    asked = select(Event.detail).where(Event.document == code, Event.kind == kind).order_by(Event.id)
    return list(session.scalars(asked))
