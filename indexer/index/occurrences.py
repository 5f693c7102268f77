"""The words of a batch of passages as numbers: gathered as they come, sorted by term at the end.

A text is a list of stretches, a stretch a list of terms at positions, and everything is done with arrays of numbers
for all passages of a batch at once. To put each word into a list of its own takes five times as long.
"""

from array import array
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from indexer.analysis.concordance import Chain
from indexer.index.ordering import stable_order
from indexer.index.stretch_table import StretchTable
from indexer.index.term_postings import TermPostings

Ints = NDArray[np.int32]


class Occurrences:
    """The words of one field in a batch of passages, in one chain."""

    def __init__(self, table: StretchTable, chain: Chain) -> None:
        self._table = table
        self._chain = chain
        self._readings = table.readings[chain]
        self._stretches = array("i")
        #: For each passage its number, and how many stretches it has.
        self._passages, self._lengths = array("i"), array("i")

    def add(self, passage: int, texts: Iterable[str]) -> int:
        """Add the texts of a passage, one after the other; return how many terms they have."""
        begin = len(self._stretches)
        for text in texts:
            self._stretches.extend(self._table.saying(self._chain, text))
        numbers = self._stretches[begin:]
        self._passages.append(passage)
        self._lengths.append(len(numbers))
        return sum(map(self._readings.counts.__getitem__, numbers))

    def postings(self) -> TermPostings:
        """Return what was added, by term."""
        terms, passages, positions = self._unfolded()
        names, ranks = self._ranked(terms)
        terms = ranks[terms]
        order = stable_order(terms)
        terms, passages, positions = terms[order], passages[order], positions[order]
        is_first = np.ones(len(terms), np.bool_)
        is_first[1:] = (terms[1:] != terms[:-1]) | (passages[1:] != passages[:-1])
        begins = np.flatnonzero(is_first)
        distances = np.diff(positions, prepend=np.int32(0))
        distances[begins] = positions[begins]
        starts = np.searchsorted(terms[begins], np.arange(len(names) + 1))
        ends = np.append(begins, len(terms))
        return TermPostings(names, starts.astype(np.int32), passages[begins], distances, ends.astype(np.int32))

    def _unfolded(self) -> tuple[Ints, Ints, Ints]:
        """Return term, passage and position of each word and part, in the order of the texts."""
        table = self._readings
        numbers, lengths = _numbers(self._stretches), _numbers(self._lengths)
        counts, widths = _numbers(table.counts)[numbers], _numbers(table.widths)[numbers]
        begins = np.cumsum(widths, dtype=np.int32) - widths
        firsts = (np.cumsum(lengths) - lengths)[lengths > 0]
        begins -= np.repeat(begins[firsts], lengths[lengths > 0])
        # Places in the table: those of each stretch count on from where it begins there.
        shifts = _numbers(table.starts)[numbers] - (np.cumsum(counts, dtype=np.int32) - counts)
        places = np.arange(counts.sum(), dtype=np.int32) + np.repeat(shifts, counts)
        passages = np.repeat(np.repeat(_numbers(self._passages), lengths), counts)
        return _numbers(table.said)[places], passages, _numbers(table.positions)[places] + np.repeat(begins, counts)

    def _ranked(self, terms: Ints) -> tuple[list[bytes], Ints]:
        """Return the terms that occur in the order of their bytes, and the place there of each by its number."""
        occurring = np.flatnonzero(np.bincount(terms))
        all_names = list(self._readings.terms)
        names = [all_names[number].encode() for number in occurring.tolist()]
        order = sorted(range(len(names)), key=names.__getitem__)
        ranks = np.zeros(len(all_names), np.int32)
        ranks[occurring[order]] = np.arange(len(order), dtype=np.int32)
        return [names[place] for place in order], ranks


def _numbers(values: "array[int] | list[int]") -> Ints:
    # A copy: while a view is open an array cannot grow.
    return np.array(values, np.int32)
