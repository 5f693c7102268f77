"""The words that stand in the holdings, as they are typed: what completions and corrections choose from.

The short chain keeps words whole, so its terms are the vocabulary; nothing is kept beside the index. The terms of a
segment never change and are read once. Which of them stand where the reader may look is asked of the view.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from indexer.index.schema import EXACT_FIELD
from indexer.index.segment import Segment
from indexer.index.state import Ints
from indexer.index.view import IndexView


@dataclass(frozen=True)
class Lines:
    """Many short texts as one long one, which is searched faster than each of them."""

    #: Every line between line breaks, the first and the last included.
    text: str
    #: How often each stands somewhere.
    counts: Ints

    @classmethod
    def of(cls, lines: Iterable[str], counts: Iterable[int]) -> "Lines":
        """Put lines together; none of them holds a line break."""
        return cls("\n".join(["", *lines, ""]), np.fromiter(counts, np.int32))

    @property
    def nbytes(self) -> int:
        """Memory taken, as far as it grows."""
        return len(self.text) + self.counts.nbytes

    @cached_property
    def _starts(self) -> Ints:
        return np.array([found.end() for found in re.finditer("\n", self.text)], np.int32)

    def line(self, number: int) -> str:
        """Return a line by its number."""
        return self.text[self._starts[number] : self._starts[number + 1] - 1]

    def all(self) -> list[str]:
        """Return every line."""
        return self.text.split("\n")[1:-1]

    def places(self, pattern: re.Pattern[str]) -> Ints:
        """Return the numbers of the lines in which a pattern matches, each once, rising."""
        found = np.fromiter((match.end() for match in pattern.finditer(self.text)), np.int64)
        numbers: Ints = np.unique(np.searchsorted(self._starts, found, side="right") - 1).astype(np.int32)
        return numbers


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one view."""

    view: IndexView

    def count(self, term: str) -> int:
        """Return in how many passages that the view shows a word stands."""
        return len(self.view.postings(EXACT_FIELD, term).ids)

    def matching(self, pattern: re.Pattern[str], most: int) -> tuple[str, ...]:
        """Return the most frequent words that a pattern matches in, the most frequent first.

        Args:
            pattern: Is searched for in the words of whole segments, line by line.
            most: No more than so many are weighed; words the view does not show may be among them.
        """
        counts: Counter[str] = Counter()
        for lines in self._segments():
            numbers = lines.places(pattern)
            for number in numbers[np.argsort(-lines.counts[numbers], kind="stable")[:most]]:
                counts[lines.line(number)] += int(lines.counts[number])
        return tuple(term for term, _ in counts.most_common(most))

    def near(self, term: str, reach: int) -> dict[str, int]:
        """Return the words that stand somewhere within some edits of a word, with their distances."""
        found: dict[str, int] = {}
        for lines in self._segments():
            near = process.extract(term, lines.all(), scorer=OSA.distance, score_cutoff=reach, limit=None)
            found.update((each, int(distance)) for each, distance, _ in near)
        return {each: distance for each, distance in found.items() if self.count(each)}

    def _segments(self) -> Iterator[Lines]:
        for segment in self.view.segments:
            yield self.view.cache.get((segment.id, "words"), lambda each=segment: _words(each))  # type: ignore[misc]


def _words(segment: Segment) -> Lines:
    terms = list(segment.frequencies(EXACT_FIELD))
    return Lines.of((term for term, _ in terms), (count for _, count in terms))
