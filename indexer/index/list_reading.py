"""Reads many posting lists as arrays."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from indexer.index.blocks import read_blocks
from indexer.index.positions import read_distances
from indexer.index.postings import Postings
from indexer.index.rows import MOST_IN_ROWS, read_rows


def read_lists(view: memoryview, about: NDArray[np.void], *, keeps_positions: bool) -> Iterator[Postings]:
    """Yield the postings of some terms, of each term together and in the order of its passages.

    Args:
        view: The file of postings.
        about: What the term index keeps of the terms (`ABOUT`); the numbers of the terms are the places in it.
        keeps_positions: Whether the field does; where it does not each posting gets one, 0.

    Raises:
        ValueError: The bytes are no posting lists.
    """
    are_rows = np.zeros(len(about), np.bool_)
    if keeps_positions:
        for terms, postings in _in_rows(view, about):
            are_rows[terms] = True
            yield postings
    others = np.flatnonzero(~are_rows)
    if len(others):
        yield _in_blocks(view, others, about["offset"][others], keeps_positions=keeps_positions)


def _in_rows(view: memoryview, about: NDArray[np.void]) -> Iterator[tuple[NDArray[np.intp], Postings]]:
    """Yield the terms whose lists are rows, those of as many postings together."""
    file = np.frombuffer(view, np.uint8)
    few = np.flatnonzero(about["passages"] <= MOST_IN_ROWS)
    shapes = np.stack((about["passages"][few], about["length"][few]))
    for count, length in np.unique(shapes, axis=1).T.tolist():
        terms = few[(shapes[0] == count) & (shapes[1] == length)]
        found = read_rows(file, about["offset"][terms].astype(np.int64), count, length)
        if found is None:
            continue
        terms = terms[found.are_rows]
        numbers = np.repeat(terms.astype(np.int32), count)
        passages = np.cumsum(found.distances, axis=1, dtype=np.int32).ravel()
        yield terms, Postings(numbers, passages, np.ones(len(numbers), np.int32), found.positions.ravel())


def _in_blocks(
    view: memoryview, terms: NDArray[np.intp], places: NDArray[np.int64], *, keeps_positions: bool
) -> Postings:
    """Return the postings of the lists at some places."""
    blocks, sizes = [], []
    for place in places.tolist():
        read = list(read_blocks(view[place:]))  # the last block tells that it is the last
        blocks += read
        sizes.append(sum(len(block.ids) for block in read))
    passages = np.concatenate([block.ids for block in blocks])
    numbers = np.repeat(terms.astype(np.int32), sizes)
    if not keeps_positions:
        return Postings(numbers, passages, np.ones(len(passages), np.int32), np.zeros(len(passages), np.int32))
    read_all = read_distances([value for block in blocks for value in block.values])
    return Postings(numbers, passages, np.diff(read_all.starts), read_all.distances)
