"""Looks terms up in Whoosh's hash file, where the kernel mapped it.

A question looks for some hundred terms in a dozen segments, and most of them are not there. Whoosh's own reader copies
each slot that it looks at, and all that is kept of a term; this one reads what is asked for in place.
"""

import struct
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.filedb.filetables import HashReader

from indexer.index.term_index import FIELD, LENGTHS, SLOT, SLOTS, hashed

#: What is kept of a term: after its weight the number of its postings, and after other things where these begin.
_ABOUT = struct.Struct("!5xI14xq")

#: The kind of hash that this reads; Whoosh has others, and writes none of them.
_MD5 = 0


#: A term is looked for in one segment after the other.
_sought = lru_cache(512)(hashed)


class Entry(NamedTuple):
    """What the table says of a term."""

    #: In how many passages it stands, deleted ones included.
    frequency: int
    #: Where its postings begin in the file of postings.
    place: int


class TermTable:
    """The terms of a segment.

    Args:
        view: The hash file.
        reader: Whoosh's reader of the file: it knows where the tables begin, and the numbers of the fields.

    Raises:
        ValueError: The file is hashed in a way Whoosh does not write.
    """

    def __init__(self, view: memoryview, reader: HashReader) -> None:
        if reader.hashtype != _MD5:
            raise ValueError(reader.hashtype)
        self._view = view
        self._tables: list[tuple[int, int]] = reader.tables
        self._fields = {field: FIELD.pack(number) for field, number in reader.extras["fieldmap"].items()}

    def find(self, field: str, term: bytes) -> Entry | None:
        """Return what is known of a term, or None if it is not there."""
        prefix = self._fields.get(field)
        return None if prefix is None else self._find(prefix + term)

    def frequencies(self, field: str, terms: Sequence[bytes]) -> NDArray[np.int32]:
        """Return in how many passages each of some terms stands, deleted ones included; 0 for what is not there."""
        found = np.zeros(len(terms), np.int32)
        prefix = self._fields.get(field)
        if prefix is not None:
            keys = [prefix + term for term in terms]
            for number, place in self._likely(np.fromiter(map(_sought, keys), np.uint32, len(keys))):
                found[number] = self._frequency(keys[number], place)
        return found

    def _frequency(self, key: bytes, place: int) -> int:
        """Return the number of postings of a key that probably stands at a place."""
        begin = place + LENGTHS.size
        end = begin + len(key)
        stretch = self._view[begin : end + _ABOUT.size].tobytes()
        if LENGTHS.unpack_from(self._view, place)[0] == len(key) and stretch.startswith(key):
            return int(_ABOUT.unpack_from(stretch, len(key))[0])
        entry = self._find(key)
        return entry.frequency if entry else 0

    def _likely(self, hashes: NDArray[np.uint32]) -> Iterator[tuple[int, int]]:
        """Yield the numbers of those hashes that stand in the table, and where their keys stand, all but a few."""
        first, counts, rows = self._arrays
        buckets = hashes & 255
        begins, slots = first[buckets], counts[buckets]
        # Soon there are none: half of the slots are empty.
        left = np.flatnonzero(slots)
        at = hashes.astype(np.int64) >> 8
        for _ in range(int(slots.max(initial=0))):
            at[left] %= slots[left]
            looked = rows[begins[left] + at[left]]
            is_there = looked["hash"] == hashes[left]
            is_empty = looked["place"] == 0
            likely = is_there & ~is_empty
            yield from zip(left[likely].tolist(), looked["place"][likely].tolist(), strict=True)
            left = left[~is_there & ~is_empty]
            if not len(left):
                return
            at[left] += 1

    @cached_property
    def _arrays(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.void]]:
        """Where each table begins in the row of all slots, how many slots it has, and the row."""
        tables = np.array(self._tables, np.int64)
        start = tables[0, 0]
        rows = np.frombuffer(self._view, SLOTS, int(tables[:, 1].sum()), int(start))
        return (tables[:, 0] - start) // SLOT.size, tables[:, 1], rows

    def _find(self, key: bytes) -> Entry | None:
        sought, view = _sought(key), self._view
        begin, slots = self._tables[sought & 255]
        slot = (sought >> 8) % slots if slots else 0
        # Half of the slots are empty.
        for _ in range(slots):
            of_slot, place = SLOT.unpack_from(view, begin + slot * SLOT.size)
            if not place:
                return None
            if of_slot == sought:
                start = place + LENGTHS.size
                end = start + len(key)
                if LENGTHS.unpack_from(view, place)[0] == len(key) and view[start:end].tobytes() == key:
                    return Entry(*_ABOUT.unpack_from(view, end))
            slot = (slot + 1) % slots
        return None
