"""The words that stand in the holdings, as they are typed: what completions and corrections choose from.

The short chain keeps words whole, so its terms are the vocabulary; nothing is kept beside the index. The terms of a
segment never change and are read once. Which of them stand where the reader may look is asked of the view.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from io import StringIO

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from indexer.index.parts import Part
from indexer.index.schema import EXACT_FIELD
from indexer.index.segment import Segment
from indexer.index.state import Ints
from indexer.index.view import IndexView

#: Stands for a count nobody has asked for yet.
UNKNOWN = -1

#: Which letters texts have, a bit each.
Letters = NDArray[np.uint32]
NO_LETTERS: Letters = np.empty(0, np.uint32)

#: Comes after every letter.
LAST = "\U0010ffff"


@dataclass(frozen=True)
class Lines:
    """Many short texts as one long one, which is searched faster than each of them."""

    #: Every line between line breaks, the first and the last included; in rising order.
    text: str
    #: How often each stands somewhere.
    counts: Ints

    @classmethod
    def of(cls, lines: Iterable[str], counts: Iterable[int]) -> "Lines":
        """Put lines together that are in rising order; none of them holds a line break."""
        return cls("\n".join(["", *lines, ""]), np.fromiter(counts, np.int32))

    @cached_property
    def _starts(self) -> Ints:
        return np.array([found.end() for found in re.finditer("\n", self.text)], np.int32)

    def line(self, number: int) -> str:
        """Return a line by its number."""
        return self.text[self._starts[number] : self._starts[number + 1] - 1]

    def beginning(self, letters: str) -> Ints:
        """Return the numbers of the lines that begin so, rising."""
        lines = range(len(self.counts))
        first = bisect_left(lines, letters, key=self.line)
        return np.arange(first, bisect_left(lines, letters + LAST, key=self.line), dtype=np.int32)

    def holding(self, sought: str) -> Ints:
        """Return the numbers of the lines that hold a text, rising; a line break at its end is the end of a line."""
        found = np.fromiter(self._places(sought), np.int64)
        numbers = np.searchsorted(self._starts, found, side="right") - 1
        first_in_line = np.diff(numbers, prepend=-1) > 0
        return numbers[first_in_line].astype(np.int32)

    def resembling(self, text: str, edits: int) -> Ints:
        """Return the numbers of the lines that may be within so many edits of a text, rising; none that is is missing.

        An edit takes away one letter at the most and brings one; so it changes the length by one, and which letters
        there are by two. An exchange of neighbours changes neither.
        """
        lengths = np.diff(self._starts) - 1
        others = np.bitwise_count(self._letters ^ np.bitwise_or.reduce(_letters(text)))
        is_close = (np.abs(lengths - len(text)) <= edits) & (others <= 2 * edits)
        return np.flatnonzero(is_close).astype(np.int32)

    @cached_property
    def _letters(self) -> Letters:
        return np.bitwise_or.reduceat(_letters(self.text), self._starts[:-1]) if len(self.counts) else NO_LETTERS

    def _places(self, sought: str) -> Iterator[int]:
        place = self.text.find(sought)
        while place >= 0:
            yield place
            place = self.text.find(sought, place + 1)


#: A part of the index, its words, and the numbers of some of these.
Found = tuple[Part, Lines, Ints]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one view."""

    view: IndexView

    def read(self) -> None:
        """Read the words of every segment, so that whoever types first does not wait for it."""
        for _ in self._parts():
            pass

    def count(self, term: str) -> int:
        """Return in how many passages that the view shows a word stands."""
        return len(self.view.postings(EXACT_FIELD, term).ids)

    def beginning(self, letters: str, most: int) -> tuple[str, ...]:
        """Return the most frequent words that begin so; words the view does not show may be among them."""
        return self._most_frequent(((part, lines, lines.beginning(letters)) for part, lines in self._parts()), most)

    def containing(self, letters: str, most: int) -> tuple[str, ...]:
        """Return the most frequent words that hold some letters; words the view does not show may be among them."""
        return self._most_frequent(((part, lines, lines.holding(letters)) for part, lines in self._parts()), most)

    def near(self, term: str, edits: int) -> dict[str, int]:
        """Return the words that stand somewhere within one or two edits of a word, with their distances."""
        found: dict[str, int] = {}
        for _, lines in self._parts():
            choices = [lines.line(number) for number in lines.resembling(term, edits)]
            near = process.extract(term, choices, scorer=OSA.distance, score_cutoff=edits, limit=None)
            found.update((each, int(distance)) for each, distance, _ in near)
        return {each: distance for each, distance in found.items() if self.count(each)}

    def _most_frequent(self, found: Iterable[Found], most: int) -> tuple[str, ...]:
        counts = self._counted(found, most) if not self.view.is_narrowed else self._seen(found)
        return tuple(sorted(counts, key=lambda term: (-counts[term], term))[:most])

    def _counted(self, found: Iterable[Found], most: int) -> Mapping[str, int]:
        """Count words as segments do, each segment its most frequent ones."""
        counts: Counter[str] = Counter()
        for _, lines, numbers in found:
            for number in numbers[np.argsort(-lines.counts[numbers], kind="stable")[:most]]:
                counts[lines.line(number)] += int(lines.counts[number])
        return counts

    def _seen(self, found: Iterable[Found]) -> Mapping[str, int]:
        """Count words where the view shows them: what stands in hidden passages must not decide which are offered."""
        counts: Counter[str] = Counter()
        for part, lines, numbers in found:
            for number, count in zip(numbers.tolist(), self._counts(part, lines, numbers).tolist(), strict=True):
                if count:
                    counts[lines.line(number)] += count
        return counts

    def _counts(self, part: Part, lines: Lines, numbers: Ints) -> Ints:
        """Return in how many passages that are shown each of some words of a segment stands."""
        if part.mask is None:
            return lines.counts[numbers]
        key = (part.segment.id, "seen", part.key)
        known = self.view.cache.get(key, lambda: np.full(len(lines.counts), UNKNOWN, np.int32))
        for number in numbers[known[numbers] == UNKNOWN]:
            known[number] = part.mask[part.segment.passages_of(EXACT_FIELD, lines.line(number))].sum()
        return known[numbers]

    def _parts(self) -> Iterator[tuple[Part, Lines]]:
        """Yield the segments of which something is shown, with all their words."""
        for part in self.view.parts:
            # Not under the bound of the cache: to read all of them anew takes longer than a search may.
            yield part, part.segment.remembered("words", partial(_words, part.segment))


def _letters(text: str) -> Letters:
    """Return a bit for each letter of a text, none for line breaks; different letters may have the same one."""
    points = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    return np.where(points == ord("\n"), 0, np.left_shift(np.uint32(1), points & 31)).astype(np.uint32)


def _words(segment: Segment) -> Lines:
    # Written as they come: as a list of pairs they would take ten times the memory.
    text, counts = StringIO(), array("i")
    for term, count in segment.frequencies(EXACT_FIELD):
        text.write(f"\n{term}")
        counts.append(count)
    text.write("\n")
    return Lines(text.getvalue(), np.array(counts, np.int32))
