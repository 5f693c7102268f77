"""The words of a batch of passages as numbers: gathered as they come, sorted by term at the end.

A text is a list of stretches, a stretch a list of terms at positions, and everything is done with arrays of numbers
for all passages of a batch at once. To put each word into a list of its own takes five times as long.
"""

from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.analysis.concordance import Chain
from indexer.analysis.stretches import stretches
from indexer.analysis.tokens import Token

Ints = NDArray[np.int32]

#: Different stretches that are kept from batch to batch, for some 300 bytes each; a thousand documents hold fewer.
MOST_KEPT = 100_000


@dataclass(frozen=True, slots=True)
class TermPostings:
    """The postings of all terms of a field, one term after the other."""

    #: In the order of their bytes.
    terms: list[bytes]
    #: Where the postings of each term begin; one more than there are terms.
    starts: Ints
    #: The passage of each posting, rising within a term.
    passages: Ints
    #: For each posting the first position, and the distances from each to the next.
    distances: Ints
    #: Where the distances of each posting begin; one more than there are postings.
    distance_starts: Ints


class StretchTable(dict[str, int]):
    """Numbers stretches of text as they are asked for, and knows what each says.

    Arrays stand in place of lists of tokens, since there are hundreds of thousands.
    """

    def __init__(self, chain: Chain) -> None:
        super().__init__()
        self._chain = chain
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
        #: How often each stretch stood in what was written lately.
        self.uses: NDArray[np.intp] = np.empty(0, np.intp)

    def __missing__(self, text: str) -> int:
        stretch = self._chain.stretch(text)
        number = self._add(stretch.tokens, stretch.width)
        self[text] = number
        if stretch.is_incomplete:
            self.incomplete.add(number)
        return number

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of the stretches of a text."""
        found = list(map(self.__getitem__, stretches(text)))
        if self.incomplete.isdisjoint(found):
            return found
        # What lacks a part depends on its neighbours: the text is one stretch, which will not come again.
        whole = self._chain.stretch(text)
        tokens = sorted((*whole.tokens, *self._chain.completions(text)), key=_position)
        return [self._add(tokens, whole.width)]

    def use(self, numbers: Ints) -> None:
        """Count the stretches of what is written."""
        uses = np.bincount(numbers, minlength=len(self.starts))
        uses[: len(self.uses)] += self.uses
        self.uses = uses

    def with_most_used(self, most: int) -> "StretchTable":
        """Return a table of no more than so many of the stretches, those that came again the most often.

        Words that lack a part are not among them: what is written is the text they stand in.
        """
        uses = np.zeros(len(self.starts), np.intp)
        uses[: len(self.uses)] = self.uses
        is_kept = uses > max(1, int(np.sort(uses)[-most - 1])) if len(uses) > most else uses > 1
        names = list(self.terms)
        kept = StretchTable(self._chain)
        for text, number in self.items():
            if is_kept[number]:
                start, end = self.starts[number], self.starts[number] + self.counts[number]
                said = zip(self.said[start:end], self.positions[start:end], strict=True)
                kept[text] = kept._place([(names[term], position) for term, position in said], self.widths[number])
        return kept

    def _add(self, tokens: "tuple[Token, ...] | list[Token]", width: int) -> int:
        return self._place([(token.term, token.position) for token in tokens], width)

    def _place(self, said: list[tuple[str, int]], width: int) -> int:
        number = len(self.starts)
        self.starts.append(len(self.said))
        self.counts.append(len(said))
        self.widths.append(width)
        for term, position in said:
            self.said.append(self.terms.setdefault(term, len(self.terms)))
            self.positions.append(position)
        return number


class ReadStretches:
    """What was read of stretches with a chain; when it is too much, what did not come again is forgotten."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self._table = StretchTable(chain)

    def table(self) -> StretchTable:
        """Return a table to number stretches with; whoever was handed an earlier one keeps it."""
        if len(self._table.starts) > MOST_KEPT:
            self._table = self._table.with_most_used(MOST_KEPT // 2)
        return self._table


class Occurrences:
    """The words of one field in a batch of passages."""

    def __init__(self, table: StretchTable) -> None:
        self._table = table
        self._stretches = array("i")
        #: For each passage its number, and how many stretches it has.
        self._passages, self._lengths = array("i"), array("i")

    def add(self, passage: int, text: str) -> int:
        """Add the text of a passage; return how many terms it has."""
        numbers = self._table.numbers(text)
        self._stretches.extend(numbers)
        self._passages.append(passage)
        self._lengths.append(len(numbers))
        return sum(map(self._table.counts.__getitem__, numbers))

    def postings(self) -> TermPostings:
        """Return what was added, by term."""
        terms, passages, positions = self._unfolded()
        names, ranks = self._ranked(terms)
        order = np.argsort(ranks[terms], kind="stable")
        terms, passages, positions = ranks[terms][order], passages[order], positions[order]
        is_first = np.ones(len(terms), np.bool_)
        is_first[1:] = (terms[1:] != terms[:-1]) | (passages[1:] != passages[:-1])
        begins = np.flatnonzero(is_first)
        distances = np.diff(positions, prepend=np.int32(0))
        distances[begins] = positions[begins]
        starts = np.searchsorted(terms[begins], np.arange(len(names) + 1))
        ends = np.append(begins, len(terms))
        return TermPostings(names, starts.astype(np.int32), passages[begins], distances, ends.astype(np.int32))

    def _unfolded(self) -> tuple[Ints, Ints, Ints]:
        """Return term, passage and position of each word and part, in the order of the texts."""
        table = self._table
        numbers, lengths = _numbers(self._stretches), _numbers(self._lengths)
        table.use(numbers)
        counts, widths = _numbers(table.counts)[numbers], _numbers(table.widths)[numbers]
        begins = np.cumsum(widths, dtype=np.int32) - widths
        firsts = (np.cumsum(lengths) - lengths)[lengths > 0]
        begins -= np.repeat(begins[firsts], lengths[lengths > 0])
        # Places in the table: those of each stretch count on from where it begins there.
        shifts = _numbers(table.starts)[numbers] - (np.cumsum(counts, dtype=np.int32) - counts)
        places = np.arange(counts.sum(), dtype=np.int32) + np.repeat(shifts, counts)
        passages = np.repeat(np.repeat(_numbers(self._passages), lengths), counts)
        return _numbers(table.said)[places], passages, _numbers(table.positions)[places] + np.repeat(begins, counts)

    def _ranked(self, terms: Ints) -> tuple[list[bytes], Ints]:
        """Return the terms that occur in the order of their bytes, and the place there of each by its number."""
        occurring = np.zeros(len(self._table.terms), np.bool_)
        occurring[terms] = True
        named = [(name.encode(), number) for name, number in self._table.terms.items() if occurring[number]]
        named.sort()
        ranks = np.zeros(len(occurring), np.int32)
        ranks[[number for _, number in named]] = np.arange(len(named), dtype=np.int32)
        return [name for name, _ in named], ranks


def _numbers(values: "array[int] | list[int]") -> Ints:
    # A copy: while a view is open an array cannot grow.
    return np.array(values, np.int32)


def _position(token: Token) -> int:
    return token.position
