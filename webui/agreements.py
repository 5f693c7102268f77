"""Who, by when and what became of it, beside decisions and tasks: as their words say it, or as people corrected it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from archive.corrections import CorrectionEntry
from archive.values import Description
from indexer.correcting import anchored
from indexer.passages import Passage
from indexer.search.request import Hit
from indexer.structure.agreements import Agreement, State, read_agreement
from indexer.structure.due import Due
from indexer.structure.kinds import PassageKind
from webui.services import services


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement as it is shown."""

    who: str
    due: Due | None
    state: State
    #: Whether people said so, and not the words alone.
    is_by_hand: bool


def agreements(hits: Iterable[tuple[Hit, Description]]) -> dict[str, Agreed]:
    """Return what was agreed in those of the shown passages that are decisions or tasks, by their ids."""
    found = list(hits)
    days = {passage.id: meeting_day(document) for hit, document in found for passage in hit.passages}
    by_hand = by_passage(document for _, document in found)
    passages = services().texts.passages_by_id(days)
    read = {id_: agreed(each, days[id_], by_hand.get(id_)) for id_, each in passages.items()}
    return {id_: agreement for id_, agreement in read.items() if agreement}


def corrected_agreements(documents: Iterable[Description]) -> dict[str, Agreed]:
    """Return what was agreed in those passages of documents that people corrected, by their ids."""
    days = {document.code: document for document in documents}
    by_hand = by_passage(days.values())
    passages = services().texts.passages_by_id(by_hand)
    read = {id_: agreed(each, meeting_day(days[each.document]), by_hand[id_]) for id_, each in passages.items()}
    return {id_: agreement for id_, agreement in read.items() if agreement}


def by_passage(documents: Iterable[Description]) -> dict[str, CorrectionEntry]:
    """Return what people said of the passages of some documents, by the passages' ids."""
    corrections = services().archive.corrections.of_many([document.code for document in documents])
    return {
        id_: correction
        for code, said in corrections.items()
        for id_, correction in anchored(services().texts.passages(code), said).by_passage.items()
    }


def agreed(passage: Passage, meeting: date | None, correction: CorrectionEntry | None) -> Agreed | None:
    """Return what was agreed in a passage, or None if it is neither a decision nor a task."""
    said = correction.said if correction else None
    kind = PassageKind(said.kind) if said and said.kind else passage.kind
    read = read_agreement(kind, passage.text, meeting)
    if read is None or said is None:
        return _shown(read)
    due = Due(said.due_day, said.due) if said.due else None
    return Agreed(said.who, due, State(said.state) if said.state else read.state, is_by_hand=True)


def meeting_day(document: Description) -> date | None:
    """Return the (first) day of a document's meeting, from which due dates are counted."""
    return document.meeting.start if document.meeting else None


def _shown(read: Agreement | None) -> Agreed | None:
    return Agreed(read.who, read.due, read.state, is_by_hand=False) if read else None
