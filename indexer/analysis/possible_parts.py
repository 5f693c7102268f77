"""Tells at once which letters of a word can be a part of a compound.

A word nobody has read before may fall into parts at every place. Nearly all of what stands before and behind these
places is no word, and to find that out by each way a part may be formed takes most of the time.
"""

from collections.abc import Iterator
from itertools import chain

from indexer.analysis.lexicon import Lexicon
from indexer.analysis.persons import FEMININE_ENDINGS, PARTICIPLE_ENDINGS, PERSON_ENDINGS
from indexer.analysis.wordlist import read_words
from indexer.analysis.wordtable import WordList, packed_list


class PossibleParts:
    """Knows what may be a part by its letters: a word, with a linking element, without its last e, or a verb's stem."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._surfaces = WordList(lexicon.prepared.get("possible-parts", lambda: packed_list(_surfaces(lexicon))))

    def __iter__(self) -> Iterator[str]:
        return iter(self._surfaces)

    def beginning(self, letters: str) -> list[str]:
        """Return what lower-case letters begin with that may be a part, the shortest first."""
        found: list[str] = self._surfaces.prefixes(letters)
        return found

    def cover(self, word: str, place: int) -> bool:
        """Tell whether something that may be a part, or the whole word, can stand over a place of a lower-case word."""
        beginnings = ((begin, self.beginning(word[begin:])) for begin in range(place, -1, -1))
        return any(found and begin + len(found[-1]) > place for begin, found in beginnings)


def _surfaces(lexicon: Lexicon) -> Iterator[str]:
    for word in chain(lexicon.words, _with_sharp_s(lexicon)):
        yield word
        if word.endswith("n"):
            # The stem, if it is a verb; one person, if it is "…innen".
            yield from (word.removesuffix("n"), word.removesuffix("en"), word.removesuffix("nen"))
        if word.endswith(PERSON_ENDINGS):
            yield from (f"{word}{ending}" for ending in FEMININE_ENDINGS)
    for noun in lexicon.nouns:
        yield from (noun, f"{noun}s", noun.removesuffix("e"))
        if noun.endswith("er") and lexicon.is_word(f"{noun}in"):
            yield from _participles(noun.removesuffix("er"))
    yield from read_words("first-elements.txt")


def _with_sharp_s(lexicon: Lexicon) -> Iterator[str]:
    """Yield the forms with ß, which the list of words does not have."""
    return (form.lower() for form in lexicon.base_forms if "ß" in form)


def _participles(verb: str) -> Iterator[str]:
    """Yield the participles that stand for persons: "mitarbeitende", "wandernde"."""
    for ending in PARTICIPLE_ENDINGS:
        yield from (f"{verb}{ending}", f"{verb}e{ending}")
