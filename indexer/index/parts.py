"""The segments of a view, each with what the view shows of it: all of it, nothing, or some passages."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from indexer.index.segment import Segment

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Part:
    """A segment of which at least one passage is shown."""

    segment: Segment
    #: Number of its first passage in the view.
    offset: int
    #: Which of its passages are shown; None where all are.
    mask: Mask | None

    def count(self, field: str, term: str) -> int:
        """Return in how many passages that are shown a term stands."""
        if self.mask is None:
            return self.segment.frequency(field, term)
        return int(self.mask[self.segment.postings(field, term).ids].sum())

    def counts(self, field: str, terms: Sequence[str]) -> NDArray[np.int32]:
        """Return in how many passages that are shown each of many terms stands."""
        found = self.segment.frequencies_of(field, terms)
        if self.mask is not None:
            for number in np.flatnonzero(found).tolist():
                found[number] = self.count(field, terms[number])
        return found

    @cached_property
    def key(self) -> bytes:
        """What tells this part of its segment from others: equal where the same passages are shown."""
        return b"" if self.mask is None else hashlib.blake2b(self.mask.tobytes(), digest_size=16).digest()


def parts(segments: Sequence[Segment], offsets: Sequence[int], live: Mask) -> Iterator[Part]:
    """Yield the parts of a view.

    Args:
        segments: All segments.
        offsets: Number of the first passage of each.
        live: Which passages are shown, by their numbers.
    """
    for segment, offset in zip(segments, offsets, strict=False):
        shown = live[offset : offset + segment.size]
        if shown.any():
            yield Part(segment, offset, None if shown.all() else shown)
