"""One segment of the index as arrays: immutable, but for the passages that were deleted since it was written."""

import functools
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.reading import SegmentReader

from indexer.index import columns
from indexer.index.blocks import BlockArrays, read_blocks
from indexer.index.cache import ByteCache
from indexer.index.labels import Labels
from indexer.index.list_reading import read_lists
from indexer.index.once import Once
from indexer.index.positions import Places, read_places
from indexer.index.postings import Postings
from indexer.index.sorted_terms import SortedTerms
from indexer.index.storage import MappedStorage
from indexer.index.term_table import TermTable

#: Terms whose frequency is remembered. Each of a dozen segments remembers so many, for some 200 bytes each.
KEPT_FREQUENCIES = 1_000
#: Comes after all that follows in a term: no letter has it among its bytes.
_AFTER_ALL = b"\xff"

_Made = TypeVar("_Made")

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class SegmentPostings:
    """Where a term stands in a segment, deleted passages included."""

    #: Numbers of passages within the segment, rising.
    ids: Ints
    weights: Floats

    @property
    def nbytes(self) -> int:
        """Memory taken."""
        return self.ids.nbytes + self.weights.nbytes


_NOWHERE = SegmentPostings(np.empty(0, np.int32), np.empty(0, np.float32))
_NO_LABELS = Labels((), np.empty(0, np.int32), np.empty(0, np.int32))
_NO_PLACES = Places(np.empty(0, np.int32), np.zeros(1, np.int32))


class Segment:
    """Decodes a segment, each part once: postings under the bound of a cache, lengths and labels for good."""

    def __init__(self, reader: SegmentReader, cache: ByteCache, files: MappedStorage) -> None:
        self._cache = cache
        self._files = files
        self._reader = reader
        self._storage = reader.storage()
        self._segment: W3Segment = reader.segment()
        codec = reader.codec()
        self.id: str = self._segment.segment_id()
        #: Number of passages, deleted ones included.
        self.size: int = self._segment.doc_count_all()
        terms = codec.terms_reader(self._storage, self._segment)._tindex  # noqa: SLF001 - Whoosh has no other way to it
        self._table = TermTable(terms.dbfile.view, terms)
        self._sorted = functools.cache(functools.partial(SortedTerms, terms.dbfile.view, terms))
        self._postings_file = self._segment.open_file(self._storage, W3Codec.POSTS_EXT)
        self.lengths = functools.cache(functools.partial(columns.lengths, self._storage, self._segment))
        self.numbers = functools.cache(functools.partial(columns.numbers, self._storage, self._segment))
        self.labels = functools.cache(self._labels)
        self._frequencies: dict[tuple[str, str], int] = {}
        self._made = Once()

    def postings(self, field: str, term: str) -> SegmentPostings:
        """Return where a term stands."""
        return self._cache.get((self.id, field, term), lambda: self._read(field, term))

    def places(self, field: str, term: str) -> Places:
        """Return the positions of a term, posting by posting."""
        return self._cache.get((self.id, field, term, "places"), lambda: self._read_places(field, term))

    def remembered(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what was made of the segment for a key, making it the first time; kept as long as the segment."""
        return self._made.get(key, make)

    def stored(self, number: int) -> dict[str, object]:
        """Return the stored fields of a passage."""
        return dict(self._reader.stored_fields(number))

    def let_go(self) -> None:
        """Hold none of the pages of the files that were read."""
        self._files.let_go()

    def close(self) -> None:
        """Give the files back."""
        self._reader.close()

    def passages_of(self, field: str, term: str) -> Ints:
        """Return the passages a term stands in, deleted ones included, without keeping them for later."""
        return self._read(field, term).ids

    def frequency(self, field: str, term: str) -> int:
        """Return in how many passages a term stands, deleted ones included."""
        found = self._frequencies.get((field, term))
        if found is None:
            if len(self._frequencies) >= KEPT_FREQUENCIES:
                self._frequencies = {}
            entry = self._table.find(field, term.encode())
            found = self._frequencies[field, term] = entry.frequency if entry else 0
        return found

    def frequencies_of(self, field: str, terms: Sequence[str]) -> Ints:
        """Return in how many passages each of many terms stands, deleted ones included, without keeping them."""
        return self._table.frequencies(field, [term.encode() for term in terms])

    def total_length(self, field: str) -> int:
        """Return how many terms all passages have in a field, deleted ones included."""
        return int(self._segment._fieldlengths.get(field, 0))  # noqa: SLF001 - Whoosh has no other way to it

    def terms_beginning(self, field: str, beginning: str) -> Iterator[str]:
        """Yield the terms of a field that begin so, in the order of their bytes."""
        terms, sought = self._sorted(field), beginning.encode()
        begin, end = bisect_left(terms, sought), bisect_left(terms, sought + _AFTER_ALL)
        for names, _ in terms.ranges(begin, end):
            yield from map(bytes.decode, names)

    def frequencies(self, field: str) -> Iterator[tuple[str, int]]:
        """Yield every term of a field with the number of its passages, deleted ones included, in the order of bytes."""
        terms = self._sorted(field)
        for names, about in terms.ranges(0, len(terms)):
            yield from zip(map(bytes.decode, names), about["passages"].tolist(), strict=True)

    def _read(self, field: str, term: str) -> SegmentPostings:
        blocks = list(self._blocks(field, term))
        if not blocks:
            return _NOWHERE
        return SegmentPostings(_joined(blocks, lambda block: block.ids), _joined(blocks, lambda block: block.weights))

    def _read_places(self, field: str, term: str) -> Places:
        values = [value for block in self._blocks(field, term) for value in block.values]
        return read_places(values) if values else _NO_PLACES

    def _labels(self, field: str) -> Labels:
        """Read every term of a field with its postings."""
        terms = self._sorted(field)
        if not len(terms):
            return _NO_LABELS
        names, about = terms.read(0, len(terms))
        postings = Postings.joined(list(read_lists(self._postings_file.view, about, keeps_positions=False)))
        return Labels(tuple(map(bytes.decode, names)), postings.passages, postings.terms)

    def _blocks(self, field: str, term: str) -> Iterator[BlockArrays]:
        entry = self._table.find(field, term.encode())
        return self._blocks_from(entry.place) if entry else iter(())

    def _blocks_from(self, place: int) -> Iterator[BlockArrays]:
        return read_blocks(self._postings_file.view[place:])  # the last block tells that it is the last


def _joined(blocks: list[BlockArrays], column: Callable[[BlockArrays], NDArray[np.generic]]) -> NDArray:  # type: ignore[type-arg]
    return column(blocks[0]) if len(blocks) == 1 else np.concatenate([column(block) for block in blocks])
