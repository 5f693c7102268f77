"""Tells at once which words no umlaut can turn into a known word or a compound.

Most words that nobody has read before are names, foreign words and misreadings. To try all umlauts on each of them
takes as long as everything else that is done to it. Where none of its stretches, folded, is a word that has an umlaut,
there is nothing to try.
"""

from collections.abc import Callable, Iterator

from indexer.analysis.constituents import SHORTEST_PART, Constituents
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.possible_parts import PossibleParts
from indexer.analysis.umlaut import UMLAUTS, fold
from indexer.analysis.wordtable import WordList, packed_list

_MARKED = frozenset(UMLAUTS.values())


class MarkedParts:
    """Knows what may be a word or a part of a compound and has umlauts, by its folded letters."""

    def __init__(self, lexicon: Lexicon, possible: PossibleParts, constituents: Constituents) -> None:
        prepared = lexicon.prepared.get("marked-parts", lambda: packed_list(set(_parts(possible, constituents))))
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
        return False


def _parts(possible: PossibleParts, constituents: Constituents) -> Iterator[str]:
    for surface in possible:
        if not _MARKED.isdisjoint(surface) and _is_part(surface, constituents):
            yield fold(surface)


def _is_part(surface: str, constituents: Constituents) -> bool:
    """Tell whether a word may be a part; of the longer ones that is not asked."""
    return len(surface) >= SHORTEST_PART or bool(constituents.modifier(surface) or constituents.head(surface))
