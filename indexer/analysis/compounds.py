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
from indexer.analysis.wordlist import read_words

#: No shorter word is a compound: two short parts, or a long one and its neighbour.
SHORTEST, LONGEST = 6, 50

#: The fewest letters of a part.
SHORTEST_PART = 2

#: Splits remembered; a word is asked for several times while it is read.
REMEMBERED = 10_000

#: Ends of words whose splits are remembered; most compounds end as others do.
REMEMBERED_ENDS = 20_000


class Split(NamedTuple):
    """Parts of the rest of a word, and the sum of their frequencies."""

    parts: tuple[Part, ...]
    total: float

    @property
    def mean(self) -> float:
        """The mean of logarithms: the geometric mean of the frequencies."""
        return self.total / len(self.parts)


#: The ends of a word that can be split, each with its length and its best split into each number of parts.
_Ends = tuple[tuple[int, dict[int, Split]], ...]


class Compounds:
    """Splits words by the frequencies of their parts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._constituents = Constituents(lexicon)
        self._whole = read_words("whole-words.txt")
        self._holds_whole = re.compile("|".join(self._whole)).search
        self.split = lru_cache(REMEMBERED)(self._split)
        self._ends = lru_cache(REMEMBERED_ENDS)(self._find_ends)
        self._marked_parts = MarkedParts(lexicon, self._constituents)

    def _split(self, word: str) -> tuple[Part, ...]:
        """Return the parts of a lower-case word without hyphens, none if it is no compound noun."""
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return ()
        splits = self._splits(word)
        if not splits:
            return ()
        best = max(splits.values(), key=lambda split: split.mean)
        if best.mean <= self._lexicon.frequency(word) or not self._lexicon.is_noun(word):
            return ()
        return tuple(self._settled(word, best.parts))

    def may_lack_umlauts(self, word: str) -> bool:
        """Tell whether umlauts may make a known word, or a compound, of a lower-case word without ß."""
        if len(word) > LONGEST:
            return True  # it is too long to look at its ends
        return self._marked_parts.may_stand_in(word, (length for length, _ in self._ends(word[SHORTEST_PART:])))

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

    def _splits(self, word: str) -> dict[int, Split]:
        """Return for every number of parts the most common split of the word.

        The ends of the word are split from right to left; of those that split into equally many parts only the
        best is kept, for no beginning can make a worse one win.
        """
        ends = self._ends_without(word) if self._holds_whole(word) else self._ends(word[SHORTEST_PART:])
        return self._from(word, ends)

    def _find_ends(self, rest: str) -> _Ends:
        """Return the ends of what follows the beginning of a word, the shortest first."""
        if len(rest) < SHORTEST_PART:
            return ()
        shorter = self._ends(rest[1:])
        found = self._with_head(rest, shorter)
        return (*shorter, (len(rest), found)) if found else shorter

    def _ends_without(self, word: str) -> _Ends:
        """Return the ends of a word, but for those that begin inside of what is known as one word."""
        barred = {
            len(word) - place
            for whole in self._whole
            if whole in word
            for place in range(word.find(whole) + 1, word.find(whole) + len(whole))
        }
        ends: _Ends = ()
        for length in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            found = self._with_head(word[-length:], ends) if length not in barred else None
            ends = (*ends, (length, found)) if found else ends
        return ends

    def _with_head(self, rest: str, ends: _Ends) -> dict[int, Split]:
        """Return the best split of an end of a word for every number of parts; it may also be a head as it is."""
        head = self._constituents.head(rest)
        found = {1: Split((head,), head.frequency)} if head else {}
        return found | self._from(rest, ends) if ends else found

    def _from(self, rest: str, ends: _Ends) -> dict[int, Split]:
        """Return the best split into each number of parts, of which there are two at the least."""
        found: dict[int, Split] = {}
        for length, rests in ends:
            modifier = self._constituents.modifier(rest[:-length])
            if modifier:
                _keep_better(found, modifier, rests)
        return found


def _keep_better(found: dict[int, Split], modifier: Part, rests: dict[int, Split]) -> None:
    """Put a part before each split of the rest, where no more common split into as many parts is known."""
    for count, rest in rests.items():
        total = modifier.frequency + rest.total
        if count + 1 not in found or total > found[count + 1].total:
            found[count + 1] = Split((modifier, *rest.parts), total)
