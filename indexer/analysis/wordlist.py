"""Lists of words: the small ones kept as data beside the code, and large ones in little memory."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

DATA = Path(__file__).parent / "data"

#: Words in one block of a large list: few enough to search through, enough to save the memory of single strings.
BLOCK = 64


def read_words(name: str) -> frozenset[str]:
    """Read the words of a list: separated by white space, "#" starts a comment.

    Args:
        name: the file's name in the data folder.
    """
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())


#: Bits of a Bloom filter: of a million words, one in seventeen words that are none of them goes through.
MARKS = 1 << 24


def marked(words: Iterable[str], size: int = MARKS) -> bytearray:
    """Return a Bloom filter with a single hash (Bloom 1970) that lets these words through, and few others.

    A word goes through if the bit of `hash(word) % size` is set.
    """
    marks = bytearray(size >> 3)
    for word in words:
        mark = hash(word) % size
        marks[mark >> 3] |= 1 << (mark & 7)
    return marks


class WordList:
    """A large set of words, a tenth of the size of a Python set: sorted, and joined in blocks.

    Most words asked for are not in it: a Bloom filter tells so at once.
    """

    def __init__(self, words: Iterable[str]) -> None:
        ordered = sorted(set(words))
        self._marks = marked(ordered)
        starts = range(0, len(ordered), BLOCK)
        self._first = [ordered[start] for start in starts]
        self._blocks = ["\n{}\n".format("\n".join(ordered[start : start + BLOCK])) for start in starts]

    def __contains__(self, word: str) -> bool:
        mark = hash(word) % MARKS
        if not self._marks[mark >> 3] & 1 << (mark & 7):
            return False
        place = bisect_right(self._first, word) - 1
        return place >= 0 and f"\n{word}\n" in self._blocks[place]

    def __iter__(self) -> Iterator[str]:
        """Yield the words in their order."""
        for block in self._blocks:
            yield from block[1:-1].split("\n")
