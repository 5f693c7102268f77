"""Finds the usual spelling of a word written without umlauts or ß: "staedtebau" is "städtebau"."""

from collections.abc import Callable, Iterator
from itertools import combinations

from indexer.analysis.compounds import Compounds
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.traced import Traced
from indexer.analysis.umlaut import DIGRAPH, UMLAUTS, with_sharp_s, with_umlauts

#: Shorter words turn into other words too easily when umlauts are guessed.
SHORTEST_BARE = 5

#: Umlauts guessed in one word: two, as in "Stadtebauforderung".
GUESSED = 2

#: The more vowels, the more guesses; longer words are left to the spelling correction.
MOST_VOWELS = 7


class Spellings:
    """Restores umlauts and ß where that makes a word, and not otherwise: "Israel" stays."""

    def __init__(self, lexicon: Lexicon, is_known: Callable[[str], bool], compounds: Compounds) -> None:
        self._lexicon = lexicon
        self._is_known = is_known
        self._compounds = compounds

    def restore(self, word: Traced) -> Traced:
        """Return a lower-case word in its usual spelling, or as it is if that is known or no other is."""
        if self._is_usual(word.text) or not word.text.isalpha():
            return word
        candidates = (each for each in self._candidates(word) if each.text != word.text)
        possible = (each for each in candidates if self._compounds.may_be_known(each.text))
        return next((each for each in possible if self._is_known(each.text)), word)

    def _candidates(self, word: Traced) -> Iterator[Traced]:
        """Yield other spellings of a word, the likeliest first."""
        if "ss" in word.text or DIGRAPH.search(word.text):
            yield from _written_out(word)
        if "ß" in word.text or self._compounds.may_lack_umlauts(word.text):
            yield from _left_out(word)

    def _is_usual(self, word: str) -> bool:
        """Tell whether a word needs no other spelling; lexicons also hold Swiss "Strassenfest", but not as a noun."""
        return self._is_known(word) and ("ss" not in word or self._lexicon.noun(word) is not None)


def _written_out(word: Traced) -> Iterator[Traced]:
    """Yield the readings of two letters as one: "ae" as "ä", "ss" as "ß"."""
    umlauted = with_umlauts(word)
    yield from (with_sharp_s(umlauted), umlauted, with_sharp_s(word))


def _left_out(word: Traced) -> Iterator[Traced]:
    """Yield the word with umlauts in one place and in two."""
    vowels = [place for place, letter in enumerate(word.text) if letter in UMLAUTS]
    if len(word.text) < SHORTEST_BARE or len(vowels) > MOST_VOWELS:
        return
    for count in range(1, GUESSED + 1):
        for places in combinations(vowels, count):
            yield _umlauted(word, places)


def _umlauted(word: Traced, places: tuple[int, ...]) -> Traced:
    for place in places:
        word = word.replace(place, place + 1, UMLAUTS[word.text[place]])
    return word
