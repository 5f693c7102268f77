"""The meetings in time: a row a year, a cell a quarter of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from archive.entries import MeetingEntry

QUARTERS = (1, 2, 3, 4)

MONTHS_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Year:
    """The meetings of a year, each in the quarter in which it began."""

    year: int
    #: Four; the meetings of each in their order.
    quarters: tuple[tuple[MeetingEntry, ...], ...]

    @property
    def count(self) -> int:
        """How many meetings there were."""
        return sum(map(len, self.quarters))


def years(meetings: Iterable[MeetingEntry]) -> tuple[Year, ...]:
    """Return every year from the first meeting to the last, those without a meeting too, the last first."""
    cells: defaultdict[tuple[int, int], list[MeetingEntry]] = defaultdict(list)
    for each in sorted(meetings, key=lambda each: each.start):
        cells[each.start.year, quarter(each)].append(each)
    if not cells:
        return ()
    held = [year for year, _ in cells]
    return tuple(
        Year(year, tuple(tuple(cells.get((year, each), ())) for each in QUARTERS))
        for year in range(max(held), min(held) - 1, -1)
    )


def quarter(meeting: MeetingEntry) -> int:
    """Return the quarter of the year in which a meeting began, from 1."""
    return (meeting.start.month - 1) // MONTHS_A_QUARTER + 1
