"""Who, by when and what became of it, beside the decisions and tasks among the hits."""

from collections.abc import Iterable

from archive.values import Description
from indexer.search.request import Hit
from indexer.structure.agreements import Agreement, read_agreement
from webui.services import services


def agreements(hits: Iterable[tuple[Hit, Description]]) -> dict[str, Agreement]:
    """Return what was agreed in those of the shown passages that are decisions or tasks, by their ids."""
    days = {
        passage.id: document.meeting.start if document.meeting else None
        for hit, document in hits
        for passage in hit.passages
    }
    passages = services().texts.passages_by_id(days)
    read = {id_: read_agreement(each.kind, each.text, days[id_]) for id_, each in passages.items()}
    return {id_: agreement for id_, agreement in read.items() if agreement}
