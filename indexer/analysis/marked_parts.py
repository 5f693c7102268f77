"""Tells at once which words no umlaut can turn into a known word or a compound.

Most words that nobody has read before are names, foreign words and misreadings. To try all umlauts on each of them
takes as long as everything else that is done to it. Where none of its stretches, folded, is a word that has an umlaut,
there is nothing to try.
"""

from collections.abc import Iterable, Iterator

from indexer.analysis.bloom import BloomFilter, marked
from indexer.analysis.constituents import COMMON_MODIFIER, SHORTEST_PART, Constituents
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.persons import ENDINGS, FEMININE_ENDINGS
from indexer.analysis.umlaut import fold
from indexer.analysis.wordlist import read_words

#: Bits of each of two Bloom filters: of other letters one in thirty goes through the first, hardly any through both.
_MARKS = 1 << 23


class MarkedParts:
    """Knows what may be a word or a part of a compound and has umlauts, by its folded letters."""

    def __init__(self, lexicon: Lexicon, constituents: Constituents) -> None:
        both = lexicon.prepared.get("marked-parts", lambda: _filters(lexicon, constituents))
        self._parts, self._reversed = BloomFilter(both[: _MARKS >> 3]), BloomFilter(both[_MARKS >> 3 :])

    def may_stand_in(self, word: str, ends: Iterable[int]) -> bool:
        """Tell whether one of them may stand before one of the ends of a word, or at its end.

        Args:
            word: A lower-case word without ß, which would be two letters.
            ends: Lengths of the ends that fall into parts as they are written.
        """
        letters = fold(word)
        for stop in (len(letters), *(len(letters) - length for length in ends)):
            may_be_person = letters.endswith(ENDINGS, 0, stop)
            for begin in range(stop - 1):
                part = letters[begin:stop]
                if self._is_marked(part):
                    return True
                if may_be_person and part.endswith(ENDINGS) and any(map(self._is_marked, _persons(part))):
                    return True
        return False

    def _is_marked(self, letters: str) -> bool:
        return self._parts.may_hold(letters) and self._reversed.may_hold(_reversed(letters))


def _filters(lexicon: Lexicon, constituents: Constituents) -> bytes:
    """Return both filters: of the letters, and of the letters from behind."""
    parts = {fold(surface) for surface in _surfaces(lexicon) if _is_part(surface, constituents)}
    return marked(parts, _MARKS) + marked(map(_reversed, parts), _MARKS)


def _persons(letters: str) -> Iterator[str]:
    """Yield the words that tell of a folded form that it may stand for persons."""
    for ending in FEMININE_ENDINGS:
        base = letters.removesuffix(ending)
        yield from (base, f"{base}e", f"{base}innen")
    verb = letters[: letters.rfind("nd")]
    yield from (f"{verb}er", f"{verb.removesuffix('e')}er")


def _reversed(letters: str) -> str:
    return letters[::-1]


def _is_part(surface: str, constituents: Constituents) -> bool:
    """Tell whether a word may be a part; of the longer ones that is not asked."""
    return len(surface) >= SHORTEST_PART or bool(constituents.modifier(surface) or constituents.head(surface))


def _surfaces(lexicon: Lexicon) -> Iterator[str]:
    """Yield the words and parts with umlauts as they may be written in a compound."""
    for word in lexicon.words:
        if not word.isascii():
            yield word
            if lexicon.frequency(word) >= COMMON_MODIFIER:
                # The stem, if it is a verb: that is asked later.
                yield from (word.removesuffix("n"), word.removesuffix("en"))
    for noun in lexicon.nouns:
        if not noun.isascii():
            yield from (noun, f"{noun}s", noun.removesuffix("e"))
    yield from read_words("first-elements.txt")
