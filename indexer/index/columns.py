"""Columns of numbers, one for each passage, as bytes and as arrays."""

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.filedb.filestore import Storage
from whoosh.util.numeric import byte_to_length

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

#: Whoosh keeps the length of a field in one byte, exact up to ten terms and within 4 % above.
_LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.float32)


def length_bytes(storage: Storage, segment: W3Segment, field: str) -> bytes:
    """Return the byte that stands for the length of a field, for each passage of a segment."""
    return _column(storage, segment, f"_{field}_len").ljust(segment.doc_count_all(), b"\0")


def lengths(storage: Storage, segment: W3Segment, field: str) -> Floats:
    """Return how many terms each passage of a segment has in a field."""
    kept = np.frombuffer(length_bytes(storage, segment, field), np.uint8)
    found: Floats = _LENGTHS[kept]
    return found


def numbers(storage: Storage, segment: W3Segment, name: str) -> Ints:
    """Return the 32-bit number that each passage of a segment has in a column, 0 where it has none."""
    found = np.zeros(segment.doc_count_all(), np.int32)
    kept = np.frombuffer(_column(storage, segment, name), ">i4")
    found[: len(kept)] = kept
    return found


def _column(storage: Storage, segment: W3Segment, name: str) -> bytes:
    """Return the bytes of a column; trailing passages without a value have none."""
    file = W3Codec.column_filename(segment, name)
    if not storage.file_exists(file):
        return b""
    opened = storage.open_file(file)
    return bytes(opened.read(storage.file_length(file)))
