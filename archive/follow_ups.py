"""What became of decisions and tasks: which later passage takes one up again, replaces it, or tells that it is done.

The program proposes, people decide; only what they decided is kept here. As with corrections, the archive keeps the
words of both passages; which passages these are today, the indexer finds out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, aliased

from archive.accession import find_document
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.follow_ups import FollowUp
from archive.catalogue.holdings import Document
from archive.corrections import Anchor
from archive.custody import PROGRAM, EventKind
from archive.events import record


class Verdict(StrEnum):
    """What somebody says of an earlier and a later passage; the German label is the value."""

    TAKEN_UP = "wieder aufgegriffen"
    REPLACED = "ersetzt"
    DONE = "erledigt"
    UNRELATED = "gehört nicht dazu"


@dataclass(frozen=True, slots=True)
class PassageEnd:
    """One of the two passages."""

    #: Reference code of its document.
    document: str
    #: Its id when it was decided on.
    passage: str
    #: Where it is found if it has another id today.
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class FollowUpEntry:
    """The newest verdict on two passages."""

    #: Counted from 1.
    number: int
    earlier: PassageEnd
    later: PassageEnd
    verdict: Verdict
    #: Who decided: an account's agent.
    agent: str
    #: In UTC.
    at: datetime


class FollowUps:
    """Keeps verdicts; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def judge(
        self, earlier: PassageEnd, later: PassageEnd, verdict: Verdict, agent: str = PROGRAM, number: int = 0
    ) -> int:
        """Keep a verdict on two passages.

        Args:
            earlier: A decision or task.
            later: What may tell what became of it.
            verdict: What is decided.
            agent: Who decides.
            number: Of the entry whose verdict this takes the place of, or 0 where there is none.

        Returns:
            The entry's number.

        Raises:
            UnknownDocumentError: One of the documents does not exist.
        """
        with self._catalogue.writing() as session:
            ids = [find_document(session, each.document).id for each in (earlier, later)]
            kept = number or (session.scalar(select(func.max(FollowUp.number))) or 0) + 1
            ends = {**_columns("earlier", earlier, ids[0]), **_columns("later", later, ids[1])}
            session.add(FollowUp(number=kept, verdict=verdict.value, agent=agent, at=datetime.now(UTC), **ends))
            record(session, EventKind.FOLLOW_UP, earlier.document, verdict.value, agent)
        return kept

    def entries(self) -> tuple[FollowUpEntry, ...]:
        """Return the newest verdict on each two passages, in the order they were first decided on."""
        earlier, later = aliased(Document), aliased(Document)
        asked = select(FollowUp, earlier.code, later.code)
        joined = asked.join(earlier, earlier.id == FollowUp.earlier_id).join(later, later.id == FollowUp.later_id)
        newest: dict[int, FollowUpEntry] = {}
        with self._catalogue.reading() as session:
            for row, *codes in session.execute(joined.order_by(FollowUp.id)):
                newest[row.number] = _entry(row, *codes)
        return tuple(newest.values())


def move_follow_ups(session: Session, ending: int, document: int) -> None:
    """Give the verdicts on one document's passages to another, of which it becomes a version."""
    for column in (FollowUp.earlier_id, FollowUp.later_id):
        session.execute(update(FollowUp).where(column == ending).values({column: document}))


def delete_follow_ups(session: Session, document: int, names: Callable[[str], bool]) -> None:
    """Delete the verdicts on a document's passages that quote a name.

    Args:
        session: In a transaction.
        document: Number of its row.
        names: Tells whether the name is in a text.
    """
    of_document = (FollowUp.earlier_id == document) | (FollowUp.later_id == document)
    for row in session.scalars(select(FollowUp).where(of_document)).all():
        if any(names(text) for text in (row.earlier_quote, row.earlier_heading, row.later_quote, row.later_heading)):
            session.delete(row)


def _columns(side: str, end: PassageEnd, document: int) -> dict[str, object]:
    anchor = end.anchor
    said = {"id": document, "passage": end.passage, "quote": anchor.quote, "heading": anchor.heading}
    said |= {"agenda_item": anchor.agenda_item, "ordinal": anchor.ordinal}
    return {f"{side}_{name}": value for name, value in said.items()}


def _entry(row: FollowUp, earlier: str, later: str) -> FollowUpEntry:
    anchors = (
        Anchor(row.earlier_quote, row.earlier_heading, row.earlier_agenda_item, row.earlier_ordinal),
        Anchor(row.later_quote, row.later_heading, row.later_agenda_item, row.later_ordinal),
    )
    first, second = (
        PassageEnd(earlier, row.earlier_passage, anchors[0]),
        PassageEnd(later, row.later_passage, anchors[1]),
    )
    return FollowUpEntry(row.number, first, second, Verdict(row.verdict), row.agent, row.at)
