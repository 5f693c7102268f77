"""What became of decisions and tasks, as people decided: the two passages of each verdict as they stand today."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from archive.follow_ups import FollowUpEntry, PassageEnd, Verdict
from indexer.correcting import passage_of
from indexer.index.texts import Texts
from indexer.passages import Passage
from indexer.structure.agreements import State
from webui.reader import reader
from webui.services import services

#: What a verdict tells of the state of the earlier one; the first that was decided counts.
STATES: Mapping[Verdict, State] = {
    Verdict.DONE: State.DONE,
    Verdict.REPLACED: State.REPLACED,
    Verdict.TAKEN_UP: State.TAKEN_UP,
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A verdict on two passages."""

    #: Of its entry in the archive.
    number: int
    earlier: Passage
    later: Passage
    verdict: Verdict


@dataclass(frozen=True)
class Lineage:
    """All verdicts on passages the reader may see."""

    follow_ups: tuple[FollowUp, ...]

    def of(self, passage: str) -> list[FollowUp]:
        """Return what became of a decision or task, the latest day last; what does not belong together is left out."""
        return [
            each for each in self.follow_ups if each.earlier.id == passage and each.verdict is not Verdict.UNRELATED
        ]

    def before(self, passage: str) -> list[FollowUp]:
        """Return what a passage goes back to."""
        return [each for each in self.follow_ups if each.later.id == passage and each.verdict is not Verdict.UNRELATED]

    def verdict(self, earlier: str, later: str) -> FollowUp | None:
        """Return what was decided of two passages, or None where nothing was."""
        return self._decided.get((earlier, later))

    @cached_property
    def _decided(self) -> dict[tuple[str, str], FollowUp]:
        return {(each.earlier.id, each.later.id): each for each in self.follow_ups}

    @cached_property
    def states(self) -> dict[str, State]:
        """What the verdicts tell of decisions and tasks, by the ids of their passages."""
        told: dict[str, State] = {}
        for verdict, state in tuple(STATES.items())[::-1]:
            told |= {each.earlier.id: state for each in self.follow_ups if each.verdict is verdict}
        return told


def lineage() -> Lineage:
    """Return the verdicts on passages of documents the reader may see."""
    entries = services().archive.follow_ups.entries()
    codes = {end.document for each in entries for end in (each.earlier, each.later)}
    return lineage_among(entries, services().searcher.shown(codes, reader()), services().texts)


def lineage_among(entries: Iterable[FollowUpEntry], shown: Collection[str], texts: Texts) -> Lineage:
    """Return the verdicts on passages of some documents.

    Args:
        entries: All verdicts.
        shown: Codes of the documents.
        texts: Their passages.
    """
    seen = [each for each in entries if {each.earlier.document, each.later.document} <= set(shown)]
    passages = _passages((end for each in seen for end in (each.earlier, each.later)), texts)
    return Lineage(tuple(_placed(seen, passages)))


def _placed(entries: Iterable[FollowUpEntry], passages: Mapping[PassageEnd, Passage]) -> Iterable[FollowUp]:
    """Yield the entries of which both passages are there."""
    for each in entries:
        if each.earlier in passages and each.later in passages:
            yield FollowUp(each.number, passages[each.earlier], passages[each.later], each.verdict)


def _passages(ends: Iterable[PassageEnd], texts: Texts) -> dict[PassageEnd, Passage]:
    """Return the passage each end means: of its id, or, where its document was read anew, of its words."""
    wanted = set(ends)
    by_id = texts.passages_by_id({end.passage for end in wanted})
    found = {end: by_id[end.passage] for end in wanted if end.passage in by_id}
    lost = wanted - found.keys()
    own = {code: texts.passages(code) for code in {end.document for end in lost}}
    meant = {end: passage_of(own[end.document], end.anchor) for end in lost}
    return found | {end: passage for end, passage in meant.items() if passage}
