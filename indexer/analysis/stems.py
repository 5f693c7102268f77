"""Reduces a word to its term: base form, then stem, then without umlauts."""

from functools import lru_cache
from threading import Lock

from Stemmer import Stemmer

from indexer.analysis.lexicon import Lexicon
from indexer.analysis.persons import Persons
from indexer.analysis.umlaut import fold, without_accents

#: Words up to this length that no lexicon knows are abbreviations or names; a stem would only maim them.
SHORT = 4

#: A stemmer takes these off although they belong to the base form: "Kurs", "Dienst".
CONSONANT_ENDINGS = ("s", "st")

#: Words whose terms are remembered: the parts of compounds come again and again.
REMEMBERED = 20_000


class Stems:
    """Makes terms of words.

    The base form comes first because a stemmer alone misses "Zentren" and "Zentrum"; the stemmer second because no
    lexicon is complete. Umlauts fall last, for the lexicon needs them.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._persons = Persons(lexicon)
        # It remembers no stems, for that is done here, and twice as fast.
        self._stemmer = Stemmer("german", 0)
        # The stemmer keeps its state in the object, and the analysis is shared between threads.
        self._lock = Lock()
        self.stem = lru_cache(REMEMBERED)(self._stem)

    def _stem(self, word: str) -> str:
        """Return the term of a lower-case word."""
        if len(word) <= SHORT and not self._lexicon.is_word(word):
            return fold(word)
        lemma = self._activity(self._base(self._persons.fold(word)))
        if lemma.endswith(CONSONANT_ENDINGS) and lemma in self._lexicon.nouns:
            return fold(lemma)
        with self._lock:
            stem: str = self._stemmer.stemWord(without_accents(lemma))
        return fold(stem)

    def _base(self, word: str) -> str:
        """Return the base form; some dictionaries lead there in two steps: "graffitis", "graffiti", "graffito"."""
        lemma = self._lexicon.lemma(word)
        return lemma if lemma == word else self._lexicon.lemma(lemma)

    def _activity(self, lemma: str) -> str:
        """Return the verb of a noun in -erung, whose stem differs from it otherwise: "förderung", "fördern"."""
        verb = f"{lemma.removesuffix('ung')}n"
        return verb if lemma.endswith("erung") and self._lexicon.is_word(verb) else lemma
