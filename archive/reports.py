"""Reports: what readers, or the archive itself, say is wrong with a document, until the coordination has seen to it.

Who reported is not kept, neither here nor in an event.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.orm import Session

from archive.accession import find_document
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.holdings import Document
from archive.catalogue.reports import Report
from archive.custody import PROGRAM, EventKind
from archive.events import record
from archive.values import Visibility

#: A report is kept so long after it was done.
KEPT = timedelta(days=90)

#: No more are shown at once.
MOST_SHOWN = 200


class Fault(StrEnum):
    """What is wrong with a document."""

    TEXT = "text"
    DETAILS = "details"
    PERSONAL = "personal"
    #: Found by the archive itself: a scan was published, its text recognised later, and personal data noticed in it.
    RECOGNISED = "recognised"
    OTHER = "other"


#: What comes first: it may be seen by people who should not.
_URGENT = (Fault.PERSONAL.value, Fault.RECOGNISED.value)


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report as the coordination reads it."""

    #: The catalogue's.
    number: int
    #: Reference code.
    document: str
    #: The document's.
    title: str
    fault: Fault
    #: Page or passage, in the words of whoever reported; may be empty, as the text may.
    place: str
    text: str
    #: In UTC.
    made_at: datetime
    #: In UTC, or None while it is open.
    done_at: datetime | None


class Reports:
    """Keeps reports; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def make(self, code: str, fault: Fault, place: str, text: str) -> None:
        """Keep a report about a document, or raise UnknownDocumentError."""
        now = datetime.now(UTC)
        with self._catalogue.writing() as session:
            document = find_document(session, code).id
            session.add(Report(document_id=document, fault=fault.value, place=place, text=text, made_at=now))
            record(session, EventKind.REPORT_MADE, code, fault.value)

    def entries(self, visible: Collection[Visibility]) -> tuple[ReportEntry, ...]:
        """Return the first reports on documents of some classes.

        Open ones come first, those about personal data before others, then the oldest; done ones the last done first.
        """
        first = (Report.done_at.is_not(None), Report.done_at.desc())
        order = (*first, case((Report.fault.in_(_URGENT), 0), else_=1), Report.id)
        asked = select(Report, Document.code, Document.title).join(Document).where(Document.visibility.in_(visible))
        with self._catalogue.reading() as session:
            rows = session.execute(asked.order_by(*order).limit(MOST_SHOWN))
            return tuple(_entry(*row) for row in rows)

    def count_open(self, visible: Collection[Visibility]) -> int:
        """Return how many reports on documents of some classes are open."""
        asked = select(func.count()).select_from(Report).join(Document)
        wanted = asked.where(Report.done_at.is_(None), Document.visibility.in_(visible))
        with self._catalogue.reading() as session:
            return session.scalar(wanted) or 0

    def finish(self, number: int, agent: str = PROGRAM) -> None:
        """Mark a report as done; one that is gone or done already is no fault."""
        with self._catalogue.writing() as session:
            row = session.get(Report, number)
            if row and row.done_at is None:
                row.done_at = datetime.now(UTC)
                record(session, EventKind.REPORT_DONE, row.document.code, row.fault, agent)

    def remove(self, number: int, agent: str = PROGRAM) -> None:
        """Keep a report no longer, done or not; one that is gone already is no fault."""
        with self._catalogue.writing() as session:
            row = session.get(Report, number)
            if row:
                record(session, EventKind.REPORT_REMOVED, row.document.code, row.fault, agent)
                session.delete(row)

    def forget(self, now: datetime) -> None:
        """Delete the reports whose time has ended; looks first, so that nothing is written where there are none."""
        ended = Report.done_at < now - KEPT
        with self._catalogue.reading() as session:
            if session.scalar(select(Report.id).where(ended).limit(1)) is None:
                return
        with self._catalogue.writing() as session:
            session.execute(delete(Report).where(ended))


def move_reports(session: Session, ending: int, document: int) -> None:
    """Give the reports on one document to another, of which it becomes a version."""
    session.execute(update(Report).where(Report.document_id == ending).values(document_id=document))


def _entry(row: Report, code: str, title: str) -> ReportEntry:
    return ReportEntry(row.id, code, title, Fault(row.fault), row.place, row.text, row.made_at, row.done_at)
