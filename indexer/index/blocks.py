"""Postings of one term: as blocks in a file of Whoosh's third codec, and as arrays.

A posting list is a mark and blocks. A block is its length (negative in the last one), a pickled tuple about it, and a
pickled, perhaps compressed tuple of its numbers: distances between passages, weights, values. Whoosh pickles tuples of
numbers; it reads arrays of the standard library just as well, which become numpy's without a look at each number.
"""

import io
import pickle
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

#: Postings a block: larger blocks are read faster, and are read whole.
LARGEST = 512
#: zlib's level: 3 saves 1 % more and takes twice as long.
COMPRESSION = 1
#: zlib's window, as power of two, and memory: blocks are small, and to get memory for larger ones takes ten times as
#: long as to compress a block.
_WINDOW, _MEMORY = 12, 5
#: The pickle of an array names its type in some sixty bytes: fewer numbers than these are shorter one by one.
FEW = 32
#: Bytes of a block from which it is compressed: with smaller ones a commit takes a tenth longer, and the index of real
#: texts is 4 % smaller.
_WORTH_COMPRESSING = 400

_LENGTH = struct.Struct("!i")
#: Protocol 3 has bytes of its own; Whoosh's protocol 2 spells them as calls of a codec, ten times slower to read.
_PROTOCOL = 3
#: Opcodes of pickle: what the protocol begins with, a tuple of three, and the end.
_BEGIN, _TRIPLE, _STOP = b"\x80\x03", b"\x87", b"."


class Summary(NamedTuple):
    """What a block tells of all its postings."""

    #: The last passage.
    last: int
    #: The highest weight.
    heaviest: float
    #: The bytes that stand for the shortest and longest field.
    shortest: int
    longest: int


def framed(summary: Summary, count: int, pickles: bytes, *, is_last: bool) -> bytes:
    """Return a block of some postings from the pickles of distances, weights and values, as they stand in the file."""
    data = _BEGIN + pickles + _TRIPLE + _STOP
    level = COMPRESSION if len(data) >= _WORTH_COMPRESSING else 0
    last, heaviest, shortest, longest = summary
    info = pickle.dumps((count, last, heaviest, level, shortest, longest), _PROTOCOL)
    written = info + (_compressed(data) if level else data)
    return _LENGTH.pack(-len(written) if is_last else len(written)) + written


def _compressed(data: bytes) -> bytes:
    compressor = zlib.compressobj(COMPRESSION, zlib.DEFLATED, _WINDOW, _MEMORY)
    return compressor.compress(data) + compressor.flush()


def pickled(value: object) -> bytes:
    """Return a pickled object as a part of a larger pickle."""
    return pickle.dumps(value, _PROTOCOL)[len(_BEGIN) : -len(_STOP)]


@dataclass(frozen=True, slots=True)
class BlockArrays:
    """A block as it is read."""

    ids: Ints
    weights: Floats
    values: Sequence[bytes]


def read_blocks(view: memoryview) -> Iterator[BlockArrays]:
    """Yield the blocks of a posting list; there are no values where the field keeps none.

    Raises:
        ValueError: The bytes are no posting list.
    """
    if view[: len(WHOOSH3_HEADER_MAGIC)] != WHOOSH3_HEADER_MAGIC:
        raise ValueError("no posting list")
    at, is_last = len(WHOOSH3_HEADER_MAGIC), False
    while not is_last:
        (length,) = _LENGTH.unpack_from(view, at)
        is_last = length < 0
        at += _LENGTH.size
        yield _read(view[at : at + abs(length)])
        at += abs(length)


def _read(view: memoryview) -> BlockArrays:
    # Pickles of this index, whose folder only the worker writes to.
    stream = io.BytesIO(view)
    count, _, _, level, *_ = pickle.load(stream)  # noqa: S301 - see above
    data = view[stream.tell() :]
    distances, weights, values = pickle.loads(zlib.decompress(data) if level else data)  # noqa: S301 - see above
    ids = np.cumsum(np.array(distances, np.int32), dtype=np.int32)
    return BlockArrays(ids, _all_weights(weights, count), _singly(values or (), count))


def _singly(values: bytes | tuple[bytes, ...], count: int) -> tuple[bytes, ...]:
    """Return a value for each posting; those of one size are kept joined."""
    if not isinstance(values, bytes):
        return values
    size = len(values) // count
    return tuple(values[start : start + size] for start in range(0, len(values), size))


def _all_weights(weights: float | Sequence[float] | None, count: int) -> Floats:
    """Return a weight for each posting; None stands for 1 each, a number for itself each."""
    if weights is None or isinstance(weights, float):
        return np.full(count, 1.0 if weights is None else weights, np.float32)
    return np.array(weights, np.float32)


def kind_for(largest: int) -> str:
    """Return the type of an array that holds numbers from 0 to the largest."""
    return "B" if largest < 1 << 8 else "H" if largest < 1 << 16 else "I"
