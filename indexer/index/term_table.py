"""Looks terms up in Whoosh's hash file, where the kernel mapped it.

A question looks for some hundred terms in a dozen segments, and most of them are not there. Whoosh's own reader copies
each slot that it looks at, and all that is kept of a term; this one reads what is asked for in place.
"""

import struct
from functools import lru_cache
from typing import NamedTuple

from whoosh.filedb.filetables import HashReader

from indexer.index.term_index import FIELD, LENGTHS, SLOT, hashed

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
