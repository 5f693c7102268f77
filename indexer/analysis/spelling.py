"""Corrections for words nobody wrote, from the words somebody did."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from indexer.analysis.umlaut import fold_digraphs

#: More edits than this make another word.
FARTHEST = 2

#: Shorter words have too many neighbours for two edits.
LONG_WORD = 7

#: Still shorter words have too many for one.
SHORT_WORD = 4

#: What ten times the occurrences count against one edit; measured on German collections with random edits.
COMMONNESS = 0.25

#: What another first letter counts besides: misspelt words hardly ever begin with one (Pollock and Zamora 1984,
#: "Automatic Spelling Correction in Scientific and Scholarly Text").
FIRST_LETTER = 0.5

#: Returns the words of a vocabulary within some edits of a word, with their distances; all of them folded.
Neighbours = Callable[[str, int], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may have been meant."""

    #: Folded, as the vocabulary holds it.
    term: str
    edits: int
    #: Edits it is spared because it is common.
    commonness: float
    #: What its first letter counts against it.
    beginning: float = 0.0

    @property
    def cost(self) -> float:
        """What speaks against it."""
        return self.edits - self.commonness + self.beginning


@dataclass(frozen=True, slots=True)
class Spelling:
    """Suggests words of a vocabulary for a misspelt one.

    Distance is that of optimal string alignment (Damerau 1964 without repeated edits): letters missing, added, changed
    or exchanged with their neighbour. Umlauts written out or left out are no error.
    """

    neighbours: Neighbours
    #: Returns how often a word of the vocabulary stands somewhere, at least 1.
    count: Callable[[str], int]

    def suggest(self, word: str, farthest: int = FARTHEST) -> tuple[Candidate, ...]:
        """Return the nearest words of the vocabulary, the likeliest first; the word itself is not among them.

        Words two edits away come only where none is nearer.
        """
        asked = fold_digraphs(word.lower())
        for edits in range(1, min(reach(asked), farthest) + 1):
            near = {term: distance for term, distance in self.neighbours(asked, edits).items() if term != asked}
            if near:
                found = (self._candidate(asked, term, distance) for term, distance in near.items())
                return tuple(sorted(found, key=lambda each: (each.cost, each.term)))
        return ()

    def _candidate(self, asked: str, term: str, edits: int) -> Candidate:
        beginning = 0.0 if term[0] == asked[0] else FIRST_LETTER
        return Candidate(term, edits, self._commonness(term), beginning)

    def _commonness(self, term: str) -> float:
        return COMMONNESS * math.log10(self.count(term))


def reach(word: str) -> int:
    """Return how many edits may lead away from a word."""
    if len(word) < SHORT_WORD:
        return 0
    return FARTHEST if len(word) >= LONG_WORD else 1
