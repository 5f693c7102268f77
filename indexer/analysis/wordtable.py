"""Large lists and tables of words in little memory, as tries.

The tries are those of Yata (2011, "MARISA: Matching Algorithm with Recursively Implemented StorAge"). They are searched
where they lie, which may be a mapped file: 1.1 million forms with their base forms take 7 MiB, a fortieth of a
dictionary, and none of it belongs to one process alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, overload

from marisa_trie import BytesTrie, Trie

from indexer.analysis.prepared import Content

_Other = TypeVar("_Other")


def packed_list(words: Iterable[str]) -> bytes:
    """Return the list of words."""
    content: bytes = Trie(words).tobytes()
    return content


class WordList(Trie):  # type: ignore[misc] # marisa-trie carries no types
    """Words as `packed_list` wrote them."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        # A trie points into what it was made of, and does not keep it alive.
        self._content = content
        self.map(content)


def packed_table(records: Iterable[tuple[str, str]]) -> bytes:
    """Return the table of words and their values; of equal words the last stays."""
    content: bytes = BytesTrie([(word, value.encode()) for word, value in dict(records).items()]).tobytes()
    return content


class WordTable(Mapping[str, str]):
    """Words and a value for each, as `packed_table` wrote them."""

    def __init__(self, content: Content) -> None:
        # See above.
        self._content = content
        self._values = BytesTrie()
        self._values.map(content)

    def __getitem__(self, word: str) -> str:
        value: bytes = self._values[word][0]
        return value.decode()

    @overload
    def get(self, key: str) -> str | None: ...
    @overload
    def get(self, key: str, default: str | _Other) -> str | _Other: ...
    def get(self, key: str, default: str | _Other | None = None) -> str | _Other | None:
        """Return the value of a word: most words asked for have none, which a raised error would make slow."""
        found: list[bytes] | None = self._values.get(key)
        return found[0].decode() if found else default

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word in self._values

    def __iter__(self) -> Iterator[str]:
        yield from self._values.iterkeys()

    def __len__(self) -> int:
        return len(self._values)
