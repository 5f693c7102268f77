"""The postings of many terms as arrays."""

from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class TermPostings:
    """The postings of some terms of a field, one term after the other."""

    #: In the order of their bytes.
    terms: list[bytes]
    #: Where the postings of each term begin; one more than there are terms.
    starts: Ints
    #: The passage of each posting, rising within a term.
    passages: Ints
    #: For each posting the first position, and the distances from each to the next.
    distances: Ints
    #: Where the distances of each posting begin; one more than there are postings.
    distance_starts: Ints
    #: Whether the field keeps positions; where it does not each posting has one, 0, which is not written.
    keeps_positions: bool = True

    @classmethod
    def without_positions(cls, terms: list[bytes], starts: Ints, passages: Ints) -> "TermPostings":
        """Return the postings of a field that keeps passages only."""
        nothing, one_each = np.zeros(len(passages), np.int32), np.arange(len(passages) + 1, dtype=np.int32)
        return cls(terms, starts, passages, nothing, one_each, keeps_positions=False)

    def of_terms(self, are_taken: NDArray[np.bool_]) -> "TermPostings":
        """Return the postings of some of the terms."""
        of_term, of_posting = np.diff(self.starts), np.diff(self.distance_starts)
        postings = np.repeat(are_taken, of_term)
        return TermPostings(
            list(compress(self.terms, are_taken)),
            starts_of(of_term[are_taken]),
            self.passages[postings],
            self.distances[np.repeat(postings, of_posting)],
            starts_of(of_posting[postings]),
            self.keeps_positions,
        )


def starts_of(counts: Ints) -> Ints:
    """Return where stretches of so many each begin, one after the other, and where the last one ends."""
    starts = np.zeros(len(counts) + 1, np.int32)
    np.cumsum(counts, out=starts[1:])
    return starts
