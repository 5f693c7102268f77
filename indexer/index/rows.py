"""Posting lists of terms that stand once in each of a few passages, as rows of one size.

Lists of as many postings differ in their numbers only. All of them are written at once: the list as pickle would write
it is put in every row, and the numbers in its columns. They are read at once likewise.
"""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int32]

#: Postings up to which a list is a row. They are not compressed: to compress so few takes longer than to write them.
MOST_IN_ROWS = 31
#: The last position that fits a row.
LAST_POSITION = 255

_MAGIC: bytes = WHOOSH3_HEADER_MAGIC
#: Pickle's opcode for a number of a passage, by the type that holds all of a row's: two bytes or four.
_OPCODES = {"<u2": b"M", "<i4": b"J"}
_FITS_SHORT = 1 << 16

#: What Whoosh keeps of a posting with one position: a pickled string, in it how many positions there are and a pickled
#: string of them.
_VALUE = np.dtype([("before", "V10"), ("position", "u1"), ("stop", "V1")])
_ONE_VALUE = b"C\x0a\0\0\0\x01\x80\x03C\x01\0."


@dataclass(frozen=True, slots=True)
class FewPostings:
    """Lists of as many postings each: a list is a row, a posting a column."""

    #: Distances from each passage to the next; the first is that from 0.
    distances: Ints
    #: Where in its passage each posting stands.
    positions: Ints
    #: For each list its last passage.
    last: Ints
    #: For each list the bytes that stand for the shortest and longest field.
    shortest: Bytes
    longest: Bytes


def rows(few: FewPostings) -> NDArray[np.void]:
    """Return the lists as they stand in the file."""
    kind = "<u2" if few.distances.max() < _FITS_SHORT else "<i4"
    count = few.distances.shape[1]
    written = np.repeat(np.frombuffer(_form(count, kind), _row(count, kind)), len(few.distances))
    written["last"] = few.last
    written["shortest"] = few.shortest
    written["longest"] = few.longest
    written["distances"]["number"] = few.distances
    written["values"]["position"] = few.positions
    return written


@dataclass(frozen=True, slots=True)
class ReadRows:
    """Lists of as many postings each, those of them that are rows."""

    #: For each list that was asked for whether it is a row.
    are_rows: NDArray[np.bool_]
    #: Distances from each passage to the next, and where in its passage each posting stands; a row is a row here.
    distances: Ints
    positions: Ints


def read_rows(file: Bytes, begins: NDArray[np.int64], count: int, size: int) -> ReadRows | None:
    """Return those of some lists of as many postings that are rows; None if no row has this size.

    Args:
        file: The file of postings.
        begins: Where each list begins in it.
        count: Postings of each.
        size: Bytes of each.
    """
    kind = next((kind for kind in _OPCODES if _row(count, kind).itemsize == size), None)
    if kind is None:
        return None
    read = sliding_window_view(file, size)[begins]
    found = read.view(_row(count, kind))[:, 0]
    distances = found["distances"]["number"].astype(np.int32)
    positions = found["values"]["position"].astype(np.int32)
    for name in ("last", "shortest", "longest"):
        found[name] = 0
    found["distances"]["number"] = found["values"]["position"] = 0
    are_rows = (read == np.frombuffer(_form(count, kind), np.uint8)).all(axis=1)
    return ReadRows(are_rows, distances[are_rows], positions[are_rows])


def _row(count: int, kind: str) -> np.dtype[np.void]:
    """Return which bytes of a row are its numbers."""
    return np.dtype(
        [
            ("begin", "V14"),
            ("last", "<i4"),
            ("weight", "V12"),
            ("shortest", "u1"),
            ("opcode", "V1"),
            ("longest", "u1"),
            ("data", "V5"),
            ("distances", [("opcode", "V1"), ("number", kind)], (count,)),
            ("weights", "V3"),
            ("values", _VALUE, (count,)),
            ("end", "V3"),
        ]
    )


def _form(count: int, kind: str) -> bytes:
    """Return a row whose numbers are 0."""
    # The number of postings, the last passage, the highest weight (1), the level of compression (none), and lengths.
    info = b"\x80\x03(K%cJ\0\0\0\0G\x3f\xf0\0\0\0\0\0\0K\0K\0K\0t." % count
    number = _OPCODES[kind] + bytes(np.dtype(kind).itemsize)
    # None stands for weights of 1.
    data = b"\x80\x03(" + number * count + b"tN(" + _ONE_VALUE * count + b"t\x87."
    # A negative size says that no other block follows.
    return _MAGIC + (-len(info + data)).to_bytes(4, "big", signed=True) + info + data
