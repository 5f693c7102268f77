"""Abbreviations of a document, explained where they stand and in a list."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from indexer.search.glossary.entries import read_entries


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A term with what it stands for, the commonest meaning first."""

    term: str
    meanings: tuple[str, ...]


class Piece(NamedTuple):
    """A stretch of text, explained or not."""

    text: str
    explanation: Abbreviation | None
    #: Number of the explanation on the page.
    number: int


@dataclass(slots=True)
class Explaining:
    """Explains each abbreviation once a leaf of one page: more would be stops for the keyboard that say nothing new."""

    _explained: dict[tuple[int, str], int] = field(default_factory=dict)

    def pieces(self, text: str, leaf: int) -> Iterator[Piece]:
        """Cut a text before and behind each abbreviation that is new on a leaf."""
        start = 0
        for found in _pattern().finditer(text):
            term = found.group()
            if (leaf, term) in self._explained:
                continue
            self._explained[leaf, term] = len(self._explained) + 1
            if found.start() > start:
                yield Piece(text[start : found.start()], None, 0)
            yield Piece(term, abbreviations()[term], len(self._explained))
            start = found.end()
        if start < len(text):
            yield Piece(text[start:], None, 0)


def abbreviations_in(texts: Iterable[str]) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that stand in texts, by their alphabet."""
    found = {term for text in texts for term in _pattern().findall(text)}
    return tuple(abbreviations()[term] for term in sorted(found, key=str.casefold))


@functools.cache
def abbreviations() -> Mapping[str, Abbreviation]:
    """Return every abbreviation of the glossary, by its term."""
    known: dict[str, Abbreviation] = {}
    for entry in read_entries():
        if entry.long:
            before = known[entry.term].meanings if entry.term in known else ()
            known[entry.term] = Abbreviation(entry.term, (*before, entry.long))
    return known


@functools.cache
def _pattern() -> "re.Pattern[str]":
    """Return what finds abbreviations written as in the glossary, also at the front of compounds: "QM-Büro"."""
    terms = sorted(abbreviations(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, terms))})(?!\w)")
