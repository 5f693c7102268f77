"""Postings of several terms in any order, as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from indexer.index.ordering import stable_order
from indexer.index.term_postings import TermPostings, starts_of

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Postings:
    """Postings, each with the number of its term."""

    terms: Ints
    passages: Ints
    #: How many positions each has.
    counts: Ints
    #: For each posting the first position, and the distances from each to the next.
    distances: Ints

    def of_terms(self, numbers: Ints) -> "Postings":
        """Return the postings with other numbers of their terms, by the old number."""
        return replace(self, terms=numbers[self.terms])

    def of_passages(self, numbers: Ints) -> "Postings":
        """Return the postings with other numbers of their passages, by the old number; without those of -1."""
        passages = numbers[self.passages]
        are_kept = passages >= 0
        if are_kept.all():
            return replace(self, passages=passages)
        distances = self.distances[np.repeat(are_kept, self.counts)]
        return Postings(self.terms[are_kept], passages[are_kept], self.counts[are_kept], distances)

    @classmethod
    def joined(cls, parts: Sequence["Postings"]) -> "Postings":
        """Put postings together, one part after the other; of one part at the least."""
        columns = zip(*((each.terms, each.passages, each.counts, each.distances) for each in parts), strict=True)
        return cls(*map(np.concatenate, columns))

    def by_term(self, names: Sequence[bytes], *, keeps_positions: bool) -> TermPostings:
        """Sort the postings by their terms; those of one term stay in the order they have.

        Args:
            names: The terms by number, in the order of their bytes; those that have no posting are left out.
            keeps_positions: Whether positions are written.
        """
        of_term = np.bincount(self.terms, minlength=len(names)).astype(np.int32)
        order = stable_order(self.terms)
        counts, begins = self.counts[order], starts_of(self.counts)[order]
        distance_starts = starts_of(counts)
        # The distances of each posting lie as far from its begin there as from its begin here.
        places = np.arange(distance_starts[-1]) + np.repeat(begins - distance_starts[:-1], counts)
        return TermPostings(
            [name for name, count in zip(names, of_term.tolist(), strict=True) if count],
            starts_of(of_term[of_term > 0]),
            self.passages[order],
            self.distances[places],
            distance_starts,
            keeps_positions,
        )
