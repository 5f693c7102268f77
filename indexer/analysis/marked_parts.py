"""Tells at once which words no umlaut can turn into a known word or a compound.

Most words that nobody has read before are names, foreign words and misreadings. To try all umlauts on each of them
takes as long as everything else that is done to it. Where none of its stretches, folded, is a word that has an umlaut,
there is nothing to try.
"""

from collections.abc import Callable, Iterator

from indexer.analysis.constituents import COMMON_MODIFIER, SHORTEST_PART, Constituents
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.persons import ENDINGS, FEMININE_ENDINGS
from indexer.analysis.umlaut import fold
from indexer.analysis.wordlist import read_words
from indexer.analysis.wordtable import WordList, packed_list


class MarkedParts:
    """Knows what may be a word or a part of a compound and has umlauts, by its folded letters."""

    def __init__(self, lexicon: Lexicon, constituents: Constituents) -> None:
        prepared = lexicon.prepared.get("marked-parts", lambda: packed_list(_parts(lexicon, constituents)))
        self._parts = WordList(prepared)

    def may_stand_in(self, word: str, is_end: Callable[[int], bool]) -> bool:
        """Tell whether one of them may stand at the end of a word, or before an end that falls into parts.

        Args:
            word: A lower-case word without ß, which would be two letters.
            is_end: Tells whether what begins at a place falls into parts as it is written, or is one.
        """
        letters = fold(word)
        for begin in range(len(letters)):
            for part in self._parts.prefixes(letters[begin:]):
                stop = begin + len(part)
                if stop == len(letters) or is_end(stop):
                    return True
        of_persons = (stop for stop in range(len(letters) + 1) if letters.endswith(ENDINGS, 0, stop))
        return any(
            any(self._is_marked_person(letters[begin:stop]) for begin in range(stop - 1))
            and (stop == len(letters) or is_end(stop))
            for stop in of_persons
        )

    def _is_marked_person(self, part: str) -> bool:
        return part.endswith(ENDINGS) and any(each in self._parts for each in _persons(part))


def _parts(lexicon: Lexicon, constituents: Constituents) -> set[str]:
    return {fold(surface) for surface in _surfaces(lexicon) if _is_part(surface, constituents)}


def _persons(letters: str) -> Iterator[str]:
    """Yield the words that tell of a folded form that it may stand for persons."""
    for ending in FEMININE_ENDINGS:
        base = letters.removesuffix(ending)
        yield from (base, f"{base}e", f"{base}innen")
    verb = letters[: letters.rfind("nd")]
    yield from (f"{verb}er", f"{verb.removesuffix('e')}er")


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
