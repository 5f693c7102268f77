"""Reads one word: what it says as a whole, and what its parts say."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from indexer.analysis.compounds import Compounds
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.spellings import Spellings
from indexer.analysis.stems import Stems
from indexer.analysis.tokens import Role
from indexer.analysis.traced import Traced
from indexer.analysis.umlaut import fold
from indexer.analysis.units import LETTER, is_plain, units

#: Longer words in capitals are words in capitals, shorter ones abbreviations if no lexicon knows them.
LONGEST_ABBREVIATION = 6

#: "JMDiQ", "AufenthG", "KiTa": a capital after the first letter, where no whole word is in capitals.
INNER_CAPITAL = re.compile(r"^\w+[A-ZÄÖÜ].*[a-zäöü]|[a-zäöü].*[A-ZÄÖÜ]")

#: The plural of an abbreviation: "JMDs".
PLURAL = re.compile(r"(?<=[A-ZÄÖÜ]{2})s$")

FIGURE = re.compile(r"[^/]+")

#: Different words kept read, those that were read lately: of letters only, in lower case, and others.
REMEMBERED, REMEMBERED_OTHERS = 20_000, 5_000


class Piece(NamedTuple):
    """A term that a word says, with its stretch of the word.

    Attributes:
        term: what the index holds.
        start: offset in the word.
        end: offset after the last letter in the word.
        role: whole word or part.
        divided: whether it is a part whose own parts follow: "Jugendarbeit" in "Jugendarbeit-Projekt".
    """

    term: str
    start: int
    end: int
    role: Role
    divided: bool = False


class Reader:
    """Reads words with a lexicon, each of them once."""

    def __init__(self, lexicon: Lexicon, stopwords: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._stopwords = stopwords
        self._stems = Stems(lexicon)
        self._compounds = Compounds(lexicon)
        self._spellings = Spellings(lexicon, self.is_known, self._compounds)
        self._plain = lru_cache(REMEMBERED)(self._read_plain)
        self._other = lru_cache(REMEMBERED_OTHERS)(self._read_other)

    def read(self, written: str) -> tuple[Piece, ...]:
        """Return the terms of a word as it is written: the whole first, then its parts from left to right."""
        if is_plain(written):
            lower = written.lower()
            if len(lower) == len(written):  # unlike that of "İ"
                return self._plain(lower)
        return self._other(written)

    def is_known(self, word: str) -> bool:
        """Tell whether a lower-case word is in the lexicon or is made of such words."""
        return self._lexicon.is_word(word) or bool(self._compounds.split(word))

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the parts of a lower-case word as they are written, or the word alone."""
        return tuple(part.surface for part in self._compounds.split(word)) or (word,)

    def whole(self, word: str) -> str:
        """Return the term of a whole word without hyphens, as it is written."""
        return self._word(Traced.of(word))[0].term

    def _read_plain(self, word: str) -> tuple[Piece, ...]:
        return tuple(self._word(Traced.of(word)))

    def _read_other(self, written: str) -> tuple[Piece, ...]:
        if not LETTER.search(written):
            return tuple(_figures(written))
        parts = units(written)
        if len(parts) == 1:
            return tuple(self._unit(parts[0]))
        return (self._joined(parts), *self._units(parts)) if parts else ()

    def _joined(self, units: list[Traced]) -> Piece:
        """Read a hyphenated word as if written in one: "Jugend-Konferenz"."""
        term = self.whole("".join(unit.text for unit in units))
        return Piece(term, units[0].start, units[-1].end, Role.WHOLE)

    def _units(self, units: list[Traced]) -> Iterator[Piece]:
        """Read the units of a hyphenated word as its parts, without stop words."""
        for unit in units:
            if unit.text.lower() in self._stopwords:
                continue
            whole, *parts = self._unit(unit)
            yield whole._replace(role=Role.PART, divided=bool(parts))
            yield from parts

    def _unit(self, unit: Traced) -> list[Piece]:
        """Read a word without hyphens, or an abbreviation."""
        if self._is_abbreviation(unit.text):
            return [Piece(fold(PLURAL.sub("", unit.text).lower()), unit.start, unit.end, Role.WHOLE)]
        return self._word(unit)

    def _word(self, written: Traced) -> list[Piece]:
        """Read a word: the whole, then the parts of a compound."""
        word = self._spellings.restore(written.lower())
        parts = self._compounds.split(word.text)
        terms = [self._stems.stem(part.base) for part in parts]
        # Neither linking elements nor inflection of parts tell "Bürgerbeteiligung" from "Bürger*innenbeteiligung".
        whole = "".join(terms) or self._stems.stem(word.text)
        pieces = [Piece(whole, written.start, written.end, Role.WHOLE)]
        begin = 0
        for part, term in zip(parts, terms, strict=True):
            end = begin + len(part.surface)
            pieces.append(Piece(term, word.places[begin], word.places[end], Role.PART))
            begin = end
        return pieces

    def _is_abbreviation(self, word: str) -> bool:
        if is_plain(word):
            return False
        if word.isupper() or PLURAL.search(word):
            return len(word) <= LONGEST_ABBREVIATION and not self._lexicon.is_word(word.lower())
        return INNER_CAPITAL.search(word) is not None


def _figures(written: str) -> Iterator[Piece]:
    """Read a number: "2018", "14.30"; the sides of a slash are parts: "45/2018"."""
    yield Piece(written, 0, len(written), Role.WHOLE)
    if "/" in written:
        for figure in FIGURE.finditer(written):
            yield Piece(figure.group(), figure.start(), figure.end(), Role.PART)
