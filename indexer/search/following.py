"""Proposes which passages of later meetings tell what became of a decision or task.

Minutes seldom say so in as many words; they come back to a matter in its own words. So the words that set a decision or
task apart are looked for in the passages of the next meetings of its series. It is for people to decide.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from indexer.passages import Passage
from indexer.structure.agreements import subject
from indexer.structure.kinds import PassageKind

#: How many later meetings of a series are looked through: what is not spoken of in a year and a half is rarely after.
MEETINGS = 3

#: Of a score from 0 to 1: how much of the matter comes back, how much the passage is about it, and the same heading.
COVERED, ALIKE, HEADED = 0.46, 0.31, 0.23

#: Less is alike by chance more often than not.
LEAST = 0.36

#: Under the same heading other things are spoken of, too: so much of the matter itself has to come back.
LEAST_COVERED = 0.3

#: What is newly taken on tells less often what became of something than what was reported, found or decided.
NEW_TASK = 0.75

#: Kinds of passages that tell something about a matter.
TELLING_KINDS = (PassageKind.AGENDA_ITEM, PassageKind.DECISION, PassageKind.RESULT, PassageKind.TASK)

#: So many words that set the matter apart have to come back …
FEWEST = 2
#: … each weighing so much: among a thousand passages it stands in no more than about one of ten.
TELLING = 0.36

#: Proposals for one decision or task.
MOST = 3

_DONE = re.compile(
    r"\b(?:erledigt|umgesetzt|abgeschlossen|liegt (?:jetzt |nun )?vor|ist erschienen|(?:wurde|ist|sind) verschickt"
    r"|hat stattgefunden|fertig(?:gestellt)?|eröffnet)\b",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"\b(?:ersetzt (?:den|die|das) |anstelle|aufgehoben|hebt .{3,60} auf|tritt an die Stelle|gilt nicht mehr)\b",
    re.IGNORECASE,
)

#: Returns the terms of a text.
Terms = Callable[[str], Iterable[str]]
#: Returns how much a term sets a passage apart: 1 where no other has it, 0 where all have.
Weight = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class FollowUpProposal:
    """A later passage that may tell what became of a decision or task."""

    #: Id of the decision's or task's passage.
    earlier: str
    later: Passage
    #: From 0 to 1.
    score: float
    #: Whether the later passage words that it was done, or that something took its place.
    is_done: bool
    is_replaced: bool


@dataclass(frozen=True, slots=True)
class _Worded:
    """The words of a passage."""

    passage: Passage
    text: frozenset[str]
    heading: frozenset[str]
    #: Of both.
    words: frozenset[str]


def propose(
    earlier: Iterable[Passage], later: Sequence[Passage], terms: Terms, weight: Weight
) -> dict[str, tuple[FollowUpProposal, ...]]:
    """Return for each decision or task the later passages that may tell what became of it, the likeliest first.

    Args:
        earlier: Decisions and tasks.
        later: All passages of the minutes of later meetings.
        terms: Cuts texts into terms.
        weight: What a term weighs; asked only for terms of passages that come back to a matter.
    """
    matters = tuple(earlier)
    worded = [_worded(each, terms) for each in later if each.kind in TELLING_KINDS] if matters else []
    found = {each.id: _best(each, worded, terms, weight) for each in matters}
    return {id_: proposals for id_, proposals in found.items() if proposals}


def _worded(passage: Passage, terms: Terms) -> _Worded:
    text, heading = frozenset(terms(passage.text)), frozenset(terms(passage.heading))
    return _Worded(passage, text, heading, text | heading)


def _best(earlier: Passage, later: Iterable[_Worded], terms: Terms, weight: Weight) -> tuple[FollowUpProposal, ...]:
    own = frozenset(terms(subject(earlier.text)))
    near = [each for each in later if len(own & each.words) >= FEWEST]
    telling = {term for each in near for term in own & each.words if weight(term) >= TELLING}
    close = [each for each in near if len(telling & each.words) >= FEWEST]
    if not close:
        return ()
    heading, whole = frozenset(terms(earlier.heading)), _sum(own, weight)
    rated = [(_score(own, heading, whole, each, weight), each.passage) for each in close]
    best = sorted((pair for pair in rated if pair[0] >= LEAST), key=lambda pair: -pair[0])[:MOST]
    return tuple(_proposal(earlier, passage, score) for score, passage in best)


def _score(own: frozenset[str], heading: frozenset[str], whole: float, later: _Worded, weight: Weight) -> float:
    shared = _sum(own & later.words, weight)
    covered = shared / whole if whole else 0.0
    if covered < LEAST_COVERED:
        return 0.0
    about = _sum(later.text, weight)
    alike = shared / sqrt(whole * about) if whole and about else 0.0
    both = _sum(heading | later.heading, weight)
    headed = _sum(heading & later.heading, weight) / both if both else 0.0
    score = COVERED * covered + ALIKE * min(1.0, alike) + HEADED * headed
    return score * (NEW_TASK if later.passage.kind is PassageKind.TASK else 1.0)


def _sum(terms: Iterable[str], weight: Weight) -> float:
    return sum(map(weight, terms))


def _proposal(earlier: Passage, later: Passage, score: float) -> FollowUpProposal:
    is_done, is_replaced = bool(_DONE.search(later.text)), bool(_REPLACED.search(later.text))
    return FollowUpProposal(earlier.id, later, score, is_done, is_replaced)
