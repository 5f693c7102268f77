"""The base forms of words: by simplemma's dictionary and rules, twenty times as fast as its frugal dictionary.

Simplemma decodes some thirty records in Python for each look-up. Here they stand in a table that is searched as texts
are.
"""

from collections.abc import Iterator
from functools import lru_cache

from simplemma.strategies import (
    DictionaryLookupStrategy,
    HyphenRemovalStrategy,
    LemmatizationStrategy,
    PrefixDecompositionStrategy,
    RulesStrategy,
)

from indexer.analysis.wordtable import WordTable

#: Base forms remembered, those that were asked for lately.
REMEMBERED = 20_000


class GermanLemmas:
    """Hands simplemma its German dictionary: base forms by form."""

    def __init__(self, lemmas: WordTable) -> None:
        self._lemmas = lemmas

    def get_dictionary(self, lang: str) -> WordTable:
        """Return the dictionary.

        Raises:
            ValueError: Another language is asked for.
        """
        if lang != "de":
            raise ValueError(lang)
        return self._lemmas


class BaseForms:
    """Finds base forms by simplemma's dictionary, and by what it knows of hyphens, endings and prefixes in German."""

    def __init__(self, lemmas: GermanLemmas) -> None:
        self._lemmas = lemmas.get_dictionary("de")
        self._dictionary = DictionaryLookupStrategy(lemmas)
        of_letters = (RulesStrategy(), PrefixDecompositionStrategy(dictionary_lookup=self._dictionary))
        self._of_letters: tuple[LemmatizationStrategy, ...] = of_letters
        self._of_others = (HyphenRemovalStrategy(self._dictionary), *of_letters)
        self.of = lru_cache(REMEMBERED)(self._of)

    def __iter__(self) -> Iterator[str]:
        """Yield the forms the dictionary holds."""
        return iter(self._lemmas)

    def looked_up(self, word: str) -> str | None:
        """Return the base form the dictionary has of a word, in upper or in lower case."""
        if not _is_of_letters(word):
            return self._dictionary.get_lemma(word, "de")
        other = word.lower() if word[0].isupper() else word.capitalize()
        return self._lemmas.get(word) or self._lemmas.get(other)

    def _of(self, word: str) -> str:
        """Return the base form of a word; if nothing leads to one, the word as it is."""
        lemma = word if word.isnumeric() else self.looked_up(word)
        for step in self._of_letters if _is_of_letters(word) else self._of_others:
            lemma = lemma or step.get_lemma(word, "de")
        return lemma or word


def _is_of_letters(word: str) -> bool:
    """Tell whether a word has neither hyphens nor apostrophes, one of which is a letter to Unicode."""
    return word.isalpha() and "\u02bc" not in word
