"""Large tables of words in little memory, searched where they lie.

A table is sorted and front to back one text, which may be mapped from a file: 1.1 million forms take 32 MiB, a tenth of
a dictionary, and none of it belongs to one process alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, overload

from indexer.analysis.bloom import BloomFilter, marked
from indexer.analysis.prepared import Content

#: Bytes of one block: few enough to search through, enough to save the memory of single words.
BLOCK = 1024

#: Bits of a table's Bloom filter for each of its words: of other words, one in sixteen goes through at the most.
BITS_PER_WORD = 16

#: A table begins with the number of bytes its filter takes.
_SIZE = 4

_Other = TypeVar("_Other")


def packed(records: Iterable[tuple[str, str]]) -> bytes:
    """Return the table of words and their values; neither holds a tab or a line break, and of equals the last stays."""
    ordered = sorted(dict(records).items())
    marks = marked([word for word, _ in ordered], 1 << max(3, (BITS_PER_WORD * len(ordered)).bit_length()))
    lines = "".join([f"\n{word}\t{value}" for word, value in ordered])
    return b"".join((len(marks).to_bytes(_SIZE, "little"), marks, lines.encode(), b"\n"))


class WordTable(Mapping[str, str]):
    """Words and a value for each, as `packed` wrote them.

    Most words asked for are not in a table: its Bloom filter tells so at once.
    """

    def __init__(self, content: Content) -> None:
        size = int.from_bytes(content[:_SIZE], "little")
        self._content = content
        self._filter = BloomFilter(content[_SIZE : _SIZE + size])
        self._first: list[bytes] = []
        #: Where the line break before the first word of each block is, and the last of all.
        self._starts: list[int] = []
        self._find_blocks(_SIZE + size)

    def _find_blocks(self, start: int) -> None:
        last = len(self._content) - 1
        while 0 <= start < last:
            self._starts.append(start)
            self._first.append(self._content[start + 1 : self._content.find(b"\t", start)])
            start = self._content.find(b"\n", min(start + BLOCK, last))
        self._starts.append(last)

    def __getitem__(self, word: str) -> str:
        value = self.get(word)
        if value is None:
            raise KeyError(word)
        return value

    @overload
    def get(self, key: str) -> str | None: ...
    @overload
    def get(self, key: str, default: str | _Other) -> str | _Other: ...
    def get(self, key: str, default: str | _Other | None = None) -> str | _Other | None:
        """Return the value of a word: most words asked for have none, which a raised error would make slow."""
        value = self._value(key) if self._filter.may_hold(key) else None
        return default if value is None else value

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._filter.may_hold(word) and self._value(word) is not None

    def _value(self, word: str) -> str | None:
        letters = word.encode()
        place = bisect_right(self._first, letters) - 1
        block = self._content[self._starts[place] : self._starts[place + 1] + 1] if place >= 0 else b""
        found = block.find(b"\n%b\t" % letters)
        if found < 0:
            return None
        begin = found + len(letters) + 2
        return block[begin : block.index(b"\n", begin)].decode()

    def __iter__(self) -> Iterator[str]:
        """Yield the words in their order."""
        for start, stop in zip(self._starts, self._starts[1:], strict=False):
            lines = self._content[start + 1 : stop].decode().split("\n")
            yield from (line.partition("\t")[0] for line in lines)

    def __len__(self) -> int:
        return sum(1 for _ in self)
