"""The words of a query as expressions are made of: terms with their stretches."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.tokens import Role

Meaning = TypeVar("Meaning")

#: Texts remembered, a kilobyte each at the most: the names of a catalogue, which every state of the index reads anew.
REMEMBERED = 5_000

#: May stand at a word that is typed.
_MARKS = "?!.,;:"


def bare(word: str) -> str:
    """Return a word as it was typed in small letters, without the marks that stand at it."""
    return word.strip(_MARKS).lower()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word of a text that is no stop word."""

    term: str
    start: int
    end: int


@lru_cache(REMEMBERED)
def spoken(german: GermanAnalysis, text: str) -> tuple[Spoken, ...]:
    """Return the words of a normalised text without stop words; hyphenated ones as if written in one."""
    wholes = (token for token in german.tokens(text) if token.role is Role.WHOLE)
    return tuple(Spoken(token.term, token.start, token.end) for token in wholes)


def terms(german: GermanAnalysis, text: str) -> tuple[str, ...]:
    """Return the terms of a text's words without stop words."""
    return tuple(word.term for word in spoken(german, text))


class Names(Generic[Meaning]):
    """Finds names of several words in whatever form they take."""

    def __init__(self, german: GermanAnalysis, named: Iterable[tuple[str, Meaning]]) -> None:
        self._meanings: dict[tuple[str, ...], list[Meaning]] = {}
        for name, meaning in named:
            for spelling in {name, name.replace("-", " ")}:
                known = self._meanings.setdefault(terms(german, spelling), [])
                if meaning not in known:
                    known.append(meaning)
        self._meanings.pop((), None)
        self._longest = max(map(len, self._meanings), default=0)

    def find(self, words: Sequence[Spoken]) -> Iterator[tuple[int, int, Meaning]]:
        """Yield the offsets and the meaning of each name that stands in some words, overlapping ones too."""
        for length in range(self._longest, 0, -1):
            for begin in range(len(words) - length + 1):
                stretch = words[begin : begin + length]
                for meaning in self._meanings.get(tuple(word.term for word in stretch), ()):
                    yield stretch[0].start, stretch[-1].end, meaning
