"""The dictionary of base forms, twenty times as fast as simplemma's frugal one for twice its memory.

Simplemma decodes some thirty records in Python for each look-up. Here the records stand in blocks of text, which are
searched as texts are: 30 MiB for 1.1 million forms, a tenth of what a Python dictionary takes.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Self, TypeVar, overload

from simplemma.strategies import (
    DictionaryLookupStrategy,
    HyphenRemovalStrategy,
    LemmatizationStrategy,
    PrefixDecompositionStrategy,
    RulesStrategy,
)
from simplemma.strategies.dictionaries import frontcode
from simplemma.strategies.dictionaries.dictionary_factory import _read_decompressed

from indexer.analysis.wordlist import MARKS, marked

#: Records in one block.
BLOCK = 32

#: Base forms remembered, those that were asked for lately.
REMEMBERED = 20_000

_Other = TypeVar("_Other")


class Lemmas(Mapping[str, str]):
    """Base forms by form.

    Args:
        records: Forms and base forms, in the order of the forms; neither holds a tab or a line break.
    """

    def __init__(self, records: Iterable[tuple[str, str]]) -> None:
        self._first: list[str] = []
        self._blocks: list[str] = []
        left = iter(records)
        while block := list(islice(left, BLOCK)):
            self._first.append(block[0][0])
            self._blocks.append("".join([f"\n{form}\t{lemma}" for form, lemma in block]) + "\n")
        self._marks = marked(self)

    def __getitem__(self, form: str) -> str:
        lemma = self.get(form)
        if lemma is None:
            raise KeyError(form)
        return lemma

    @overload
    def get(self, key: str) -> str | None: ...
    @overload
    def get(self, key: str, default: str | _Other) -> str | _Other: ...
    def get(self, key: str, default: str | _Other | None = None) -> str | _Other | None:
        """Return the base form of a form: most words asked for are none, which a raised error would make slow."""
        mark = hash(key) % MARKS
        if not self._marks[mark >> 3] & 1 << (mark & 7):
            return default
        place = bisect_right(self._first, key) - 1
        block = self._blocks[place] if place >= 0 else ""
        found = block.find(f"\n{key}\t")
        if found < 0:
            return default
        begin = found + len(key) + 2
        return block[begin : block.index("\n", begin)]

    def __iter__(self) -> Iterator[str]:
        for block in self._blocks:
            yield from (record.partition("\t")[0] for record in block.strip("\n").split("\n"))

    def __len__(self) -> int:
        return sum(block.count("\t") for block in self._blocks)


class GermanLemmas:
    """Hands simplemma its German dictionary."""

    def __init__(self, lemmas: Lemmas) -> None:
        self._lemmas = lemmas

    @classmethod
    def load(cls) -> Self:
        """Read the dictionary of the installed package; takes a second."""
        data = _read_decompressed("de")
        _, _, begin = frontcode._read_header(data)  # noqa: SLF001 - what is public decodes all of it into a dictionary
        records = frontcode._iter_records(data, begin)  # noqa: SLF001 - likewise
        return cls(Lemmas((form.decode(), lemma.decode()) for _, form, lemma in records))

    def get_dictionary(self, lang: str) -> Lemmas:
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
