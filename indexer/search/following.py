"""Proposes which passages of later meetings tell what became of a decision or task.

Minutes seldom say so in as many words; they come back to a matter in its own words. So the words that set a decision or
task apart are looked for in the passages of the next meetings of its series, sentence by sentence: one passage, as a
look back at what was agreed, often speaks of many matters. It is for people to decide. The constants were chosen on the
pairs of `tests/labels/lineage.json`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, sqrt

from indexer.passages import Passage
from indexer.said import TELLING_KINDS, Said
from indexer.structure.kinds import PassageKind

#: How many later meetings of a series are looked through: what is not spoken of in a year and a half is rarely after.
MEETINGS = 3

#: Of a score from 0 to 1: how much of the matter comes back in a sentence, and how much the sentence is about it.
COVERED, ALIKE = 0.8, 0.2

#: A word as rare as this, …
RARE = 0.7
#: … such as the name of a place or an undertaking, tells more than others.
RARE_BONUS = 0.08

#: Less is alike by chance more often than not.
LEAST = 0.46

#: What is newly taken on tells less often what became of something than what was reported, found or decided.
NEW_TASK = 0.75

#: So many words that set the matter apart have to come back within two sentences …
FEWEST = 2
#: … each weighing so much: among a thousand passages it stands in no more than about one of twenty.
TELLING = 0.45

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

#: Returns what a passage says.
Saying = Callable[[Passage], Said]
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
    #: Of each sentence.
    sentences: tuple[frozenset[str], ...]
    #: Of all of them.
    words: frozenset[str]

    def spans(self) -> Iterator[frozenset[str]]:
        """Yield the words of each sentence, and of each with the next: "Es" and "die Liste" lead on from one."""
        yield from self.sentences
        yield from (one | other for one, other in pairwise(self.sentences))


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Passages in their order, and in which of them each word stands: one look serves many matters."""

    passages: Sequence[_Worded]
    places: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, passages: Sequence[_Worded]) -> "_Spoken":
        """Note where each word stands."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(passages):
            for word in each.words:
                places[word].append(place)
        return cls(passages, places)

    def saying(self, words: Iterable[str]) -> list[_Worded]:
        """Return the passages that say at least `FEWEST` of some words."""
        counts = Counter(place for word in words for place in self.places.get(word, ()))
        return [self.passages[place] for place in sorted(counts) if counts[place] >= FEWEST]


def propose(
    earlier: Iterable[Passage], later: Sequence[Passage], saying: Saying, weight: Weight
) -> dict[str, tuple[FollowUpProposal, ...]]:
    """Return for each decision or task the later passages that may tell what became of it, the likeliest first.

    Args:
        earlier: Decisions and tasks.
        later: All passages of the minutes of later meetings.
        saying: Returns what each of them says.
        weight: What a term weighs; asked only for terms of passages that come back to a matter.
    """
    matters = tuple(earlier)
    worded = [_worded(each, saying(each)) for each in later if each.kind in TELLING_KINDS] if matters else []
    spoken = _Spoken.of(worded)
    found = {each.id: _best(each, saying(each).subject, spoken, weight) for each in matters}
    return {id_: proposals for id_, proposals in found.items() if proposals}


def _worded(passage: Passage, said: Said) -> _Worded:
    return _Worded(passage, said.sentences, frozenset().union(*said.sentences))


def _best(earlier: Passage, own: frozenset[str], later: _Spoken, weight: Weight) -> tuple[FollowUpProposal, ...]:
    near = later.saying(own)
    shared = {term for each in near for term in own & each.words}
    telling = {term for term in shared if weight(term) >= TELLING}
    close = [each for each in near if len(telling & each.words) >= FEWEST]
    if not close:
        return ()
    whole = _sum(own, weight)
    rated = [(_score(own, whole, each, weight), each.passage) for each in close]
    best = sorted((pair for pair in rated if pair[0] >= LEAST), key=lambda pair: -pair[0])[:MOST]
    return tuple(_proposal(earlier, passage, score) for score, passage in best)


def _score(own: frozenset[str], whole: float, later: _Worded, weight: Weight) -> float:
    """Return the score of the best stretch of a passage: of one sentence or two."""
    best = max(_score_of(own, whole, span, weight) for span in later.spans())
    return best * (NEW_TASK if later.passage.kind is PassageKind.TASK else 1.0)


def _score_of(own: frozenset[str], whole: float, span: frozenset[str], weight: Weight) -> float:
    shared = own & span
    if sum(weight(term) >= TELLING for term in shared) < FEWEST:
        return 0.0
    both = _sum(shared, weight)
    alike = min(1.0, both / sqrt(whole * _sum(span, weight)))
    bonus = RARE_BONUS if any(weight(term) >= RARE for term in shared) else 0.0
    return min(1.0, COVERED * both / whole + ALIKE * alike + bonus)


def _sum(terms: Iterable[str], weight: Weight) -> float:
    # Terms come in any order, and the same terms weigh the same in each.
    return fsum(map(weight, terms))


def _proposal(earlier: Passage, later: Passage, score: float) -> FollowUpProposal:
    is_done, is_replaced = bool(_DONE.search(later.text)), bool(_REPLACED.search(later.text))
    return FollowUpProposal(earlier.id, later, score, is_done, is_replaced)
