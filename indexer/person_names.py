"""The ways a person's name may be written, and where one of them stands in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

_WORD = re.compile(r"\w+")
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s", "ç": "c", "ş": "s", "ğ": "g", "é": "e", "è": "e"})
#: Words so short that another letter makes another name.
_SHORTEST_UNSURE = 5


class NamePlace(NamedTuple):
    """Where a name stands in a text."""

    start: int
    end: int
    #: Whether it is the name in one of its spellings; else a letter differs, or one of its words stands alone.
    is_sure: bool


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as somebody typed it: "Müller-Schulze, Anna"."""

    #: Its words, each folded.
    words: tuple[str, ...]

    @classmethod
    def of(cls, typed: str) -> "PersonName":
        """Return a name by what was typed; hyphens and commas part its words."""
        return cls(tuple(folded(word) for word in _WORD.findall(typed.replace("_", " "))))

    def places(self, text: str) -> Iterator[NamePlace]:
        """Yield where the name stands: its words in any order, a first name as an initial, or its last word alone."""
        found = [(word.start(), word.end(), folded(word.group())) for word in _WORD.finditer(text.replace("_", " "))]
        at = 0
        while at < len(found):
            place = self._longest(found[at : at + len(self.words)])
            if place:
                yield NamePlace(found[at][0], found[at + place[0] - 1][1], place[1])
            at += place[0] if place else 1

    def _longest(self, near: list[tuple[int, int, str]]) -> tuple[int, bool] | None:
        """Return how many of some words, from the first on, are the name, and whether surely."""
        if not self._may_begin(near[0][2]):
            return None
        for length in range(len(near), 0, -1):
            stretch = near[:length]
            if any(after[0] - before[1] > len(" - ") for before, after in pairwise(stretch)):
                continue
            said = [word for _, _, word in stretch]
            if length == len(self.words) and self._is_whole(said):
                return length, all(word in self.words or len(word) == 1 for word in said)
        if near[0][2] == "".join(self.words):
            return 1, True
        alone = any(_is_like(near[0][2], word) for word in self.words if len(word) > 1)
        return (1, len(self.words) == 1 and near[0][2] in self.words) if alone else None

    def _may_begin(self, word: str) -> bool:
        """Tell whether a word can be the first of the name; behind those that cannot, nothing has to be looked at."""
        if len(word) == 1:
            return any(each.startswith(word) for each in self.words)
        return word == "".join(self.words) or any(_is_like(word, each) for each in self.words)

    def _is_whole(self, said: list[str]) -> bool:
        """Tell whether words are all the words of the name, in any order, all but one perhaps by initials."""
        left = list(self.words)
        for word in sorted(said, key=len, reverse=True):
            fitting = next((each for each in left if _is_like(word, each)), None) or next(
                (each for each in left if len(word) == 1 and each.startswith(word)), None
            )
            if fitting is None:
                return False
            left.remove(fitting)
        return any(len(word) > 1 for word in said)


def folded(word: str) -> str:
    """Return what the spellings of a word share: "mueller", "Müller" and "MULLER" are "muller"."""
    small = word.casefold().replace("ß", "ss").translate(_UMLAUTS)
    for written, plain in (("ae", "a"), ("oe", "o"), ("ue", "u"), ("ss", "s")):
        small = small.replace(written, plain)
    return small


def _is_like(word: str, other: str) -> bool:
    """Tell whether two words are the same, in the genitive, or differ by one letter (optimal string alignment)."""
    if word in (other, f"{other}s"):
        return True
    return min(len(word), len(other)) >= _SHORTEST_UNSURE and OSA.distance(word, other, score_cutoff=1) <= 1
