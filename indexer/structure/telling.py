"""Tells of every block of a document what it says, in the light of what was announced of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from indexer.extraction.pages import BlockKind
from indexer.structure.assignments import sounds_like_task
from indexer.structure.decisions import is_vote
from indexer.structure.kinds import PassageKind, read_label
from indexer.structure.occasion import Occasion
from indexer.structure.outline import Placed, Role
from indexer.structure.sayings import FINDINGS, LABELLED, Saying, sayings

#: A heading or a label of its own said what follows.
_ANNOUNCED = 0.8
#: Under "Beschlüsse" an item that names who or ends in an infinitive is a task.
_TASK_AMONG_DECISIONS = 0.6


@dataclass(frozen=True, slots=True)
class Told:
    """A saying in its place; its kind is None where it is none that readers look for by name."""

    placed: Placed
    saying: Saying


def tell(blocks: Iterable[Placed], occasion: Occasion) -> Iterator[Told]:
    """Yield what a document says, in its order; headings and the list of agenda items are left out.

    Args:
        blocks: The document's blocks in their places.
        occasion: The meeting: when it was, and who was there.
    """
    held: Told | None = None
    for told in _each(blocks, occasion):
        if held and _is_vote_on(held, told):
            held = replace(held, saying=replace(held.saying, text=f"{held.saying.text}\n{told.saying.text}"))
            continue
        if held:
            yield held
        held = told
    if held:
        yield held


def _each(blocks: Iterable[Placed], occasion: Occasion) -> Iterator[Told]:
    for placed in blocks:
        if placed.role not in (Role.HEADING, Role.AGENDA_LIST):
            for saying in sayings(placed.block, occasion):
                yield Told(placed, _in_place(saying, placed))


def _is_vote_on(held: Told, told: Told) -> bool:
    """Tell whether a block is the vote on the decision right before it."""
    is_decision = held.saying.kind is PassageKind.DECISION and held.saying.is_finding
    is_near = held.placed.page is told.placed.page and held.placed.heading is told.placed.heading
    return is_decision and is_near and is_vote(told.saying.text)


def _in_place(saying: Saying, placed: Placed) -> Saying:
    """Give a saying without a kind of its own the one that was announced.

    Before the first agenda item only labels count: what is told there is about other meetings and versions.
    """
    kind = placed.announced
    if placed.role is Role.HEAD and saying.confidence < LABELLED:
        return replace(saying, kind=None)
    if saying.is_finding or saying.kind is PassageKind.INFORMATION or kind not in FINDINGS or _is_label(saying):
        return saying
    if kind is PassageKind.DECISION and placed.block.kind is BlockKind.ITEM and sounds_like_task(saying.text):
        return replace(saying, kind=PassageKind.TASK, confidence=_TASK_AMONG_DECISIONS)
    return replace(saying, kind=kind, confidence=_ANNOUNCED)


def _is_label(saying: Saying) -> bool:
    label = read_label(saying.text)
    return label is not None and not label.rest
