"""The postings of several segments, put together a range of terms at a time.

However many passages there are, no more is in memory than the postings of some thousand terms.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.filedb.filestore import Storage
from whoosh.filedb.filetables import OrderedHashReader

from indexer.index.list_reading import read_lists
from indexer.index.postings import Postings
from indexer.index.sorted_terms import SortedTerms
from indexer.index.term_postings import TermPostings

Ints = NDArray[np.int32]

#: Terms of the largest segment that are put together at once.
MOST_TERMS = 5_000


@dataclass(frozen=True, slots=True)
class Source:
    """A segment whose passages are taken over."""

    terms: memoryview
    reader: OrderedHashReader
    postings: memoryview
    #: The new number of each passage, -1 for those that are deleted.
    numbers: Ints

    @classmethod
    def open(cls, storage: Storage, segment: W3Segment, numbers: Ints) -> "Source":
        """Map the files of a segment."""
        terms = segment.open_file(storage, W3Codec.TERMS_EXT)
        postings = segment.open_file(storage, W3Codec.POSTS_EXT)
        return cls(terms.view, OrderedHashReader(terms, len(terms.view)), postings.view, numbers)

    @property
    def fields(self) -> set[str]:
        """The names of the fields."""
        return set(self.reader.extras["fieldmap"])


class _Range(NamedTuple):
    """Some neighbouring terms of a segment."""

    source: Source
    terms: list[bytes]
    #: What the term index keeps of each.
    about: NDArray[np.void]


def merged(sources: Sequence[Source], field: str, *, keeps_positions: bool) -> Iterator[TermPostings]:
    """Yield the postings of a field in all sources, without deleted passages, in the order of the terms.

    Args:
        sources: Segments whose passages are numbered one segment after the other.
        field: The name of the field.
        keeps_positions: Whether it keeps positions.
    """
    terms = [SortedTerms(source.terms, source.reader, field) for source in sources]
    for cuts in pairwise(_cuts(terms)):
        ranges = [
            _Range(source, *of_source.read(begin, end))
            for source, of_source, begin, end in zip(sources, terms, *cuts, strict=True)
            if begin < end
        ]
        postings = _together(ranges, keeps_positions=keeps_positions) if ranges else None
        if postings and postings.terms:  # else every passage they stood in is deleted
            yield postings


def _cuts(terms: Sequence[SortedTerms]) -> Iterator[list[int]]:
    """Yield the places at which the terms of the sources are cut, the same term in all, one place for each source."""
    largest = max(terms, key=len)
    yield [0] * len(terms)
    for place in range(MOST_TERMS, len(largest), MOST_TERMS):
        yield [bisect_left(of_source, largest[place]) for of_source in terms]
    yield list(map(len, terms))


def _together(ranges: Sequence[_Range], *, keeps_positions: bool) -> TermPostings:
    names = sorted({term for each in ranges for term in each.terms})
    places = {name: place for place, name in enumerate(names)}
    parts: list[Postings] = []
    for source, terms, about in ranges:
        ranks = np.fromiter(map(places.__getitem__, terms), np.int32, len(terms))
        read = read_lists(source.postings, about, keeps_positions=keeps_positions)
        parts += [postings.of_terms(ranks).of_passages(source.numbers) for postings in read]
    return Postings.joined(parts).by_term(names, keeps_positions=keeps_positions)
