"""Which terms stand in which passages, and how much each counts there (BM25)."""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

#: How soon more of the same counts little, and how much long passages are held back (Robertson and Zaragoza 2009).
SATURATION, LENGTH = 1.2, 0.5

#: Scores are written as whole numbers of a tenth.
STEP = 10


@dataclass
class Postings:
    """Counts the terms of passages, one after the other."""

    _ids: dict[str, "array[int]"] = field(default_factory=lambda: defaultdict(lambda: array("I")))
    _counts: dict[str, "array[float]"] = field(default_factory=lambda: defaultdict(lambda: array("f")))
    _lengths: "array[float]" = field(default_factory=lambda: array("f"))

    def add(self, terms: Mapping[str, float]) -> None:
        """Add a passage.

        Args:
            terms: Each of its terms with how often it stands there; one that stands in a heading counts more.
        """
        number = len(self._lengths)
        for term, count in terms.items():
            self._ids[term].append(number)
            self._counts[term].append(count)
        self._lengths.append(sum(terms.values()))

    def rows(self) -> Iterator[tuple[str, list[int]]]:
        """Yield each term with its passages: how much further each is than the one before, and its score."""
        average = sum(self._lengths) / max(1, len(self._lengths)) or 1.0
        holding_back = [1 - LENGTH + LENGTH * length / average for length in self._lengths]
        for term, ids in self._ids.items():
            rarity = math.log(1 + (len(self._lengths) - len(ids) + 0.5) / (len(ids) + 0.5))
            row, before = [], 0
            for number, count in zip(ids, self._counts[term], strict=True):
                score = rarity * count * (SATURATION + 1) / (count + SATURATION * holding_back[number])
                row += [number - before, max(1, round(STEP * score))]
                before = number
            yield term, row


def counted(*weighted: tuple[list[str], float]) -> Counter[str]:
    """Return how often terms stand in a passage, those of each list as often as their weight says."""
    total: Counter[str] = Counter()
    for terms, weight in weighted:
        for term in terms:
            total[term] += weight  # type: ignore[assignment] # a share of a time is a number, too
    return total
