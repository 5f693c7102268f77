r"""Positions of a term, as bytes in the index and as arrays in a search.

Whoosh keeps the positions of a posting as their number and a pickled sequence of the distances between them. Nearly all
distances in a passage fit a byte, and a pickled string of bytes is such a sequence, too: Whoosh reads it as it reads
its own, and here the strings of all postings are read at once, as one array. Larger distances stand in a pickled list,
as Whoosh itself writes them.

    count (4)   80 03 43   length (1)   distances …   2e
"""

import pickle
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.index.term_postings import starts_of

Ints = NDArray[np.int32]

_COUNT = struct.Struct("!I")
#: Pickle's protocol 3, and its opcode for a short string of bytes.
_SHORT = b"\x80\x03C"
_STOP = b"."
#: The opcode again, and a place for the length: what stands before a posting in a pickled tuple.
_PICKLED = b"C\0"
#: Bytes before and after the distances.
_BEFORE, _AFTER = 8, 1
#: Number of distances, and largest distance, that the short form holds.
_LARGEST = 255
#: Number of distances up to which all of the short form is a short string of bytes itself.
_FEW = _LARGEST - _BEFORE - _AFTER

#: Sequences of positions whose bytes are remembered: most postings have one position out of a few hundred.
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Places:
    """The positions of a term in each of its postings, one after the other."""

    #: Rising within each posting.
    positions: Ints
    #: Where each posting begins in `positions`; one more than there are postings.
    starts: Ints

    @property
    def nbytes(self) -> int:
        """Memory taken."""
        return self.positions.nbytes + self.starts.nbytes


class Distances(NamedTuple):
    """For each posting its first position and the distances from each to the next, one posting after the other."""

    distances: Ints
    #: Where each posting begins there; one more than there are postings.
    starts: Ints


@lru_cache(_REMEMBERED)
def to_bytes(positions: tuple[int, ...]) -> bytes:
    """Return rising positions as they stand in a posting."""
    distances = [positions[0], *(later - earlier for earlier, later in pairwise(positions))]
    count = len(distances)
    if count > _LARGEST or max(distances) > _LARGEST:
        return _COUNT.pack(count) + pickle.dumps(distances, 2)
    return _COUNT.pack(count) + _SHORT + bytes((count, *distances)) + _STOP


@dataclass(frozen=True, slots=True)
class PickledValues:
    """The positions of postings as they stand in a pickled tuple, one after the other."""

    joined: memoryview
    #: Where each begins; one more than there are postings.
    starts: NDArray[np.int64]

    def of(self, begin: int, end: int) -> bytes:
        """Return some neighbouring ones as a pickled tuple."""
        return b"(" + self.joined[self.starts[begin] : self.starts[end]] + b"t"


def pickled_values(distances: Ints, starts: Ints) -> PickledValues:
    """Return positions as `to_bytes` would, of all postings at once.

    Args:
        distances: For each posting its first position, and the distances from each to the next.
        starts: Where each posting begins there; one more than there are postings.
    """
    counts = np.diff(starts)
    is_short = (counts <= _FEW) & (np.maximum.reduceat(distances, starts[:-1]) <= _LARGEST)
    others = {place: _pickled(distances[starts[place] : starts[place + 1]]) for place in np.flatnonzero(~is_short)}
    sizes = counts.astype(np.int64) + len(_PICKLED) + _BEFORE + _AFTER
    sizes[list(others)] = [len(each) for each in others.values()]
    offsets = np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes)))
    joined = np.zeros(offsets[-1], np.uint8)
    _fill(joined, offsets[:-1][is_short], counts[is_short])
    # The distances of each posting lie as far from its begin in the bytes as from its start.
    shifts = offsets[:-1] + len(_PICKLED) + _BEFORE - starts[:-1]
    is_filled = np.repeat(is_short, counts)
    places = (np.arange(len(distances)) + np.repeat(shifts, counts))[is_filled]
    joined[places] = distances[is_filled]
    for place, value in others.items():
        joined[offsets[place] : offsets[place + 1]] = np.frombuffer(value, np.uint8)
    return PickledValues(joined.data, offsets)


def _fill(joined: NDArray[np.uint8], offsets: NDArray[np.int64], counts: Ints) -> None:
    """Write what stands around the distances of postings in the short form."""
    form = _PICKLED + _COUNT.pack(0) + _SHORT
    for at, byte in enumerate(form):
        if byte:
            joined[offsets + at] = byte
    joined[offsets + 1] = counts + _BEFORE + _AFTER
    joined[offsets + len(_PICKLED) + _COUNT.size - 1] = counts
    joined[offsets + len(form)] = counts
    joined[offsets + len(form) + 1 + counts] = ord(_STOP)


def _pickled(distances: Ints) -> bytes:
    return pickle.dumps(to_bytes(tuple(np.cumsum(distances).tolist())), 3)[2:-1]


def read_places(values: Sequence[bytes]) -> Places:
    """Return the positions of postings, whoever wrote them."""
    distances, starts = read_distances(values)
    return Places(_summed(distances, starts), starts)


def read_distances(values: Sequence[bytes]) -> Distances:
    """Return the positions of postings, whoever wrote them, as they stand there."""
    sizes = np.fromiter(map(len, values), np.int64, len(values))
    joined = np.frombuffer(b"".join(values), np.uint8)
    ends = np.cumsum(sizes)
    begins = ends - sizes
    if not _are_short(joined, begins):
        return _read_singly(values)
    counts = (sizes - _BEFORE - _AFTER).astype(np.int32)
    starts = starts_of(counts)
    # The distances of each posting lie as far from its begin in the bytes as from its start in the positions.
    shift = np.repeat(begins + _BEFORE - starts[:-1], counts)
    return Distances(joined[np.arange(starts[-1]) + shift].astype(np.int32), starts)


def _are_short(joined: NDArray[np.uint8], begins: NDArray[np.int64]) -> bool:
    form = np.frombuffer(_SHORT, np.uint8)
    return all(bool((joined[begins + _COUNT.size + at] == byte).all()) for at, byte in enumerate(form))


def _read_singly(values: Sequence[bytes]) -> Distances:
    """Read postings one by one: the way that is always right."""
    # The distances are pickles of this index, whose folder only the worker writes to.
    lists = [list(pickle.loads(value[_COUNT.size :])) for value in values]  # noqa: S301 - see above
    starts = starts_of(np.fromiter(map(len, lists), np.int32, len(lists)))
    return Distances(np.fromiter((distance for each in lists for distance in each), np.int32, int(starts[-1])), starts)


def _summed(distances: Ints, starts: Ints) -> Ints:
    """Add distances up, from 0 again at each start."""
    sums = np.cumsum(distances, dtype=np.int32)
    before = np.concatenate((np.zeros(1, np.int32), sums))[starts[:-1]]
    summed: Ints = sums - np.repeat(before, np.diff(starts))
    return summed
