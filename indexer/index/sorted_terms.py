"""Reads the terms of a field in their order, many at a time, where the kernel mapped Whoosh's hash file."""

from bisect import bisect_left
from collections.abc import Iterator

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from whoosh.filedb.filetables import OrderedHashReader

from indexer.index.encoding import ABOUT
from indexer.index.term_index import FIELD, LENGTHS

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]

#: Terms that are read at once where many are.
_AT_ONCE = 5_000


class SortedTerms:
    """The terms of one field of a segment; none if the segment does not have the field.

    Args:
        view: The hash file.
        reader: Whoosh's reader of the file: it knows the numbers of the fields, and where the order of all keys stands.
        field: Its name.
    """

    def __init__(self, view: memoryview, reader: OrderedHashReader, field: str) -> None:
        kind = reader.extras["indextype"]
        places = np.frombuffer(view, f">{kind}", reader.indexlen, reader.indexbase)
        number = reader.extras["fieldmap"].get(field)
        self._view = view
        self._file = np.frombuffer(view, np.uint8)
        self._places = _of_field(view, places, number) if number is not None else places[:0]

    def __len__(self) -> int:
        """Return how many terms there are."""
        return len(self._places)

    def __getitem__(self, number: int) -> bytes:
        """Return one term."""
        return _key(self._view, int(self._places[number]))[FIELD.size :]

    def ranges(self, begin: int, end: int) -> Iterator[tuple[list[bytes], NDArray[np.void]]]:
        """Yield some neighbouring terms, and what is kept of each, some thousand at once."""
        for first in range(begin, end, _AT_ONCE):
            yield self.read(first, min(first + _AT_ONCE, end))

    def read(self, begin: int, end: int) -> tuple[list[bytes], NDArray[np.void]]:
        """Return some neighbouring terms, one at the least, and what is kept of each (`ABOUT`)."""
        places = self._places[begin:end].astype(np.int64)
        lengths = _stretches(self._file, places, LENGTHS.size).view(">i4")[:, 0]
        begins, ends = places + LENGTHS.size + FIELD.size, places + LENGTHS.size + lengths
        first, keys = begins[0], self._view[begins[0] : ends[-1]].tobytes()
        spans = zip((begins - first).tolist(), (ends - first).tolist(), strict=True)
        return [keys[begin:end] for begin, end in spans], _stretches(self._file, ends, ABOUT.itemsize).view(ABOUT)[:, 0]


def _of_field(view: memoryview, places: NDArray[np.integer], number: int) -> NDArray[np.integer]:
    """Return where the keys of a field stand, out of those of all."""
    begin, end = (
        bisect_left(range(len(places)), FIELD.pack(each), key=lambda at: _key(view, int(places[at])))
        for each in (number, number + 1)
    )
    return places[begin:end]


def _key(view: memoryview, place: int) -> bytes:
    length, _ = LENGTHS.unpack_from(view, place)
    return view[place + LENGTHS.size : place + LENGTHS.size + length].tobytes()


def _stretches(file: Bytes, begins: Places, size: int) -> Bytes:
    """Return as many bytes from each of some places."""
    return sliding_window_view(file, size)[begins]
