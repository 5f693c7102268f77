"""The postings of all terms of a text field as they stand in the files of Whoosh's third codec.

Most terms stand once in one passage: all of those are written at once, as rows of one size.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC

from indexer.index.blocks import FEW, LARGEST, Block, Summary, only_block
from indexer.index.occurrences import TermPostings
from indexer.index.positions import PickledValues, pickled_values

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

_MAGIC: bytes = WHOOSH3_HEADER_MAGIC
#: A posting list of one posting of weight 1, and where in it the passage, the length of its field and the position are.
_SINGLE_INFO = b"\x80\x03(K\x01J\0\0\0\0G" + b"\x3f\xf0\0\0\0\0\0\0" + b"K\x00K\0K\0t."
_SINGLE_DATA = b"\x80\x03J\0\0\0\0\x85N" + b"C\x0a\0\0\0\x01\x80\x03C\x01\0." + b"\x85\x87."
_SINGLE_HEAD = _MAGIC + (-len(_SINGLE_INFO + _SINGLE_DATA)).to_bytes(4, "big", signed=True)
_SINGLE = _SINGLE_HEAD + _SINGLE_INFO + _SINGLE_DATA
_INFO, _DATA = len(_SINGLE_HEAD), len(_SINGLE_HEAD + _SINGLE_INFO)
_PASSAGES = (_INFO + 6, _DATA + 3)
_FIELD_LENGTHS = (_INFO + 22, _INFO + 24)
_POSITION = _DATA + 19


@dataclass(frozen=True, slots=True)
class Encoded:
    """Postings, and what the term index keeps of each term."""

    postings: bytes
    about: bytes


class Encoder:
    """Encodes the postings of one field.

    Args:
        postings: The postings, of one term at the least.
        length_bytes: For each passage the byte that stands for the length of the field.
        offset: Where the postings will stand in their file.
    """

    def __init__(self, postings: TermPostings, length_bytes: bytes, offset: int) -> None:
        self._postings = postings
        self._offset = offset
        self._weights = np.diff(postings.distance_starts).astype(np.float32)
        self._lengths = np.frombuffer(length_bytes, np.uint8)[postings.passages]
        self._length_bytes = self._lengths.tobytes()
        self._firsts, self._ends = postings.starts[:-1], postings.starts[1:]
        self._distances = np.diff(postings.passages, prepend=np.int32(0))
        self._distances[self._firsts] = postings.passages[self._firsts]
        self._shortest, self._longest = (
            each.reduceat(self._lengths, self._firsts) for each in (np.minimum, np.maximum)
        )
        self._heaviest = np.maximum.reduceat(self._weights, self._firsts)
        positions = postings.distances[postings.distance_starts[self._firsts]]
        are_single = (self._ends - self._firsts == 1) & (self._weights[self._firsts] == 1) & (positions < 1 << 8)
        self._singles, self._others = np.flatnonzero(are_single), np.flatnonzero(~are_single)

    def encoded(self) -> Encoded:
        """Return the postings of all terms."""
        values = pickled_values(self._postings.distances, self._postings.distance_starts)
        others = list(self._other_terms(values))
        sizes = np.empty(len(self._firsts), np.int64)
        sizes[self._singles], sizes[self._others] = len(_SINGLE), [len(each) for each in others]
        offsets = np.empty(len(sizes), np.int64)
        order = np.concatenate((self._singles, self._others))
        offsets[order] = self._offset + np.cumsum(sizes[order]) - sizes[order]
        return Encoded(self._single_terms() + b"".join(others), self._about(offsets, sizes))

    def _single_terms(self) -> bytes:
        """Return the posting lists of terms that stand once in one passage."""
        at = self._firsts[self._singles]
        rows = np.tile(np.frombuffer(_SINGLE, np.uint8), (len(at), 1))
        passages = self._postings.passages[at].astype("<i4").view(np.uint8).reshape(-1, 4)
        for place in _PASSAGES:
            rows[:, place : place + 4] = passages
        for place in _FIELD_LENGTHS:
            rows[:, place] = self._lengths[at]
        rows[:, _POSITION] = self._postings.distances[self._postings.distance_starts[at]]
        return rows.tobytes()

    def _other_terms(self, values: PickledValues) -> Iterator[bytes]:
        """Yield the posting lists of all other terms."""
        bounds = zip(self._firsts[self._others].tolist(), self._ends[self._others].tolist(), strict=True)
        for (begin, end), summary in zip(bounds, self._summaries(), strict=True):
            if end - begin < FEW:
                few = slice(begin, end)
                distances, weights = self._distances[few].tolist(), self._weights[few].tolist()
                yield _MAGIC + only_block(distances, weights, values.of(begin, end), summary)
            else:
                yield _MAGIC + b"".join(self._blocks(begin, end, values))

    def _summaries(self) -> Iterator[Summary]:
        last = self._postings.passages[self._ends[self._others] - 1]
        columns = (last, self._heaviest[self._others], self._shortest[self._others], self._longest[self._others])
        return map(Summary, *(column.tolist() for column in columns))

    def _blocks(self, begin: int, end: int, values: PickledValues) -> Iterator[bytes]:
        for first in range(begin, end, LARGEST):
            last = min(first + LARGEST, end)
            lengths = self._length_bytes[first:last]
            block = Block(
                self._postings.passages[first:last],
                self._weights[first:last],
                values.of(first, last),
                min(lengths),
                max(lengths),
            )
            yield block.to_bytes(is_last=last == end)

    def _about(self, offsets: NDArray[np.int64], sizes: NDArray[np.int64]) -> bytes:
        rows = np.zeros(len(offsets), ABOUT)
        rows["weight"] = np.add.reduceat(self._weights, self._firsts)
        rows["passages"] = self._ends - self._firsts
        rows["shortest"] = self._shortest
        rows["longest"] = self._longest
        rows["heaviest"] = self._heaviest
        rows["first"] = self._postings.passages[self._firsts]
        rows["last"] = self._postings.passages[self._ends - 1]
        rows["offset"], rows["length"] = offsets, sizes
        return rows.tobytes()
