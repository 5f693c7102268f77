"""Passages that something was found in, as arrays."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

import numpy as np

from indexer.index.state import Floats, Ints, Mask

#: Of more passages than one in so many it is faster to look at all of them than to merge lists.
_MANY = 4


@dataclass(frozen=True, slots=True)
class Found:
    """Where something was found, and what it counts there."""

    #: Numbers of the passages that it gives a score, rising.
    ids: Ints
    scores: Floats
    #: Numbers of those that have it whole, rising: a part of a compound gives a score and is no match.
    hits: Ints

    @property
    def nbytes(self) -> int:
        """Memory taken."""
        return self.ids.nbytes + self.scores.nbytes + (0 if self.hits is self.ids else self.hits.nbytes)

    def whole(self) -> "Found":
        """Return the same without the passages that have only some of it."""
        if len(self.hits) == len(self.ids):
            return self
        return everywhere(self.hits, self.scores[np.searchsorted(self.ids, self.hits)])

    def times(self, weight: float) -> "Found":
        """Return the same with every score multiplied."""
        return self if weight == 1.0 else Found(self.ids, self.scores * np.float32(weight), self.hits)


NOTHING = Found(np.empty(0, np.int32), np.empty(0, np.float32), np.empty(0, np.int32))


def everywhere(ids: Ints, scores: Floats) -> Found:
    """Return what was found whole wherever it was found at all."""
    return Found(ids, scores, ids)


def scored(scores: Floats, has_score: Mask, hits: Ints) -> Found:
    """Return what was added up in an array over all passages."""
    ids = np.flatnonzero(has_score).astype(np.int32)
    return Found(ids, scores[ids], ids if len(hits) == len(ids) else hits)


def added(size: int, parts: Iterable[Found]) -> Found:
    """Return the sums of scores; hits are passages that are hits of any part."""
    there = [part for part in parts if len(part.ids)]
    if len(there) <= 1:
        return there[0] if there else NOTHING
    scores, has_score, is_hit = np.zeros(size, np.float32), np.zeros(size, np.bool_), np.zeros(size, np.bool_)
    for part in there:
        scores[part.ids] += part.scores
        has_score[part.ids] = True
        is_hit[part.hits] = True
    return scored(scores, has_score, np.flatnonzero(is_hit).astype(np.int32))


def best(size: int, parts: Iterable[Found]) -> Found:
    """Return the highest of the scores; hits are passages that are hits of any part."""
    there = [part for part in parts if len(part.ids)]
    if len(there) <= 1:
        return there[0] if there else NOTHING
    scores, has_score, is_hit = np.zeros(size, np.float32), np.zeros(size, np.bool_), np.zeros(size, np.bool_)
    for part in there:
        scores[part.ids] = np.maximum(scores[part.ids], part.scores)
        has_score[part.ids] = True
        is_hit[part.hits] = True
    return scored(scores, has_score, np.flatnonzero(is_hit).astype(np.int32))


def union(size: int, lists: Iterable[Ints]) -> Ints:
    """Return the passages that are in any of some rising lists, rising."""
    joined = np.concatenate([NOTHING.ids, *lists])
    if len(joined) > size // _MANY:
        is_there = np.zeros(size, np.bool_)
        is_there[joined] = True
        return np.flatnonzero(is_there).astype(np.int32)
    # The stable sort merges what rises already.
    joined.sort(kind="stable")
    is_first = np.ones(len(joined), np.bool_)
    np.not_equal(joined[1:], joined[:-1], out=is_first[1:])
    return joined[is_first]


def common(hits: Iterable[Ints]) -> Ints:
    """Return the passages that are hits of all; none of nothing."""
    each = sorted(hits, key=len)
    if not each:
        return NOTHING.ids
    shared: Ints = reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), each)
    return shared
