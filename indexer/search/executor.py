"""Carries out a plan over the arrays of an index view."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from indexer.index.schema import EXACT_FIELD
from indexer.index.view import Floats, IndexView, Ints, Mask, Postings
from indexer.search.plan import Alternative, ExactWords, Leaf, Plan, Want, Word, WordsBeginning
from indexer.search.ranking import EXACT_WEIGHT, FIELD_WEIGHTS, KIND_WEIGHTS, PART_WEIGHT, rarity, term_scores

#: Up to so many words are all wanted together, where any passage has them all …
FEW_WORDS = 2
#: … of more words, a passage needs this share of what the best passage has: a question holds words of no weight.
SHARE_OF_BEST = 0.6

#: No more words are tried for one beginning; the rest is rarer than these.
MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Matches:
    """The passages that answer a plan."""

    #: Their numbers, rising.
    ids: Ints
    #: The score of each.
    scores: Floats


@dataclass(frozen=True, slots=True)
class _Matched:
    """Which passages an alternative matches, and the scores it gives; it may score where it does not match whole."""

    mask: Mask
    scores: Floats


class Execution:
    """One plan, carried out over one view."""

    def __init__(self, view: IndexView) -> None:
        self._view = view
        self._scores = np.zeros(view.size, np.float32)

    def run(self, plan: Plan) -> Matches:
        """Return the passages that have what is wanted; all of them if nothing is."""
        hit = [(want, self._want(want)) for want in plan.wants]
        needed = self._everything()
        for want, mask in hit:
            if want.is_required:
                needed &= mask
        words = [mask for want, mask in hit if not want.is_required]
        needed &= _enough(words, needed) if words else True
        for alternative in plan.excluded:
            needed &= ~self._apart(alternative).mask
        for kind, weight in KIND_WEIGHTS.items():
            self._scores[self._view.carrying("passage_kind", (kind,))] *= weight
        ids = np.flatnonzero(needed).astype(np.int32)
        return Matches(ids, self._scores[ids])

    def _everything(self) -> Mask:
        everything = np.zeros(self._view.size, np.bool_)
        for ids in self._view.labels("document").carriers:
            everything[ids] = True
        return everything

    def _want(self, want: Want) -> Mask:
        """Score each passage by the alternative that suits it best."""
        found = [self._apart(alternative) for alternative in want.alternatives]
        self._scores += np.maximum.reduce([matched.scores for matched in found])
        return _any(matched.mask for matched in found)

    def _apart(self, alternative: Alternative) -> _Matched:
        """Return what an alternative matches, with scores of its own."""
        kept, self._scores = self._scores, np.zeros(self._view.size, np.float32)
        mask = self._everything()
        for leaf in alternative.leaves:
            mask &= self._leaf(leaf)
        matched = _Matched(mask, alternative.weight * self._scores)
        self._scores = kept
        return matched

    def _leaf(self, leaf: Leaf) -> Mask:
        match leaf:
            case Word():
                return self._word(leaf)
            case ExactWords():
                return self._phrase(leaf)
            case WordsBeginning(beginning):
                return self._beginning(beginning)

    def _word(self, word: Word) -> Mask:
        """Score a word and its parts in every field; a passage has it by the whole word or by all its parts."""
        mask = _any(self._term(term, 1.0) for term in word.wholes)
        if word.parts:
            parts = [self._term(term, PART_WEIGHT) for term in word.parts]
            mask = mask | np.logical_and.reduce(parts)
        return mask

    def _term(self, term: str, weight: float) -> Mask:
        mask = np.zeros(self._view.size, np.bool_)
        for field, field_weight in FIELD_WEIGHTS.items():
            postings = self._view.postings(field, term)
            if len(postings.ids):
                self._scores[postings.ids] += weight * field_weight * term_scores(self._view, field, postings)
                mask[postings.ids] = True
        return mask

    def _phrase(self, phrase: ExactWords) -> Mask:
        """Score the passages that have all terms at their distances."""
        placed = [self._view.positions(EXACT_FIELD, term) for term in phrase.terms]
        shared = set(placed[0]).intersection(*placed[1:])
        counts = {number: _occurrences(number, placed, phrase.offsets) for number in shared}
        found = sorted(number for number, count in counts.items() if count)
        mask = np.zeros(self._view.size, np.bool_)
        ids = np.array(found, np.int32)
        mask[ids] = True
        self._scores[ids] += EXACT_WEIGHT * sum(rarity(self._view.count, len(places)) for places in placed)
        return mask

    def _beginning(self, beginning: str) -> Mask:
        """Score the passages that have a word that begins so, each by its rarest such word."""
        mask = np.zeros(self._view.size, np.bool_)
        best = np.zeros(self._view.size, np.float32)
        for term, _ in zip(self._view.terms_beginning(EXACT_FIELD, beginning), range(MOST_WORDS), strict=False):
            postings: Postings = self._view.postings(EXACT_FIELD, term)
            mask[postings.ids] = True
            scores = term_scores(self._view, EXACT_FIELD, postings)
            best[postings.ids] = np.maximum(best[postings.ids], scores)
        self._scores += EXACT_WEIGHT * best
        return mask


def _any(masks: Iterable[Mask]) -> Mask:
    mask: Mask = np.logical_or.reduce(list(masks))
    return mask


def _enough(words: list[Mask], needed: Mask) -> Mask:
    """Return which passages have enough of the words, measured by the passage that has most."""
    had: Ints = np.add.reduce(words, axis=0, dtype=np.int32)
    best = int(had[needed].max(initial=0))
    least = best if len(words) <= FEW_WORDS else math.ceil(best * SHARE_OF_BEST)
    return np.greater_equal(had, max(1, least))


def _occurrences(number: int, placed: list[dict[int, tuple[int, ...]]], offsets: tuple[int, ...]) -> int:
    """Count where in a passage all terms stand at their distances."""
    starts = set(placed[0][number])
    for places, offset in zip(placed[1:], offsets[1:], strict=True):
        starts &= {place - offset for place in places[number]}
    return len(starts)
