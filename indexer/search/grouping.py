"""Puts the matching passages together by document, and the documents in order."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from archive.values import Visibility
from indexer.index.state import Floats, Ints
from indexer.index.view import IndexView
from indexer.search.request import Sort

#: Documents whose scores differ by less than one in so many are taken for equally good: what a word more or less in a
#: text of the same content makes. Among them the valid come before drafts and older versions, and the newest first.
NEARLY_EQUAL = 50

#: Comes after every day there is.
_NO_DAY = np.iinfo(np.int32).max


@dataclass(frozen=True, slots=True)
class Group:
    """A document with its matching passages, the best first."""

    #: Its place in the view's documents.
    document: int
    #: Numbers of the passages.
    numbers: Ints
    scores: Floats


def best_first(ids: Ints, scores: Floats, most: int | None = None) -> Ints:
    """Return passages in the order of their scores, equals in the order of the index; the best `most` of them."""
    return ids[_least(-scores, most=len(ids) if most is None else most)]


class Grouping:
    """Matching passages by document.

    Args:
        view: The state the passages stand in.
        ids: Numbers of the passages, rising.
        scores: Their scores.
    """

    def __init__(self, view: IndexView, ids: Ints, scores: Floats) -> None:
        self._view = view
        self._ids, self._scores = ids, scores
        # A document's passages stand together: each document is a run of the passages.
        self._begins = np.flatnonzero(np.diff(view.groups(ids), prepend=-1))
        self._best = self._no_better_than_newest(np.maximum.reduceat(scores, self._begins)) if len(ids) else scores

    def _no_better_than_newest(self, best: Floats) -> Floats:
        """Return what documents score at best, an older version no more than the newest that is found, too."""
        documents = self._view.groups(self._ids[self._begins])
        of_all = np.full(len(self._view.documents), np.inf, np.float32)
        of_all[documents] = best
        capped: Floats = np.minimum(best, of_all[self._view.newest[documents]])
        return capped

    @property
    def count(self) -> int:
        """Number of documents."""
        return len(self._begins)

    def ordered(self, sort: Sort, shown: slice) -> list[Group]:
        """Return a stretch of the documents in the order asked for; equals in the order of their relevance."""
        last = self.count if shown.stop is None else shown.stop
        ties = self._ties() if sort is Sort.RELEVANCE else (-self._best,)
        return [self._group(int(run)) for run in _least(self._keys(sort), *ties, most=last)[shown]]

    def _ties(self) -> tuple[NDArray[Any], ...]:
        """Return what decides between documents that are equally good."""
        firsts = self._ids[self._begins]
        is_draft = self._view.carrying("visibility", (Visibility.DRAFT,))[firsts]
        return is_draft, self._view.superseded[firsts], -self._view.dates[firsts], -self._best

    def _keys(self, sort: Sort) -> NDArray[Any]:
        """Return what documents are sorted by, the least first."""
        firsts = self._ids[self._begins]
        match sort:
            case Sort.RELEVANCE:
                return -_steps(self._best)
            case Sort.NEWEST:
                return -self._view.dates[firsts]
            case Sort.OLDEST:
                # Documents without a date stand last in both directions.
                days = self._view.dates[firsts]
                return np.where(days == 0, _NO_DAY, days)
            case Sort.TITLE:
                return self._view.title_places[firsts]

    def _group(self, run: int) -> Group:
        end = self._begins[run + 1] if run + 1 < self.count else len(self._ids)
        own = slice(self._begins[run], end)
        order = np.argsort(-self._scores[own], kind="stable")
        document = int(self._view.groups(self._ids[own][:1])[0])
        return Group(document, self._ids[own][order], self._scores[own][order])


def _steps(scores: Floats) -> NDArray[Any]:
    """Return scores in steps of nearly equal ones, counted down from the best."""
    if not len(scores) or scores.max() <= 0:
        return scores
    shares = np.maximum(scores / scores.max(), np.float32(1e-6))
    steps: NDArray[Any] = np.ceil(np.log(shares) * NEARLY_EQUAL)
    return steps


def _least(keys: NDArray[Any], *ties: NDArray[Any], most: int) -> NDArray[np.intp]:
    """Return the places of the `most` least keys in order; equal keys by their ties in turn, then by their places."""
    if 0 < most < len(keys):
        highest = np.partition(keys, most - 1)[most - 1]
        candidates = np.flatnonzero(keys <= highest)
    else:
        candidates = np.arange(len(keys) if most else 0)
    by = [each[candidates] for each in (*reversed(ties), keys)]
    return candidates[np.lexsort(by)][:most]
