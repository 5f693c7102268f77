"""Two versions side by side with what did not change folded away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from indexer.comparison import Row

#: Unchanged paragraphs that stay beside a change, so that it is read in its place.
AROUND = 1

#: Fewer are not worth folding.
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs that follow each other, all of them shown, or all folded."""

    rows: tuple[Row, ...]
    is_folded: bool

    @property
    def pages(self) -> tuple[str, str]:
        """The first and last page of the newer version it stands on."""
        pages = [row.newer.page for row in self.rows if row.newer] or [""]
        return pages[0], pages[-1]


def fold(rows: Sequence[Row]) -> tuple[Stretch, ...]:
    """Fold long runs of unchanged paragraphs, but for those next to a change."""
    shown = {
        near for place, row in enumerate(rows) if row.is_changed for near in range(place - AROUND, place + AROUND + 1)
    }
    stretches = []
    for is_shown, group in groupby(enumerate(rows), key=lambda each: each[0] in shown):
        run = tuple(row for _, row in group)
        stretches.append(Stretch(run, not is_shown and len(run) >= FEWEST))
    return tuple(stretches)


def count_changes(rows: Iterable[Row]) -> int:
    """Return how many paragraphs differ."""
    return sum(row.is_changed for row in rows)
