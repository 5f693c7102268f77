"""Fingerprints of texts: as small as a line, and as alike as the texts are (MinHash, Broder 1997)."""

import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from indexer.extraction.pages import BlockKind, Page

#: So many consecutive words are one shingle: two let whatever is on the same subject look alike, five let a few
#: changed words hide the rest.
SHINGLE = 3

#: Marks of a fingerprint: the resemblance of two texts is told to within 0.05, one standard deviation.
MARKS = 128

#: Shorter texts ("Siehe Anlage") resemble each other by chance, and have no fingerprint.
FEWEST_WORDS = 25

#: Shingles that are hashed at once, so that a book takes no more memory than a page.
_PORTION = 8192

_RUNNING = frozenset({BlockKind.HEADER, BlockKind.FOOTER})

_WORD = re.compile(r"\w+")

#: Odd factors and summands of as many hash functions (multiply-add-shift, Dietzfelbinger 1996); the same for ever, or
#: kept fingerprints could not be compared.
_RANDOM = np.random.default_rng(20_170_701)
_FACTORS = _RANDOM.integers(0, 2**64, (MARKS, 1), np.uint64) | np.uint64(1)
_SUMMANDS = _RANDOM.integers(0, 2**64, (MARKS, 1), np.uint64)
_BITS = np.uint64(32)

Marks = NDArray[np.uint32]


def words_of(pages: Iterable[Page]) -> list[str]:
    """Return the words of a document, whatever their case and whatever stands between them.

    Running headers and footers do not count: one format has them on every page, another nowhere.
    """
    blocks = (block for page in pages for block in page.blocks if block.kind not in _RUNNING)
    return [word for block in blocks for word in _WORD.findall(block.text.casefold())]


def fingerprint(of: Sequence[str]) -> bytes:
    """Return the fingerprint of a sequence of words, or nothing where it is too short to tell."""
    if len(of) < FEWEST_WORDS:
        return b""
    hashes = np.array([hash_of(of[start : start + SHINGLE]) for start in range(len(of) - SHINGLE + 1)], np.uint64)
    marks = np.full(MARKS, np.iinfo(np.uint32).max, np.uint32)
    for start in range(0, len(hashes), _PORTION):
        mixed = (hashes[start : start + _PORTION] * _FACTORS + _SUMMANDS) >> _BITS
        marks = np.minimum(marks, mixed.min(axis=1).astype(np.uint32))
    return marks.astype("<u4").tobytes()


def hash_of(shingle: Sequence[str]) -> int:
    """Return 64 bits that stand for a shingle, the same in every process."""
    return int.from_bytes(blake2b(" ".join(shingle).encode(), digest_size=8).digest(), "little")


def resemblance(one: bytes, others: Sequence[bytes]) -> NDArray[np.float64]:
    """Return about how many of the shingles of two texts are in both, for one text and each of others: 0 to 1."""
    if not one or not others:
        return np.zeros(len(others))
    table = np.frombuffer(b"".join(others), "<u4").reshape(len(others), MARKS)
    shares: NDArray[np.float64] = (table == np.frombuffer(one, "<u4")).mean(axis=1)
    return shares
