"""Tells at once of most words that they are none of a large set: a Bloom filter with a single hash (Bloom 1970)."""

from collections.abc import Iterable
from zlib import crc32

import numpy as np

from indexer.analysis.prepared import Content


def marked(words: Iterable[str], size: int) -> bytes:
    """Return what a filter reads that lets these words through, and few others.

    Args:
        words: any number.
        size: in bits, a power of two of eight at the least; one in `size / number of words` others goes through.
    """
    bits = np.zeros(size, np.bool_)
    bits[np.fromiter(map(_hash, words), np.int64) % size] = True
    return np.packbits(bits, bitorder="little").tobytes()


class BloomFilter:
    """Lets the words through of which `marked` was told.

    Args:
        marks: What `marked` returned.
    """

    def __init__(self, marks: Content) -> None:
        self._marks = marks
        self._size = 8 * len(marks)

    def may_hold(self, word: str) -> bool:
        """Tell whether a word may be one of them; if not, it is none."""
        mark = _hash(word) % self._size
        return self._marks[mark >> 3] & 1 << (mark & 7) != 0


def _hash(word: str) -> int:
    """Return 32 bits that stand for a word, the same in every process."""
    return crc32(word.encode())
