"""Splits compounds where frequencies say so: "Graffitiprävention" into "graffiti" and "prävention".

A word falls into the parts whose geometric mean of frequencies is highest, if that is higher than the frequency of the
word itself (Koehn and Knight 2003, "Empirical Methods for Compound Splitting"). What may be a part at all is decided by
`indexer.analysis.constituents`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from indexer.analysis.constituents import Constituents, Part
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.wordlist import read_words

#: No shorter word is a compound: two short parts, or a long one and its neighbour.
SHORTEST, LONGEST = 6, 50

#: The fewest letters of a part.
SHORTEST_PART = 2

#: Splits remembered; a word is asked for several times while it is read.
REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Split:
    """Parts of the rest of a word, and the sum of their frequencies."""

    parts: tuple[Part, ...]
    total: float

    @property
    def mean(self) -> float:
        """The mean of logarithms: the geometric mean of the frequencies."""
        return self.total / len(self.parts)

    def after(self, part: Part) -> "Split":
        """Return the split with a part put before it."""
        return Split((part, *self.parts), part.frequency + self.total)


class Compounds:
    """Splits words by the frequencies of their parts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._constituents = Constituents(lexicon)
        self._whole = read_words("whole-words.txt")
        self.split = lru_cache(REMEMBERED)(self._split)

    def _split(self, word: str) -> tuple[Part, ...]:
        """Return the parts of a lower-case word without hyphens, none if it is no compound noun."""
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return ()
        best = max(self._splits(word), key=lambda split: split.mean, default=None)
        if not best or best.mean <= self._lexicon.frequency(word) or not self._lexicon.is_noun(word):
            return ()
        return tuple(self._settled(word, best.parts))

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

    def _splits(self, word: str) -> Iterator[Split]:
        """Yield for every number of parts the most common split of the word.

        The ends of the word are split from right to left; of those that split into equally many parts only the
        best is kept, for no beginning can make a worse one win.
        """
        ends: dict[int, dict[int, Split]] = {}
        seams = self._seams(word)
        for begin in reversed([0, *seams]):
            ends[begin] = self._from(word, begin, ends)
        yield from (split for count, split in ends[0].items() if count > 1)

    def _from(self, word: str, begin: int, ends: dict[int, dict[int, Split]]) -> dict[int, Split]:
        """Return the best split of an end of the word for every number of parts, from those of the shorter ends."""
        head = self._constituents.head(word[begin:]) if begin else None
        found = {1: Split((head,), head.frequency)} if head else {}
        for seam, rests in ends.items():
            modifier = self._constituents.modifier(word[begin:seam]) if rests else None
            if modifier:
                _keep_better(found, (rest.after(modifier) for rest in rests.values()))
        return found

    def _seams(self, word: str) -> list[int]:
        """Return the places where the word may be split, in their order: not inside of what is known as one word."""
        barred = {
            place
            for whole in self._whole
            if whole in word
            for place in range(word.find(whole) + 1, word.find(whole) + len(whole))
        }
        return [place for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1) if place not in barred]


def _keep_better(found: dict[int, Split], splits: Iterable[Split]) -> None:
    """Put the splits in their place by number of parts, where no more common one has it."""
    for split in splits:
        count = len(split.parts)
        if count not in found or split.total > found[count].total:
            found[count] = split
