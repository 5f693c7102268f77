"""What differs between two versions of a document: paragraph beside paragraph, word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from indexer.extraction.pages import BlockKind, Page
from indexer.structure.personal.attendance import without_attendance

#: From this likeness on, in per cent, two paragraphs are the same one, reworded; below, one went and another came.
REWORDED = 50

#: Changed paragraphs are matched with each other as long as there are no more than so many pairs; beyond, two texts
#: have so little in common that matching them tells nobody anything.
MOST_PAIRS = 40_000

_RUNNING = frozenset({BlockKind.HEADER, BlockKind.FOOTER})
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, list item or row of a table."""

    #: Of its page, as printed.
    page: str
    #: With single blanks.
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a paragraph."""

    text: str
    #: Whether the other version has not got them.
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Side:
    """A paragraph as it stands in one of two versions."""

    page: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the older version beside the one of the newer; what only one of them has stands alone."""

    older: Side | None
    newer: Side | None

    @property
    def is_changed(self) -> bool:
        """Whether the versions differ here."""
        return not (self.older and self.newer) or any(run.is_changed for run in (*self.older.runs, *self.newer.runs))


def compare(older: Iterable[Page], newer: Iterable[Page]) -> tuple[Row, ...]:
    """Lay the pages of two versions side by side.

    Running headers and footers are left out, and lists of those present, as in the reading version.

    Returns:
        Every paragraph of both, in reading order.
    """
    ours, theirs = _paragraphs(older), _paragraphs(newer)
    return tuple(_rows(ours, theirs))


def _paragraphs(pages: Iterable[Page]) -> list[Paragraph]:
    return [
        Paragraph(page.label, " ".join(line.split()))
        for page in without_attendance(tuple(pages))
        for block in page.blocks
        if block.kind not in _RUNNING
        for line in block.text.splitlines()
        if line.strip()
    ]


def _rows(ours: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> Iterator[Row]:
    """Yield rows: equal paragraphs as they are, and what stands between them matched."""
    operations = Indel.opcodes([each.text for each in ours], [each.text for each in theirs])
    for is_equal, group in groupby(operations, key=lambda each: each.tag == "equal"):
        steps = list(group)
        gone = ours[steps[0].src_start : steps[-1].src_end]
        come = theirs[steps[0].dest_start : steps[-1].dest_end]
        if is_equal:
            yield from (Row(_whole(one), _whole(other)) for one, other in zip(gone, come, strict=True))
        else:
            yield from _matched(gone, come)


def _whole(paragraph: Paragraph) -> Side:
    return Side(paragraph.page, (Run(paragraph.text, is_changed=False),))


def _matched(gone: Sequence[Paragraph], come: Sequence[Paragraph]) -> Iterator[Row]:
    """Yield changed paragraphs, those that were reworded beside each other, in the order of both."""
    at, there = 0, 0
    for one, other in [*_pairs(gone, come), (len(gone), len(come))]:
        yield from (Row(_only(each), None) for each in gone[at:one])
        yield from (Row(None, _only(each)) for each in come[there:other])
        if one < len(gone):
            yield _reworded(gone[one], come[other])
        at, there = one + 1, other + 1


def _only(paragraph: Paragraph) -> Side:
    return Side(paragraph.page, (Run(paragraph.text, is_changed=True),))


def _pairs(gone: Sequence[Paragraph], come: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Return the places of reworded paragraphs, rising on both sides, so that as much as possible is alike."""
    if len(gone) * len(come) > MOST_PAIRS:
        return []
    alike = [[_likeness(one.text, other.text) for other in come] for one in gone]
    best = _best(alike, len(come))
    pairs, i, j = [], 0, 0
    while i < len(gone) and j < len(come):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _best(alike: Sequence[Sequence[float]], width: int) -> list[list[float]]:
    """Return for each pair of places how much of the paragraphs from there on can be alike."""
    best = [[0.0] * (width + 1) for _ in range(len(alike) + 1)]
    for i in reversed(range(len(alike))):
        for j in reversed(range(width)):
            together = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    return best


def _likeness(one: str, other: str) -> float:
    return fuzz.ratio(one, other, score_cutoff=REWORDED)


def _reworded(one: Paragraph, other: Paragraph) -> Row:
    """Return two paragraphs with the words marked that only one of them has."""
    ours, theirs = _TOKEN.findall(one.text), _TOKEN.findall(other.text)
    left: list[Run] = []
    right: list[Run] = []
    for step in Indel.opcodes(ours, theirs):
        is_changed = step.tag != "equal"
        left.append(Run("".join(ours[step.src_start : step.src_end]), is_changed))
        right.append(Run("".join(theirs[step.dest_start : step.dest_end]), is_changed))
    return Row(Side(one.page, _joined(left)), Side(other.page, _joined(right)))


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Join neighbours of one kind; a blank between two changes is part of the change."""
    spoken = [each for each in runs if each.text]
    kinds = [each.is_changed for each in spoken]
    for place in range(1, len(spoken) - 1):
        if spoken[place].text.isspace() and kinds[place - 1] and spoken[place + 1].is_changed:
            kinds[place] = True
    pieces = zip(kinds, (each.text for each in spoken), strict=True)
    groups = groupby(pieces, key=lambda piece: piece[0])
    return tuple(Run("".join(text for _, text in group), is_changed) for is_changed, group in groups)
