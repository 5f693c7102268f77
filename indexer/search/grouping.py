"""Puts the matching passages together by document, and the documents in order."""

from dataclasses import dataclass

import numpy as np

from indexer.index.view import Floats, IndexView, Ints
from indexer.search.request import Sort


@dataclass(frozen=True, slots=True)
class Group:
    """A document with its matching passages, the best first."""

    #: Its place in the view's documents.
    document: int
    #: Numbers of the passages.
    numbers: Ints
    scores: Floats


def best_first(ids: Ints, scores: Floats) -> Ints:
    """Return passages in the order of their scores, equals in the order of the index."""
    return ids[np.lexsort((ids, -scores))]


class Grouping:
    """Matching passages by document."""

    def __init__(self, view: IndexView, ids: Ints, scores: Floats) -> None:
        self._view = view
        order = np.lexsort((ids, -scores))
        self._ids, self._scores = ids[order], scores[order]
        self._documents = view.groups(self._ids)
        # Since the passages come best first, so do the documents by the first place each is met at.
        self._met, self._at = np.unique(self._documents, return_index=True)

    @property
    def count(self) -> int:
        """Number of documents."""
        return len(self._met)

    def ordered(self, sort: Sort, shown: slice) -> list[Group]:
        """Return a stretch of the documents in the order asked for; equals in the order of their relevance."""
        return [self._group(place) for place in self._order(sort)[shown]]

    def _order(self, sort: Sort) -> list[int]:
        by_relevance = sorted(range(self.count), key=lambda place: int(self._at[place]))
        match sort:
            case Sort.RELEVANCE:
                return by_relevance
            case Sort.NEWEST:
                return sorted(by_relevance, key=lambda place: -self._day(place))
            case Sort.OLDEST:
                # Documents without a date stand last in both directions.
                return sorted(by_relevance, key=lambda place: self._day(place) or np.iinfo(np.int32).max)
            case Sort.TITLE:
                return sorted(by_relevance, key=lambda place: int(self._view.title_places[self._ids[self._at[place]]]))

    def _day(self, place: int) -> int:
        return int(self._view.dates[self._ids[self._at[place]]])

    def _group(self, place: int) -> Group:
        own = self._documents == self._met[place]
        return Group(int(self._met[place]), self._ids[own], self._scores[own])
