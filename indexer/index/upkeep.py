"""Keeps the number of segments, dead passages and dead files small. Only the worker calls this, between batches."""

import math
from collections import defaultdict
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

from whoosh import fields, index
from whoosh.codec.whoosh3 import W3Segment

from indexer.index.bulk import BulkWriter
from indexer.index.committing import Committing
from indexer.index.storage import INDEX_NAME, MappedStorage, patiently

#: So many segments of about one size may stand; one more, and they become one. Each costs a query a look-up a term.
MOST_ALIKE = 12
#: Up to so many passages a segment is of the smallest size, a dozen of which merge in seconds; each next size is …
SMALLEST = 2000
#: … so many times as large.
GROWTH = 10
#: No more passages are merged at once: they keep the worker from what else waits for half a minute.
MOST_MERGED = 200_000

#: From this share of deleted passages on, and not for fewer than make a small segment, a rebuild gives back more than
#: it costs.
MUCH_DELETED = 0.2


def merge_segments(generation: Path, schema: fields.Schema) -> int:
    """Merge segments of about one size where there are many of them.

    Returns:
        The number of segments that became one; 0 where there were not too many.
    """
    contents = _contents(generation, schema)
    crowd = _crowd(contents.segments)
    if crowd:
        with Committing(generation, schema) as committing:
            committing.writer.mergetype = _merging({segment.segment_id() for segment in crowd})
    return len(crowd)


def rewrite_segments(generation: Path, schema: fields.Schema) -> int:
    """Write the segments anew in which deleted passages still stand, so that no byte of those is left.

    Returns:
        The number of segments that were written anew.
    """
    touched = [each for each in _contents(generation, schema).segments if each.deleted_count()]
    if touched:
        with Committing(generation, schema) as committing:
            committing.writer.mergetype = _merging({segment.segment_id() for segment in touched})
    return len(touched)


def is_worth_rebuilding(generation: Path, schema: fields.Schema) -> bool:
    """Tell whether so many passages are deleted but still there that a new generation would be much smaller."""
    segments = _contents(generation, schema).segments
    passages: int = sum(each.doc_count_all() for each in segments)
    deleted: int = sum(each.deleted_count() for each in segments)
    return deleted >= SMALLEST and deleted / passages >= MUCH_DELETED


def _crowd(segments: list[W3Segment]) -> list[W3Segment]:
    """Return of the smallest segments of about one size that are too many those to merge, or none."""
    sizes: defaultdict[int, list[W3Segment]] = defaultdict(list)
    for segment in segments:
        sizes[_size(segment.doc_count())].append(segment)
    crowds = (_smallest(sizes[size]) for size in sorted(sizes) if len(sizes[size]) > MOST_ALIKE)
    return next((crowd for crowd in crowds if len(crowd) > 1), [])


def _smallest(segments: list[W3Segment]) -> list[W3Segment]:
    """Return the smallest of some segments, as many as may be merged at once."""
    rising = sorted(segments, key=W3Segment.doc_count)
    sums = accumulate(each.doc_count() for each in rising)
    return [segment for segment, passages in zip(rising, sums, strict=True) if passages <= MOST_MERGED]


def _size(passages: int) -> int:
    return max(0, math.ceil(math.log(max(1, passages) / SMALLEST, GROWTH)))


def _merging(ids: set[str]) -> Callable[[BulkWriter, list[W3Segment]], list[W3Segment]]:
    """Return a merge policy of Whoosh: takes some segments into the writer and returns the others."""

    def merge(writer: BulkWriter, segments: list[W3Segment]) -> list[W3Segment]:
        for segment in segments:
            if segment.segment_id() in ids:
                writer.add_segment(segment)
        return [segment for segment in segments if segment.segment_id() not in ids]

    return merge


def _contents(generation: Path, schema: fields.Schema) -> index.TOC:
    return patiently(lambda: index.TOC.read(MappedStorage(generation), INDEX_NAME, schema=schema))
