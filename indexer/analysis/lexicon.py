"""What is known of German words: which are nouns, how common they are, what their base form is."""

from dataclasses import dataclass
from typing import Self

from indexer.analysis.lemmas import BaseForms, GermanLemmas
from indexer.analysis.prepared import Prepared
from indexer.analysis.wordlist import read_words
from indexer.analysis.wordtable import WordList, WordTable, packed_list, packed_table

#: From this Zipf value on a word that is missing in the list of forms is looked up elsewhere.
COMMON = 2.5

#: The frequency of a noun that is not counted.
UNCOUNTED = 0.8


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of the language, all in lower case.

    Attributes:
        nouns: base forms of nouns.
        words: every form of every word.
        zipf: how common a word is, on the Zipf scale: 3 is once in a million words, 6 once in a thousand.
        base_forms: knows the base form of a word.
        prepared: keeps what else is made of these words.
    """

    nouns: WordList
    words: WordList
    zipf: WordTable
    base_forms: BaseForms
    prepared: Prepared

    @classmethod
    def load(cls, prepared: Prepared | None = None) -> Self:
        """Open the lexicon; the first time, read it from the installed packages and the supplement beside the code.

        Args:
            prepared: where it is kept, else in the cache folder of the account.
        """
        kept = prepared or Prepared.of_account()
        base_forms = BaseForms(GermanLemmas(WordTable(kept.get("base-forms", _packed_base_forms))))
        zipf = WordTable(kept.get("frequencies", _packed_frequencies))
        nouns = WordList(kept.get("nouns", _packed_nouns))
        words = kept.get("words", lambda: _packed_words(nouns, zipf, base_forms))
        return cls(nouns, WordList(words), zipf, base_forms, kept)

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
        counted = self.zipf.get(word.replace("ß", "ss") if "ß" in word else word)
        return float(counted) if counted else UNCOUNTED

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


def _packed_base_forms() -> bytes:
    from indexer.analysis import installed_lists  # noqa: PLC0415 - takes half a second, and is needed once

    return packed_table(installed_lists.base_forms())


def _packed_frequencies() -> bytes:
    from indexer.analysis import installed_lists  # noqa: PLC0415 - likewise

    return packed_table((word, str(zipf)) for word, zipf in installed_lists.counted())


def _packed_nouns() -> bytes:
    from indexer.analysis import installed_lists  # noqa: PLC0415 - likewise

    return packed_list([*installed_lists.nouns(), *read_words("nouns.txt")])


def _packed_words(nouns: WordList, zipf: WordTable, base_forms: BaseForms) -> bytes:
    from indexer.analysis import installed_lists  # noqa: PLC0415 - likewise

    common = (word for word, value in zipf.items() if float(value) >= COMMON and base_forms.looked_up(word))
    return packed_list([*installed_lists.forms(), *nouns, *common])
