"""Writes the index of terms: Whoosh's ordered hash file, many terms at a time."""

import struct
from collections.abc import Sequence
from hashlib import md5
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray
from whoosh.filedb.filetables import OrderedHashWriter
from whoosh.filedb.structfile import StructFile

#: The number of a field, which stands before its terms.
FIELD = struct.Struct("!H")
#: How long a key is, and what stands under it.
LENGTHS = struct.Struct("!ii")
#: A slot of a hash table: the hash of a key, and its place in the file.
SLOT = struct.Struct("!Iq")
#: Slots, many at a time.
SLOTS = np.dtype([("hash", ">u4"), ("place", ">i8")])

#: A file has so many hash tables; the lowest byte of a hash says in which one it is.
_TABLES = 256

Hashes = NDArray[np.uint32]
Places = NDArray[np.int64]


class TermIndexWriter(OrderedHashWriter):  # type: ignore[misc] # Whoosh carries no types
    """Takes what Whoosh's own takes, and sorted keys with values of one size in a fraction of the time."""

    def __init__(self, file: StructFile) -> None:
        file.seek(0)  # it may begin already as an index of Whoosh's own does
        super().__init__(file)
        self.lastkey = b""
        self._hashes: list[Hashes] = []
        self._places: list[Places] = []

    def add_sorted(self, keys: Sequence[bytes], values: bytes, size: int) -> None:
        """Add keys that rise and come after all before them; their values stand joined.

        Raises:
            ValueError: The first key is not higher than the last one before.
        """
        if not keys:
            return
        if keys[0] <= self.lastkey:
            raise ValueError(keys[0])
        lengths = list(map(len, keys))
        heads = {length: LENGTHS.pack(length, size) for length in set(lengths)}
        records = [b""] * (3 * len(keys))
        records[::3] = map(heads.__getitem__, lengths)
        records[1::3] = keys
        records[2::3] = np.frombuffer(values, f"V{size}").tolist()
        begin = self.dbfile.tell()
        self.dbfile.write(b"".join(records))
        places = list(accumulate((LENGTHS.size + size + length for length in lengths), initial=begin))[:-1]
        self.index.extend(places)
        self._hashes.append(_all_hashed(keys))
        self._places.append(np.array(places))
        self.lastkey = keys[-1]

    def _write_hashes(self) -> None:
        singly = np.array([entry for entries in self.buckets for entry in entries], np.int64).reshape(-1, 2)
        hashes = np.concatenate((*self._hashes, singly[:, 0].astype(np.uint32)))
        places = np.concatenate((*self._places, singly[:, 1]))
        begin = self.dbfile.tell()
        counts = 2 * np.bincount(hashes % _TABLES, minlength=_TABLES)
        begins = begin + SLOT.size * (np.cumsum(counts) - counts)
        self.directory.extend(zip(begins.tolist(), counts.tolist(), strict=True))
        self.dbfile.write(_tables(hashes, places, counts).tobytes())


def hashed(key: bytes) -> int:
    """Return the number by which a key is found: the lowest four bytes of its MD5, which are all that Whoosh takes."""
    return int.from_bytes(md5(key).digest()[12:])  # noqa: S324 - no secret; the format is Whoosh's


def _all_hashed(keys: Sequence[bytes]) -> Hashes:
    digests = b"".join([md5(key).digest() for key in keys])  # noqa: S324 - see above
    return np.frombuffer(digests, ">u4")[3::4].astype(np.uint32)


def _tables(hashes: Hashes, places: Places, counts: Places) -> NDArray[np.void]:
    """Return the slots of all hash tables; what finds its slot taken goes to the next free one.

    Args:
        hashes: The hash of each key.
        places: Where each key stands.
        counts: How many slots each table has.
    """
    tables = hashes % _TABLES
    begins, sizes = (np.cumsum(counts) - counts)[tables], counts[tables]
    at = (hashes // _TABLES) % sizes
    holders = np.full(counts.sum(), -1)
    left = np.arange(len(hashes))
    while len(left):
        slots = begins[left] + at[left]
        is_free = holders[slots] < 0
        # Of those that want the same slot the last one gets it.
        holders[slots[is_free]] = left[is_free]
        left = left[holders[slots] != left]
        at[left] = (at[left] + 1) % sizes[left]
    rows, is_held = np.zeros(len(holders), SLOTS), holders >= 0
    rows["hash"][is_held] = hashes[holders[is_held]]
    rows["place"][is_held] = places[holders[is_held]]
    return rows
