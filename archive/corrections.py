"""Corrections by hand: what people say a passage is, where the program recognised it otherwise.

The archive keeps them with the words they are about; which passage that is today, the indexer finds out.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from archive.accession import find_document
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.corrections import Correction
from archive.catalogue.holdings import Document
from archive.custody import PROGRAM, EventKind
from archive.events import record


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage stands, told so that it can be found again when the document is read anew."""

    #: The words of the passage, as they were when it was corrected.
    quote: str
    heading: str = ""
    agenda_item: str = ""
    #: Which of the document's passages of these words it is, counted from 0.
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """What people say of a passage; all of it counts, what is empty, too."""

    #: Its kind, as the indexer calls it, or "" where it is as recognised.
    kind: str = ""
    #: Who is to do it: a role.
    who: str = ""
    #: By when, in the words that were entered …
    due: str = ""
    #: … and the day they name, if they name one.
    due_day: date | None = None
    #: What became of it, as the indexer calls it, or "" where it is as its words say.
    state: str = ""


#: Nothing is said any more: the passage is what was recognised.
NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """The newest correction of a passage."""

    #: Within the document, counted from 1.
    number: int
    anchor: Anchor
    said: Said
    #: Who corrected: an account's agent.
    agent: str
    #: In UTC.
    at: datetime


class Corrections:
    """Keeps corrections; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def enter(self, code: str, anchor: Anchor, said: Said, agent: str = PROGRAM, number: int = 0) -> int:
        """Add a correction, and let the document be indexed anew.

        Args:
            code: The document's.
            anchor: Where the passage stands.
            said: All that is said of it from now on.
            agent: Who corrects.
            number: Of the correction this takes the place of, or 0 where the passage has none. Where somebody has
                corrected the same place meanwhile, or the form was sent twice, it takes the place of that one.

        Returns:
            The correction's number.

        Raises:
            UnknownDocumentError: There is no such document.
        """
        with self._catalogue.writing() as session:
            document = find_document(session, code)
            kept = number or _of_place(session, document.id, anchor) or _last(session, document.id) + 1
            session.add(_row(document.id, kept, anchor, said, agent))
            document.revision += 1
            record(session, EventKind.CORRECTION, code, said.kind, agent)
        return kept

    def of(self, code: str) -> tuple[CorrectionEntry, ...]:
        """Return what is said of a document's passages, in the order it was first said."""
        return self.of_many((code,)).get(code, ())

    def of_many(self, codes: Collection[str]) -> dict[str, tuple[CorrectionEntry, ...]]:
        """Return what is said of the passages of some documents, by code; those that are as recognised are left out."""
        rows = select(Document.code, Correction).join(Document, Document.id == Correction.document_id)
        asked = rows.where(Document.code.in_(codes)).order_by(Correction.id)
        newest: defaultdict[str, dict[int, CorrectionEntry]] = defaultdict(dict)
        with self._catalogue.reading() as session:
            for code, row in session.execute(asked):
                newest[code][row.number] = _entry(row)
        said = {
            code: tuple(each for each in by_number.values() if each.said != NOTHING_SAID)
            for code, by_number in newest.items()
        }
        return {code: entries for code, entries in said.items() if entries}


def move_corrections(session: Session, ending: int, document: int) -> None:
    """Give what is said of one document's passages to another, of which it becomes a version."""
    moved = update(Correction).where(Correction.document_id == ending)
    session.execute(moved.values(document_id=document, number=Correction.number + _last(session, document)))


def _last(session: Session, document: int) -> int:
    return session.scalar(select(func.max(Correction.number)).where(Correction.document_id == document)) or 0


def _of_place(session: Session, document: int, anchor: Anchor) -> int:
    """Return the number of the correction that belongs to a place of a document now, or 0."""
    newest = select(func.max(Correction.id)).where(Correction.document_id == document).group_by(Correction.number)
    held = map(_entry, session.scalars(select(Correction).where(Correction.id.in_(newest))))
    return next((each.number for each in held if each.anchor == anchor and each.said != NOTHING_SAID), 0)


def _row(document: int, number: int, anchor: Anchor, said: Said, agent: str) -> Correction:
    return Correction(
        document_id=document,
        number=number,
        quote=anchor.quote,
        heading=anchor.heading,
        agenda_item=anchor.agenda_item,
        ordinal=anchor.ordinal,
        kind=said.kind,
        who=said.who,
        due=said.due,
        due_day=said.due_day,
        state=said.state,
        agent=agent,
        at=datetime.now(UTC),
    )


def _entry(row: Correction) -> CorrectionEntry:
    anchor = Anchor(row.quote, row.heading, row.agenda_item, row.ordinal)
    said = Said(row.kind, row.who, row.due, row.due_day, row.state)
    return CorrectionEntry(row.number, anchor, said, row.agent, row.at)
