"""Posting lists of many terms as blocks; what a block tells of its postings is found for all blocks at once."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC

from indexer.index.blocks import FEW, LARGEST, Summary, framed, kind_for, pickled
from indexer.index.positions import pickled_values
from indexer.index.term_postings import TermPostings

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int32]
Places = NDArray[np.int64]

_MAGIC: bytes = WHOOSH3_HEADER_MAGIC
_NO_VALUES = pickled(None)


@dataclass(frozen=True, slots=True)
class BlockLists:
    """Posting lists, one after the other, and the bytes of each."""

    postings: bytes
    sizes: Places


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The blocks of all terms."""

    #: Where the postings of each block begin and end.
    firsts: Places
    ends: Places
    #: Whether each is the last one of its term.
    are_last: NDArray[np.bool_]
    #: For each term its first block.
    begins: Places


def block_lists(postings: TermPostings, lengths: Bytes) -> BlockLists:
    """Return the posting lists of terms.

    Args:
        postings: The postings, of one term at the least.
        lengths: For each posting the byte that stands for the length of its field.
    """
    bounds = _bounds(postings.starts)
    blocks = list(_blocks(postings, lengths, bounds))
    sizes = np.add.reduceat(np.fromiter(map(len, blocks), np.int64, len(blocks)), bounds.begins) + len(_MAGIC)
    for first in bounds.begins.tolist():
        blocks[first] = _MAGIC + blocks[first]
    return BlockLists(b"".join(blocks), sizes)


def _bounds(starts: Ints) -> _Bounds:
    counts = -(-np.diff(starts) // LARGEST)
    begins = np.cumsum(counts) - counts
    numbers_in_term = np.arange(counts.sum()) - np.repeat(begins, counts)
    firsts = np.repeat(starts[:-1], counts) + LARGEST * numbers_in_term
    ends_of_terms = np.repeat(starts[1:], counts)
    ends = np.minimum(firsts + LARGEST, ends_of_terms)
    return _Bounds(firsts, ends, ends == ends_of_terms, begins)


def _blocks(postings: TermPostings, lengths: Bytes, bounds: _Bounds) -> Iterator[bytes]:
    values = pickled_values(postings.distances, postings.distance_starts) if postings.keeps_positions else None
    distances = np.diff(postings.passages, prepend=np.int32(0))
    distances[bounds.firsts] = postings.passages[bounds.firsts]
    weights = np.diff(postings.distance_starts)
    columns = zip(
        *(each.tolist() for each in (bounds.firsts, bounds.ends, bounds.are_last)),
        _summaries(postings.passages, weights, lengths, bounds),
        _pickled_numbers(distances, bounds),
        _pickled_weights(weights, bounds),
        strict=True,
    )
    for first, end, is_last, summary, pickled_distances, pickled_weights in columns:
        pickles = pickled_distances + pickled_weights + (values.of(first, end) if values else _NO_VALUES)
        yield framed(summary, end - first, pickles, is_last=is_last)


def _summaries(passages: Ints, weights: Ints, lengths: Bytes, bounds: _Bounds) -> Iterator[Summary]:
    heaviest = np.maximum.reduceat(weights, bounds.firsts).astype(np.float32)
    shortest, longest = (each.reduceat(lengths, bounds.firsts) for each in (np.minimum, np.maximum))
    columns = (passages[bounds.ends - 1], heaviest, shortest, longest)
    return map(Summary, *(column.tolist() for column in columns))


def _pickled_weights(weights: Ints, bounds: _Bounds) -> Iterator[bytes]:
    """Yield the weights of each block: None if all are 1, one number if they are equal."""
    lightest, heaviest = (each.reduceat(weights, bounds.firsts) for each in (np.minimum, np.maximum))
    equal = {weight: pickled(None if weight == 1 else float(weight)) for weight in np.unique(lightest).tolist()}
    several = _pickled_numbers(weights, bounds)
    for low, high, pickles in zip(lightest.tolist(), heaviest.tolist(), several, strict=True):
        yield pickles if low < high else equal[low]


def _pickled_numbers(numbers: Ints, bounds: _Bounds) -> Iterator[bytes]:
    """Yield the numbers of each block, as an array or a tuple, whichever is shorter."""
    largest = np.maximum.reduceat(numbers, bounds.firsts).tolist()
    by_kind = {kind: numbers.astype(kind) for kind in {kind_for(each) for each in largest}}
    for first, end, highest in zip(bounds.firsts.tolist(), bounds.ends.tolist(), largest, strict=True):
        kind = kind_for(highest)
        part = by_kind[kind][first:end]
        yield pickled(array(kind, part.tobytes()) if len(part) >= FEW else tuple(part.tolist()))
