"""What one commit left: its segments, put together."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh import fields, index
from whoosh.reading import SegmentReader

from indexer.index.cache import ByteCache
from indexer.index.labels import Labels, joined
from indexer.index.parts import Part, parts
from indexer.index.positions import Places
from indexer.index.segment import Segment
from indexer.index.storage import INDEX_NAME, MappedStorage, patiently

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a term stands."""

    #: Numbers of passages, rising.
    ids: Ints
    #: How often it stands in each.
    weights: Floats


class State:
    """The segments of one commit; passages are numbered through all of them.

    Args:
        generations: Folders of the generations that are put together, one of each index.
        schema: The fields.
        cache: Where decoded segments are kept.
        known: Segments that are open already, by id.
    """

    def __init__(
        self, generations: Sequence[Path], schema: fields.Schema, cache: ByteCache, known: Mapping[str, Segment]
    ) -> None:
        self._storages = [MappedStorage(generation) for generation in generations]
        self._schema = schema
        self._cache = cache
        opened = [patiently(partial(self._open, storage, known)) for storage in self._storages]
        self._contents = [contents for contents, _ in opened]
        self.segments = [segment for _, segments in opened for segment in segments]
        self._offsets = list(accumulate((segment.size for segment in self.segments), initial=0))
        #: One more than the highest number of a passage, deleted ones included.
        self.size = self._offsets[-1]
        #: Which passages there are.
        self.live = self._live()
        #: Number of passages there are.
        self.count = int(self.live.sum())

    def _open(self, storage: MappedStorage, known: Mapping[str, Segment]) -> tuple[index.TOC, list[Segment]]:
        """Read the table of contents and open the segments that are not open yet."""
        contents = index.TOC.read(storage, INDEX_NAME, schema=self._schema)
        return contents, [known.get(each.segment_id()) or self._segment(storage, each) for each in contents.segments]

    def _segment(self, storage: MappedStorage, segment: object) -> Segment:
        return Segment(SegmentReader(storage, self._schema, segment), self._cache, storage)

    @property
    def number(self) -> int:
        """Counts the commits of the first generation."""
        return self.numbers_of_commits[0]

    @property
    def numbers_of_commits(self) -> tuple[int, ...]:
        """Count the commits of each generation."""
        return tuple(int(contents.generation) for contents in self._contents)

    def is_latest(self) -> bool:
        """Tell whether nothing was committed to the generations since this state."""
        latest = (index.TOC._latest_generation(storage, INDEX_NAME) for storage in self._storages)  # noqa: SLF001 - else it reads all of it
        return tuple(latest) == self.numbers_of_commits

    def close(self) -> None:
        """Give the files back, those of earlier states included."""
        for segment in self.segments:
            segment.close()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The segments of which passages are shown; from the first question on it stays at that."""
        return tuple(parts(self.segments, self._offsets, self.live))

    def postings(self, field: str, term: str) -> Postings:
        """Return where a term stands."""
        found = [part.segment.postings(field, term) for part in self.parts]
        ids = _numbered([(each.ids, part.offset) for each, part in zip(found, self.parts, strict=True)])
        weights = _concatenated([each.weights for each in found], np.float32)
        if self.count == self.size:
            return Postings(ids, weights)
        here = self.live[ids]
        return Postings(ids[here], weights[here])

    def places(self, field: str, term: str) -> tuple[Ints, Places]:
        """Return the passages a term stands in, deleted ones included, and its positions in each."""
        found = (segment.postings(field, term).ids for segment in self.segments)
        ids = _numbered(list(zip(found, self._offsets, strict=False)))
        each = [segment.places(field, term) for segment in self.segments]
        return ids, each[0] if len(each) == 1 else _places_together(each)

    def frequency(self, field: str, term: str) -> int:
        """Return in how many passages a term stands, deleted ones included."""
        return sum(segment.frequency(field, term) for segment in self.segments)

    def total_length(self, field: str) -> int:
        """Return how many terms all passages have in a field, deleted ones included."""
        return sum(segment.total_length(field) for segment in self.segments)

    def terms_beginning(self, field: str, beginning: str) -> Iterator[str]:
        """Yield the terms of a field that begin so, in the order of their bytes."""
        each = [segment.terms_beginning(field, beginning) for segment in self.segments]
        for term, _ in groupby(heapq.merge(*each, key=str.encode)):
            if self.count == self.size or len(self.postings(field, term).ids):
                yield term

    def lengths(self, field: str) -> Floats:
        """Return how many terms each passage has in a field; 0 for deleted ones."""
        lengths = _concatenated([segment.lengths(field) for segment in self.segments], np.float32)
        return lengths if self.count == self.size else lengths * self.live

    def numbers(self, column: str) -> Ints:
        """Return the number of each passage in a column; 0 where it has none."""
        return _concatenated([segment.numbers(column) for segment in self.segments], np.int32)

    def labels(self, field: str) -> Labels:
        """Return the labels of passages."""
        parts = zip(self.segments, self._offsets, strict=False)
        labels = joined(segment.labels(field).moved(offset) for segment, offset in parts)
        return labels if self.count == self.size else labels.only(self.live).used()

    def stored(self, number: int) -> dict[str, object]:
        """Return the stored fields of a passage by its number."""
        place = int(np.searchsorted(self._offsets, number, side="right")) - 1
        return self.segments[place].stored(int(number) - self._offsets[place])

    def _live(self) -> Mask:
        live = np.ones(self.size, np.bool_)
        segments = [segment for contents in self._contents for segment in contents.segments]
        for segment, offset in zip(segments, self._offsets, strict=False):
            live[np.fromiter(segment.deleted_docs(), np.int64) + offset] = False
        return live


def _numbered(of_segments: list[tuple[Ints, int]]) -> Ints:
    """Put numbers within segments together as numbers of the view; each with the number of its segment's first."""
    if len(of_segments) == 1:
        ((ids, offset),) = of_segments
        return ids + np.int32(offset) if offset else ids
    return _concatenated([ids + np.int32(offset) for ids, offset in of_segments if len(ids)], np.int32)


def _concatenated(parts: list[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return parts[0] if len(parts) == 1 else np.concatenate(parts or [np.empty(0, kind)]).astype(kind, copy=False)


def _places_together(parts: list[Places]) -> Places:
    """Put the places of several segments one after the other."""
    before = accumulate((len(part.positions) for part in parts), initial=0)
    starts = [part.starts[:-1] + np.int32(offset) for part, offset in zip(parts, before, strict=False)]
    positions = _concatenated([part.positions for part in parts], np.int32)
    return Places(positions, np.concatenate([*starts, np.array([len(positions)], np.int32)]))
