"""What a document's text looks like, and what therefore looks like a heading."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from indexer.extraction.pdf.lines import Line

#: A heading of regular weight is at least this much larger than the text.
LARGER = 1.15
#: A bold heading may be this much smaller than the text.
SMALLER = 0.9
#: A heading longer than this is a sentence set large.
LONGEST_HEADING = 160
#: Levels told apart.
DEEPEST = 6
#: Points to which sizes and distances are rounded when they are counted: fonts differ by less.
STEP = 0.5

_SENTENCE_END = re.compile(r"[.,;]\Z")
_LETTER = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Looks:
    """The usual look of a document's text."""

    #: Height of its letters in points.
    size: float
    bold: bool
    #: Distance from line to line in points.
    leading: float
    #: Sizes of headings, largest first.
    heading_sizes: tuple[float, ...]

    def is_heading(self, line: Line) -> bool:
        """Tell whether a line is larger than the text, or bolder and not smaller."""
        if line.size >= self.size * LARGER:
            return True
        return line.bold and not self.bold and line.size >= self.size * SMALLER

    def level(self, line: Line) -> int:
        """Return the depth of a heading: the largest are topmost."""
        larger = sum(size > _rounded(line.size) for size in self.heading_sizes)
        return min(1 + larger, DEEPEST)


def looks_of(lines: Iterable[Line]) -> Looks:
    """Return the look most letters have."""
    lines = list(lines)
    looks: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        looks[_rounded(line.size), line.bold] += len(line.text)
    ((size, bold), _), *_ = looks.most_common(1) or [((0.0, False), 0)]
    plain = Looks(size, bold, _leading(lines, size), ())
    sizes = {_rounded(line.size) for line in lines if plain.is_heading(line) and reads_as_heading(line.text)}
    return Looks(size, bold, plain.leading, tuple(sorted(sizes, reverse=True)))


def reads_as_heading(text: str) -> bool:
    """Tell whether a text is short, has words, and is no sentence."""
    return len(text) <= LONGEST_HEADING and bool(_LETTER.search(text)) and not _SENTENCE_END.search(text)


def _leading(lines: list[Line], size: float) -> float:
    """Return the usual distance between lines of the text's size."""
    steps = Counter(
        _rounded(above.bottom - below.bottom)
        for above, below in pairwise(lines)
        if _rounded(below.size) == size and 0 < above.bottom - below.bottom < 3 * size
    )
    return steps.most_common(1)[0][0] if steps else size


def _rounded(points: float) -> float:
    return round(points / STEP) * STEP
