"""The postings of all terms of a field as they stand in the files of Whoosh's third codec.

Most terms stand once in each of a few passages: all of those are written at once, as rows of one size.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.index.block_lists import block_lists
from indexer.index.rows import LAST_POSITION, MOST_IN_ROWS, FewPostings, rows
from indexer.index.term_postings import TermPostings

Bytes = NDArray[np.uint8]

#: What the term index keeps of a term: no postings of its own, weight, passages, shortest and longest field, highest
#: weight, first and last passage, and where its postings stand in their file.
ABOUT = np.dtype(
    [
        ("inlined", "u1"),
        ("weight", ">f4"),
        ("passages", ">u4"),
        ("shortest", "u1"),
        ("longest", "u1"),
        ("heaviest", ">f4"),
        ("first", ">u4"),
        ("last", ">u4"),
        ("offset", ">i8"),
        ("length", ">i4"),
    ]
)


@dataclass(frozen=True, slots=True)
class Encoded:
    """Postings, and what the term index keeps of each term."""

    postings: bytes
    about: bytes


@dataclass(frozen=True, slots=True)
class _Lists:
    """Posting lists of some terms, one after the other."""

    #: The places of the terms among all.
    terms: NDArray[np.int64]
    #: Bytes a list.
    sizes: NDArray[np.int64]
    postings: bytes


class Encoder:
    """Encodes the postings of one field.

    Args:
        postings: The postings, of one term at the least.
        length_bytes: For each passage the byte that stands for the length of the field; nothing if its lengths are not
            kept.
        offset: Where the postings will stand in their file.
    """

    def __init__(self, postings: TermPostings, length_bytes: bytes, offset: int) -> None:
        self._postings = postings
        self._offset = offset
        self._weights = np.diff(postings.distance_starts).astype(np.float32)
        passages = postings.passages
        lengths = np.frombuffer(length_bytes, np.uint8)
        self._lengths = lengths[passages] if len(lengths) else np.zeros(len(passages), np.uint8)
        self._firsts, self._ends = postings.starts[:-1], postings.starts[1:]
        self._distances = np.diff(passages, prepend=np.int32(0))
        self._distances[self._firsts] = passages[self._firsts]
        self._shortest, self._longest = (
            each.reduceat(self._lengths, self._firsts) for each in (np.minimum, np.maximum)
        )
        self._heaviest = np.maximum.reduceat(self._weights, self._firsts)
        self._counts = self._ends - self._firsts
        farthest = np.maximum.reduceat(postings.distances, postings.distance_starts[self._firsts])
        are_small = (self._counts <= MOST_IN_ROWS) & (self._heaviest == 1) & (farthest <= LAST_POSITION)
        self._fit_rows = are_small & postings.keeps_positions

    def encoded(self) -> Encoded:
        """Return the postings of all terms."""
        lists = [*self._rows(), *self._others()]
        order = np.concatenate([some.terms for some in lists])
        listed = np.concatenate([some.sizes for some in lists])
        sizes, offsets = np.empty(len(order), np.int64), np.empty(len(order), np.int64)
        sizes[order], offsets[order] = listed, self._offset + np.cumsum(listed) - listed
        return Encoded(b"".join(some.postings for some in lists), self._about(offsets, sizes))

    def _rows(self) -> Iterator[_Lists]:
        """Yield the posting lists that are rows, those of as many postings together."""
        counts = np.where(self._fit_rows, self._counts, 0)
        for count in np.unique(counts[counts > 0]).tolist():
            terms = np.flatnonzero(counts == count)
            at = self._firsts[terms, np.newaxis] + np.arange(count)
            positions = self._postings.distances[self._postings.distance_starts[at]]
            last = self._postings.passages[at[:, -1]]
            few = FewPostings(self._distances[at], positions, last, self._shortest[terms], self._longest[terms])
            written = rows(few)
            yield _Lists(terms, np.full(len(terms), written.itemsize), written.tobytes())

    def _others(self) -> Iterator[_Lists]:
        """Yield the posting lists of all other terms."""
        terms = np.flatnonzero(~self._fit_rows)
        if len(terms):
            are_taken = np.repeat(~self._fit_rows, self._counts)
            written = block_lists(self._postings.of_terms(~self._fit_rows), self._lengths[are_taken])
            yield _Lists(terms, written.sizes, written.postings)

    def _about(self, offsets: NDArray[np.int64], sizes: NDArray[np.int64]) -> bytes:
        about = np.zeros(len(offsets), ABOUT)
        about["weight"] = np.add.reduceat(self._weights, self._firsts)
        about["passages"] = self._counts
        about["shortest"] = self._shortest
        about["longest"] = self._longest
        about["heaviest"] = self._heaviest
        about["first"] = self._postings.passages[self._firsts]
        about["last"] = self._postings.passages[self._ends - 1]
        about["offset"], about["length"] = offsets, sizes
        return about.tobytes()
