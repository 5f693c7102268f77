"""Lists of words: the small ones kept as data beside the code, and large ones in little memory."""

from bisect import bisect_right
from collections.abc import Iterable
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


#: Places of a Bloom filter: of the words that are not in a large list, one in six goes through.
PLACES = 1 << 22


class WordList:
    """A large set of words, a tenth of the size of a Python set: sorted, and joined in blocks.

    Most words asked for are not in it: a Bloom filter with a single hash (Bloom 1970) tells so at once.
    """

    def __init__(self, words: Iterable[str]) -> None:
        ordered = sorted(set(words))
        self._marks = bytearray(PLACES)
        for word in ordered:
            self._marks[hash(word) % PLACES] = 1
        starts = range(0, len(ordered), BLOCK)
        self._first = [ordered[start] for start in starts]
        self._blocks = ["\n{}\n".format("\n".join(ordered[start : start + BLOCK])) for start in starts]

    def __contains__(self, word: str) -> bool:
        if not self._marks[hash(word) % PLACES]:
            return False
        place = bisect_right(self._first, word) - 1
        return place >= 0 and f"\n{word}\n" in self._blocks[place]
