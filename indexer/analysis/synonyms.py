"""Other words for the same thing, added to a query and never to a text: a change needs no new index.

The file is edited by hand, one group a line:

    JMD, Jugendmigrationsdienst         each leads to the other
    ÖA => Öffentlichkeitsarbeit         the left leads to the right only
    QM! => Quartiersmanagement          the left counts only if typed in capitals
    AG, "Agentur, die hilft"            quotation marks keep a comma
    # a comment
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Self

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.analysis.tokens import Role, Token

COMMENT, COMMA, ONE_WAY, CAPITALS_ONLY = "#", ",", "=>", "!"

#: The wordings delivered with the program.
DELIVERED = Path(__file__).parent / "data" / "synonyms.txt"


class SynonymError(ValueError):
    """A line of the file that cannot be understood."""

    def __init__(self, number: int, line: str) -> None:
        super().__init__(f"line {number}: {line!r}")
        self.number = number
        self.line = line


@dataclass(frozen=True, slots=True)
class Wording:
    """A word or a few, as written in the file."""

    text: str
    #: The terms of its words, by which it is found in a query.
    terms: tuple[str, ...]
    #: Whether it counts only if typed in capitals.
    capitals_only: bool


@dataclass(frozen=True, slots=True)
class Expansion:
    """A stretch of a query, and another wording for it.

    Attributes:
        start: offset of the stretch in the query.
        end: offset after the stretch.
        wording: what may be asked instead: its words together, as a group.
    """

    start: int
    end: int
    wording: str


class Synonyms:
    """Knows other wordings for stretches of a query."""

    def __init__(self, analysis: GermanAnalysis, lines: Iterable[str]) -> None:
        self._analysis = analysis
        self._others: dict[tuple[str, ...], list[tuple[Wording, Wording]]] = defaultdict(list)
        for wording, other in self._pairs(lines):
            self._others[wording.terms].append((wording, other))
        self._longest = max(map(len, self._others), default=0)

    @classmethod
    def load(cls, analysis: GermanAnalysis, path: Path = DELIVERED) -> Self:
        """Read the groups of a file.

        Raises:
            SynonymError: a line has an empty or a single entry.
        """
        return cls(analysis, path.read_text(encoding="utf-8").splitlines())

    def expand(self, query: str) -> list[Expansion]:
        """Return the other wordings for a normalised query; of stretches that contain each other, for the longest."""
        words = _words(self._analysis.query_tokens(query))
        expansions: list[Expansion] = []
        for stretch in self._stretches(words):
            start, end = stretch[0].start, stretch[-1].end
            if any(each.start <= start and end <= each.end for each in expansions):
                continue
            others = self._others[tuple(word.term for word in stretch)]
            typed = query[start:end]
            expansions += [
                Expansion(start, end, other.text)
                for wording, other in others
                if typed.isupper() or not wording.capitals_only
            ]
        return expansions

    def _stretches(self, words: list[Token]) -> Iterator[list[Token]]:
        """Yield the stretches of a query that have other wordings, the longest first."""
        for length in range(self._longest, 0, -1):
            for begin in range(len(words) - length + 1):
                stretch = words[begin : begin + length]
                if tuple(word.term for word in stretch) in self._others:
                    yield stretch

    def _pairs(self, lines: Iterable[str]) -> Iterator[tuple[Wording, Wording]]:
        """Yield each wording with each other one it leads to."""
        for number, line in enumerate(lines, start=1):
            rule = line.partition(COMMENT)[0].strip()
            if not rule:
                continue
            left, arrow, right = rule.partition(ONE_WAY)
            try:
                sources = self._wordings(left)
                targets = self._wordings(right) if arrow else sources
            except ValueError as error:
                raise SynonymError(number, line) from error
            if not arrow and len(sources) == 1:
                raise SynonymError(number, line)
            yield from (pair for pair in product(sources, targets) if pair[0].terms != pair[1].terms)

    def _wordings(self, entries: str) -> list[Wording]:
        """Read the entries on one side; none, or an empty one, raises a ValueError."""
        (fields,) = csv.reader([entries.strip() or COMMA], skipinitialspace=True)
        return [self._wording(field.strip()) for field in fields]

    def _wording(self, entry: str) -> Wording:
        """Read an entry; one without words raises a ValueError."""
        text = normalise(entry.removesuffix(CAPITALS_ONLY))
        terms = tuple(word.term for word in _words(self._analysis.query_tokens(text)))
        if not terms:
            raise ValueError(entry)
        return Wording(text, terms, capitals_only=entry.endswith(CAPITALS_ONLY))


def _words(tokens: list[Token]) -> list[Token]:
    """Return the whole words, one for each position."""
    return list({token.position: token for token in reversed(tokens) if token.role is Role.WHOLE}.values())[::-1]
