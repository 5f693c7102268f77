"""Corrections for words nobody wrote, from the words somebody did."""

import math
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from indexer.analysis.umlaut import fold_digraphs

#: More edits than this make another word.
FARTHEST = 2

#: Shorter words have too many neighbours for two edits.
LONG_WORD = 7

#: Still shorter words have too many for one.
SHORT_WORD = 4

#: What ten times the occurrences count against one edit; measured on German collections with random edits.
COMMONNESS = 0.25

#: This many neighbours are weighed against each other.
NEIGHBOURS = 40


class Spelling:
    """Suggests words of a vocabulary for a misspelt one.

    Distance is that of optimal string alignment (Damerau 1964 without repeated edits): letters missing, added, changed
    or exchanged with their neighbour. Umlauts written out or left out are no error.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        """Take the vocabulary: words in lower case with the number of their occurrences, at least 1."""
        self._commonness = {word: COMMONNESS * math.log10(count) for word, count in counts.items()}
        self._folded = {word: fold_digraphs(word) for word in counts}

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return the nearest words of the vocabulary, the likeliest first; the word itself is not among them."""
        asked = word.lower()
        if len(asked) < SHORT_WORD:
            return ()
        reach = FARTHEST if len(asked) >= LONG_WORD else 1
        near = process.extract(
            fold_digraphs(asked), self._folded, scorer=OSA.distance, score_cutoff=reach, limit=NEIGHBOURS
        )
        weighed = sorted((self._cost(asked, found), found) for _, _, found in near if found != asked)
        return tuple(found for _, found in weighed)

    def _cost(self, asked: str, found: str) -> float:
        """Return what speaks against a correction: edits as written and as heard, less how common the word is."""
        written = OSA.distance(asked, found)
        heard = OSA.distance(fold_digraphs(asked), self._folded[found])
        return (written + heard) / 2 - self._commonness[found]
