"""Splits compounds where frequencies say so: "Graffitiprävention" into "graffiti" and "prävention".

A word falls into the parts whose geometric mean of frequencies is highest, if that is higher than the frequency of the
word itself (Koehn and Knight 2003, "Empirical Methods for Compound Splitting"). What may be a part at all is decided by
`indexer.analysis.constituents`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from indexer.analysis.constituents import Constituents, Part
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.marked_parts import MarkedParts
from indexer.analysis.possible_parts import PossibleParts
from indexer.analysis.wordlist import read_words

#: No shorter word is a compound: two short parts, or a long one and its neighbour.
SHORTEST, LONGEST = 6, 50

#: Letters whose words are looked at closely before they are split.
MARKED = frozenset("äöüß")

#: The fewest letters of a part.
SHORTEST_PART = 2

#: Splits remembered; a word is asked for several times while it is read.
REMEMBERED = 10_000


class Split(NamedTuple):
    """Parts of the rest of a word, and the sum of their frequencies."""

    parts: tuple[Part, ...]
    total: float

    @property
    def mean(self) -> float:
        """The mean of logarithms: the geometric mean of the frequencies."""
        return self.total / len(self.parts)


class Compounds:
    """Splits words by the frequencies of their parts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._constituents = Constituents(lexicon)
        self._whole = read_words("whole-words.txt")
        self._holds_whole = re.compile("|".join(self._whole)).search
        self._possible = PossibleParts(lexicon)
        self._marked_parts = MarkedParts(lexicon, self._possible, self._constituents)
        self.split = lru_cache(REMEMBERED)(self._split)

    def _split(self, word: str) -> tuple[Part, ...]:
        """Return the parts of a lower-case word without hyphens, none if it is no compound noun."""
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return ()
        splits = self._ends(word).splits(0)
        if not splits:
            return ()
        best = max(splits.values(), key=lambda split: split.mean)
        if best.mean <= self._lexicon.frequency(word) or not self._lexicon.is_noun(word):
            return ()
        return tuple(self._settled(word, best.parts))

    def may_be_known(self, word: str) -> bool:
        """Tell whether a lower-case word may be known, or a compound: each umlaut and ß stands in a word or a part."""
        return len(word) > LONGEST or all(
            self._possible.cover(word, place) for place, letter in enumerate(word) if letter in MARKED
        )

    def may_lack_umlauts(self, word: str) -> bool:
        """Tell whether umlauts may make a known word, or a compound, of a lower-case word without ß."""
        if len(word) > LONGEST:
            return True  # it is too long to look at its ends
        ends = self._ends(word)
        return self._marked_parts.may_stand_in(word, lambda stop: bool(ends.splits(stop)))

    def _settled(self, word: str, parts: tuple[Part, ...]) -> Iterator[Part]:
        """Yield the parts, those joined again that make a noun which stays whole where it stands alone.

        So "Stadtteil" is one part in "Stadtteilfest", as it is one word in "Fest im Stadtteil".
        """
        before, *rest = parts
        for part in rest:
            joined = Part(before.surface + part.surface, before.surface + part.base, part.frequency)
            if joined.surface != word and joined.base in self._lexicon.nouns and not self.split(joined.base):
                before = joined
            else:
                yield before
                before = part
        yield before

    def _ends(self, word: str) -> "_Ends":
        barred = self._inside_wholes(word) if self._holds_whole(word) else frozenset()
        return _Ends(word, self._possible, self._constituents, barred)

    def _inside_wholes(self, word: str) -> frozenset[int]:
        """Return the places inside of what is known as one word, where no part begins."""
        return frozenset(
            place
            for whole in self._whole
            if whole in word
            for place in range(word.find(whole) + 1, word.find(whole) + len(whole))
        )


class _Ends:
    """The ends of one word, each split when it is asked for.

    Of splits into equally many parts only the best is kept, for no beginning can make a worse one win. From the
    beginning of a word few ends are asked for: those that parts lead to.
    """

    def __init__(self, word: str, possible: PossibleParts, constituents: Constituents, barred: frozenset[int]) -> None:
        self._word = word
        self._possible = possible
        self._constituents = constituents
        self._barred = barred
        self._known: dict[int, dict[int, Split]] = {}

    def splits(self, begin: int) -> dict[int, Split]:
        """Return the best split of what begins at a place for every number of parts; the word itself is no part."""
        found = self._known.get(begin)
        if found is None:
            found = self._known[begin] = {} if begin in self._barred else self._find(begin)
        return found

    def _find(self, begin: int) -> dict[int, Split]:
        found: dict[int, Split] = {}
        for surface in reversed(self._possible.beginning(self._word[begin:])):
            end = begin + len(surface)
            if end <= len(self._word) - SHORTEST_PART:
                modifier = self._constituents.modifier(surface)
                if modifier:
                    _keep_better(found, modifier, self.splits(end))
            elif end == len(self._word) and begin:
                head = self._constituents.head(surface)
                if head:
                    found[1] = Split((head,), head.frequency)
        return found


def _keep_better(found: dict[int, Split], modifier: Part, rests: dict[int, Split]) -> None:
    """Put a part before each split of the rest, where no more common split into as many parts is known."""
    for count, rest in rests.items():
        total = modifier.frequency + rest.total
        if count + 1 not in found or total > found[count + 1].total:
            found[count + 1] = Split((modifier, *rest.parts), total)
