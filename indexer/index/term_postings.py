"""The postings of many terms as arrays."""

from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class TermPostings:
    """The postings of all terms of a field, one term after the other."""

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

    def of_terms(self, are_taken: NDArray[np.bool_]) -> "TermPostings":
        """Return the postings of some of the terms."""
        of_term, of_posting = np.diff(self.starts), np.diff(self.distance_starts)
        postings = np.repeat(are_taken, of_term)
        return TermPostings(
            list(compress(self.terms, are_taken)),
            _starts(of_term[are_taken]),
            self.passages[postings],
            self.distances[np.repeat(postings, of_posting)],
            _starts(of_posting[postings]),
        )


def _starts(counts: Ints) -> Ints:
    starts = np.zeros(len(counts) + 1, np.int32)
    np.cumsum(counts, out=starts[1:])
    return starts
