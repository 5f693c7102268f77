"""In how many passages a word stands, counted segment by segment: what did not change is not counted again."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

import numpy as np

from indexer.index.parts import Part
from indexer.index.state import Mask
from indexer.index.view import IndexView
from indexer.search.plan import Breadth, Plan, Want, Word
from indexer.search.ranking import FIELD_WEIGHTS
from indexer.search.saying import OWN_FIELDS

_FIELDS = tuple(field for field, _ in FIELD_WEIGHTS)


def number(view: IndexView, plan: Plan) -> int | None:
    """Return how many passages answer a plan; None where that cannot be told of each passage by itself.

    It can where one thing is wanted, in words: then a passage has it, whatever others have and however it is scored.
    """
    want = _single(plan)
    return sum(_number(view, part, want) for part in view.parts) if want else None


def _single(plan: Plan) -> Want | None:
    """Return what a plan wants if it is one thing, told by words, and nothing else plays a part."""
    if len(plan.wants) != 1 or plan.breadth is Breadth.ANY or plan.excluded or plan.frame or plan.form:
        return None
    return plan.wants[0] if all(isinstance(leaf, Word) for leaf in plan.leaves()) else None


def _number(view: IndexView, part: Part, want: Want) -> int:
    key = (part.segment.id, "number", part.key, want.alternatives)
    return int(view.counts.get(key, lambda: np.int64(_Standing(part).number(want))))


@dataclass(frozen=True, slots=True)
class _Standing:
    """Finds words in what a view shows of a segment, as the executor finds them over the whole view."""

    part: Part

    def number(self, want: Want) -> int:
        """Return how many passages have what is wanted and say it themselves, or stand in a document that none does."""
        has = reduce(np.logical_or, (self._together(each.words()) for each in want.alternatives))
        if self.part.mask is not None:
            has &= self.part.mask
        terms = (term for each in want.alternatives for word in each.words() for term in word.terms)
        says = has & self._any(OWN_FIELDS, terms)
        documents = self.part.segment.labels("document").codes_by_owner(self.part.segment.size)
        is_said = np.zeros(documents.max(initial=0) + 1, np.bool_)
        is_said[documents[says]] = True
        return int(np.count_nonzero(says | (has & ~is_said[documents])))

    def _together(self, words: Iterable[Word]) -> Mask:
        """Return which passages have all of some words."""
        return reduce(np.logical_and, map(self._word, words))

    def _word(self, word: Word) -> Mask:
        """Return which passages have a word, or all of its parts."""
        has = self._any(_FIELDS, word.wholes)
        if word.parts:
            has |= reduce(np.logical_and, (self._any(_FIELDS, (part,)) for part in word.parts))
        return has

    def _any(self, fields: Iterable[str], terms: Iterable[str]) -> Mask:
        """Return which passages have any of some terms in any of some fields, deleted ones included."""
        has = np.zeros(self.part.segment.size, np.bool_)
        for term in terms:
            for field in fields:
                has[self.part.segment.postings(field, term).ids] = True
        return has
