"""Numbers for stretches of text, and what each says: read once, for all fields and in all chains."""

from array import array
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.analysis.concordance import Chain
from indexer.analysis.stretches import stretches
from indexer.analysis.tokens import Stretch, Token

#: Different stretches that are kept from batch to batch, for some 600 bytes each; a thousand documents hold fewer.
MOST_KEPT = 150_000

#: Texts whose numbers are remembered: a passage is written in two chains, and its document's title with every passage.
_REMEMBERED_TEXTS = 8


class Readings:
    """What one chain says of the stretches of a table, by their numbers.

    Arrays stand in place of lists of tokens, since there are hundreds of thousands.
    """

    def __init__(self) -> None:
        #: Terms in the order of their numbers.
        self.terms: dict[str, int] = {}
        #: What stretches say, one after the other: terms, and positions from the beginning of the stretch.
        self.said, self.positions = array("i"), array("i")
        #: For each stretch where that begins, how many terms there are, and how many positions it takes.
        self.starts, self.widths = array("i"), array("i")
        # A list: it is asked for single numbers, which an array would have to make.
        self.counts: list[int] = []
        #: Stretches with words that lack a part.
        self.incomplete: set[int] = set()

    def add(self, said: Sequence[tuple[str, int]], width: int) -> None:
        """Add the next stretch by its terms and their positions."""
        self.starts.append(len(self.said))
        self.counts.append(len(said))
        self.widths.append(width)
        for term, position in said:
            self.said.append(self.terms.setdefault(term, len(self.terms)))
            self.positions.append(position)

    def add_stretch(self, stretch: Stretch) -> None:
        """Add the next stretch."""
        if stretch.is_incomplete:
            self.incomplete.add(len(self.starts))
        self.add(_said(stretch.tokens), stretch.width)

    def take_over(self, other: "Readings", numbers: Iterable[int]) -> None:
        """Add stretches that another one has, all of them complete."""
        names = list(other.terms)
        for number in numbers:
            begin, end = other.starts[number], other.starts[number] + other.counts[number]
            said = zip(other.said[begin:end], other.positions[begin:end], strict=True)
            self.add([(names[term], position) for term, position in said], other.widths[number])


class StretchTable(dict[str, int]):
    """Numbers stretches of text as they are asked for, and knows what each says in each of some chains."""

    def __init__(self, chains: Sequence[Chain]) -> None:
        super().__init__()
        self.readings = {chain: Readings() for chain in chains}
        #: How many numbers there are; some stand for a whole text.
        self.size = 0
        self._lately: dict[str, list[int]] = {}
        #: Stretches of the texts that were asked for lately, and how often each stood in those before.
        self._asked = array("i")
        self._uses: NDArray[np.intp] = np.empty(0, np.intp)

    def __missing__(self, stretch: str) -> int:
        # All chains read it before one of them adds it: either all know a stretch or none does.
        for readings, read in [(each, chain.stretch(stretch)) for chain, each in self.readings.items()]:
            readings.add_stretch(read)
        self[stretch] = self.size
        self.size += 1
        return self.size - 1

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of the stretches of a text."""
        found = self._lately.get(text)
        if found is None:
            found = list(map(self.__getitem__, stretches(text)))
            self._asked.extend(found)
            if len(self._lately) >= _REMEMBERED_TEXTS:
                self._lately.clear()
            self._lately[text] = found
        return found

    def saying(self, chain: Chain, text: str) -> list[int]:
        """Return the numbers of what a text says in a chain.

        A word that lacks a part depends on its neighbours: such a text is one stretch, which will not come again.
        """
        found, readings = self.numbers(text), self.readings[chain]
        if readings.incomplete.isdisjoint(found):
            return found
        whole = chain.stretch(text)
        said = _said(sorted((*whole.tokens, *chain.completions(text)), key=_position))
        for each in self.readings.values():
            each.add(said if each is readings else (), whole.width)
        self.size += 1
        return [self.size - 1]

    def count_uses(self) -> None:
        """Count the stretches of the texts that were asked for since the last time."""
        uses = np.bincount(np.array(self._asked, np.intp), minlength=self.size)
        uses[: len(self._uses)] += self._uses
        self._uses, self._asked = uses, array("i")

    def with_most_used(self, most: int) -> "StretchTable":
        """Return a table of no more than so many of the stretches, those that came again the most often.

        Words that lack a part are not among them: what is written is the text they stand in.
        """
        uses = self._uses
        is_kept = uses > max(1, int(np.sort(uses)[-most - 1])) if len(uses) > most else uses > 1
        for readings in self.readings.values():
            is_kept[list(readings.incomplete)] = False
        kept = StretchTable(tuple(self.readings))
        taken = [(text, number) for text, number in self.items() if is_kept[number]]
        kept.update((text, number) for number, (text, _) in enumerate(taken))
        kept.size = len(taken)
        for chain, readings in kept.readings.items():
            readings.take_over(self.readings[chain], (number for _, number in taken))
        return kept


class ReadStretches:
    """What was read of stretches in some chains; when it is too much, what did not come again is forgotten."""

    def __init__(self, chains: Sequence[Chain]) -> None:
        self._table = StretchTable(chains)

    def table(self) -> StretchTable:
        """Return a table to number stretches with; whoever was handed an earlier one keeps it."""
        self._table.count_uses()
        if self._table.size > MOST_KEPT:
            self._table = self._table.with_most_used(MOST_KEPT // 2)
        return self._table


def _said(tokens: Iterable[Token]) -> list[tuple[str, int]]:
    return [(token.term, token.position) for token in tokens]


def _position(token: Token) -> int:
    return token.position
