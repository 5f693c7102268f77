"""Who, by when and what became of it, beside decisions and tasks: as their words say it, or as people corrected it."""

from collections.abc import Iterable

from archive.corrections import CorrectionEntry
from archive.values import Description, meeting_day
from indexer.agreed import Agreed, agreed
from indexer.correcting import anchored
from indexer.search.request import Hit
from webui.services import services


def agreements(hits: Iterable[Hit]) -> dict[str, Agreed]:
    """Return what was agreed in those of the shown passages that are decisions or tasks, by their ids."""
    return services().texts.agreements.of(passage.id for hit in hits for passage in hit.passages)


def corrected_agreements(documents: Iterable[Description]) -> dict[str, Agreed]:
    """Return what was agreed in those passages of documents that people corrected, by their ids."""
    days = {document.code: meeting_day(document) for document in documents}
    by_hand = by_passage(days)
    passages = services().texts.passages_by_id(by_hand)
    read = {id_: agreed(each, days[each.document], by_hand[id_].said) for id_, each in passages.items()}
    return {id_: agreement for id_, agreement in read.items() if agreement}


def by_passage(codes: Iterable[str]) -> dict[str, CorrectionEntry]:
    """Return what people said of the passages of some documents, by the passages' ids."""
    corrections = services().archive.corrections.of_many(list(codes))
    return {
        id_: correction
        for code, said in corrections.items()
        for id_, correction in anchored(services().texts.passages(code), said).by_passage.items()
    }
