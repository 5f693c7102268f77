"""Remembers texts by what their stretches say, so that what a query looks for is found in them without reading."""

import threading
from array import array
from collections.abc import Callable, Collection, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate
from typing import Protocol

from indexer.analysis.stretches import stretches
from indexer.analysis.tokens import Stretch, Token

#: Stretches remembered, some 10 MiB of them: of a few hundred documents. With one more all are forgotten, since to
#: keep count of which were asked for lately takes longer than to read them again.
REMEMBERED = 20_000

#: Texts remembered, two or three KiB each: those of a few hundred pages of hits.
REMEMBERED_TEXTS = 2_000


class Chain(Protocol):
    """An analysis."""

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of a text."""

    def stretch(self, text: str) -> Stretch:
        """Read a stretch of a text."""

    def completions(self, text: str) -> list[Token]:
        """Return the tokens for what incomplete words of a text stand for."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as numbers, by its stretches."""

    #: For each stretch the place where it stands first, and those where it stands again.
    firsts: dict[int, int]
    others: dict[int, list[int]]
    #: Where the stretch of each place begins in the text.
    offsets: "array[int]"
    #: The position of its first word.
    positions: "array[int]"
    completions: tuple[Token, ...]

    def standing(self, wanted: AbstractSet[int]) -> Iterator[tuple[int, int]]:
        """Yield the wanted stretches, each with every place where it stands."""
        for number in self.firsts.keys() & wanted:
            yield number, self.firsts[number]
            yield from ((number, place) for place in self.others.get(number, ()))


class _Stretches:
    """The stretches that are remembered, by number and by what they say."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._learning = threading.Lock()
        self._numbers: dict[str, int] = {}
        self.read: list[Stretch] = []
        self._saying: dict[str, list[int]] = {}
        #: What was looked for last, with how many stretches were read then, and those of them that say it.
        self._last: tuple[Collection[str], int, AbstractSet[int]] = ((), 0, frozenset())

    def number(self, text: str) -> int:
        """Return the number of a stretch, reading it if it is new."""
        number = self._numbers.get(text)
        return self._learn(text) if number is None else number

    def saying(self, terms: Collection[str]) -> AbstractSet[int]:
        """Return the numbers of the stretches that say one of some terms.

        A query looks for the same terms in text after text.
        """
        asked, known, found = self._last
        if asked is terms and known == len(self.read):
            return found
        known = len(self.read)
        found = set().union(*(self._saying[term] for term in terms if term in self._saying))
        self._last = terms, known, found
        return found

    def _learn(self, text: str) -> int:
        stretch = self._chain.stretch(text)
        with self._learning:
            number = self._numbers.setdefault(text, len(self.read))
            if number == len(self.read):
                self.read.append(stretch)
                for term in {token.term for token in stretch.tokens}:
                    self._saying.setdefault(term, []).append(number)
        return number


class _Known:
    """Everything that is remembered, until it is forgotten at once.

    Nothing in it leads back to it: so it goes when the last who looks something up is done, and does not wait for the
    garbage collector, which comes too seldom for so much.
    """

    def __init__(self, chain: Chain) -> None:
        self.stretches = _Stretches(chain)
        self.text = lru_cache(REMEMBERED_TEXTS)(partial(_read, chain, self.stretches))


def _read(chain: Chain, known: _Stretches, text: str) -> _Text:
    each = stretches(text)
    numbers = list(map(known.number, each))
    read = [known.read[number] for number in numbers]
    is_incomplete = any(stretch.is_incomplete for stretch in read)
    firsts: dict[int, int] = {}
    others: dict[int, list[int]] = {}
    for place, number in enumerate(numbers):
        if firsts.setdefault(number, place) != place:
            others.setdefault(number, []).append(place)
    return _Text(
        firsts,
        others,
        array("I", _offsets(text, each)),
        array("I", accumulate((stretch.width for stretch in read), initial=0)),
        tuple(chain.completions(text)) if is_incomplete else (),
    )


class Concordance:
    """Finds the tokens of a text that say certain terms. Safe to use from several threads."""

    def __init__(self, chain: Chain, remembered: int = REMEMBERED) -> None:
        self._chain = chain
        self._remembered = remembered
        self._known = _Known(chain)

    def saying(self, text: str, terms: Collection[str]) -> list[Token]:
        """Return the tokens of a normalised text whose term is one of those given."""
        known = self._knowing()
        read = known.text(text)
        found = [token for token in read.completions if token.term in terms]
        for number, place in read.standing(known.stretches.saying(terms)):
            position, offset = read.positions[place], read.offsets[place]
            found += [
                Token(each.term, position + each.position, offset + each.start, offset + each.end, each.role)
                for each in known.stretches.read[number].tokens
                if each.term in terms
            ]
        return found

    def terms(self, text: str, is_wanted: Callable[[str], bool]) -> frozenset[str]:
        """Return those of the terms of a normalised text that are wanted."""
        known = self._knowing()
        return frozenset(
            token.term
            for number in known.text(text).firsts
            for token in known.stretches.read[number].tokens
            if is_wanted(token.term)
        )

    def every_term(self, text: str) -> frozenset[str]:
        """Return the terms of a normalised text."""
        return self.terms(text, lambda _: True)

    def _knowing(self) -> _Known:
        known = self._known
        if len(known.stretches.read) > self._remembered:
            # Whoever looks something up at the moment goes on with what he has.
            self._known = known = _Known(self._chain)
        return known


def _offsets(text: str, each: list[str]) -> Iterator[int]:
    """Yield where each stretch of a text begins: white space is all that stands between them."""
    offset = 0
    for stretch in each:
        offset = text.index(stretch, offset)
        yield offset
        offset += len(stretch)
