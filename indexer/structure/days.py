"""Finds days and ranges of days: those written one after the other share what the last one says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from archive.values import DatePrecision
from indexer.structure.found_date import FoundDate
from indexer.structure.notations import DASH, MONTH_NAME, SPACE, WEEKDAY, Point, read_point

#: Where a day may begin: not inside a number, a version ("1.2.3") or a time.
_BEGIN = re.compile(rf"(?<![\d.,:])(?<!\d[-/_])\d|(?<!\w){MONTH_NAME}{SPACE}\d", re.IGNORECASE)

#: What links two days, with what may stand before the second one.
_LINK = re.compile(
    rf"{SPACE}*(?P<sign>{DASH}|bis(?:{SPACE}zum)?\b|und\b|u\.|[/&+,]){SPACE}*"
    rf"(?:{WEEKDAY},?{SPACE}*)?(?:(?:den|dem|zum|am){SPACE}+)?",
    re.IGNORECASE,
)
_FROM_TO = re.compile(rf"{DASH}|bis", re.IGNORECASE)

_LEAP_DAY = (2, 29)
#: Over the turn of a year a range is at most this long; one that would be longer is none ("28.-3.1.2020").
_LONGEST_TURN = timedelta(days=62)


@dataclass(frozen=True, slots=True)
class _Chain:
    """Days written one after the other, and the signs before each of them."""

    points: tuple[Point, ...] = ()
    signs: tuple[str, ...] = ()

    def up_to_last_month(self) -> "_Chain":
        """Leave out what follows the last day with a month: it is something else."""
        length = max((place for place, point in enumerate(self.points, 1) if point.month), default=0)
        return _Chain(self.points[:length], self.signs[:length])


def find_days(text: str, year: int | None) -> Iterator[FoundDate]:
    """Yield the days and ranges of days; `year` is meant where none is written."""
    position = 0
    while begin := _BEGIN.search(text, position):
        chain = _chain(text, begin.start())
        position = chain.points[-1].end if chain.points else begin.start() + 1
        yield from _joined(_completed(chain.points, year), chain.signs)


def _chain(text: str, position: int) -> _Chain:
    """Return the days written one after the other from a position on."""
    chain, sign = _Chain(), ""
    while point := read_point(text, position):
        chain = _Chain((*chain.points, point), (*chain.signs, sign))
        link = _LINK.match(text, point.end)
        if not link:
            break
        sign, position = link["sign"], link.end()
    return chain.up_to_last_month()


def _completed(points: Sequence[Point], year: int | None) -> list[Point]:
    """Fill in what a day leaves to the next one to say, or else to the one before, or else to the context."""
    filled: list[Point] = []
    month = known = None
    for point in reversed(points):
        month, known = point.month or month, point.year or known
        filled.insert(0, replace(point, month=month, year=known))
    written = next((point.year for point in points if point.year), year)
    return [replace(point, year=point.year or written) for point in filled]


def _joined(points: Sequence[Point], signs: Sequence[str]) -> Iterator[FoundDate]:
    """Yield the days of a chain; those that make one range as one."""
    held: FoundDate | None = None
    for point, sign in zip(points, signs, strict=True):
        found = _as_date(point)
        joined = _range(held, found, sign) if held and found else None
        if held and not joined and not _FROM_TO.match(sign):
            yield held
        held = joined or found
    if held:
        yield held


def _as_date(point: Point) -> FoundDate | None:
    """Return a day as a date, or None where no year is known or the calendar has no such day."""
    if point.month is None or point.year is None:
        return None
    try:
        day = date(point.year, point.month, point.day)
    except ValueError:
        return None
    return FoundDate(day, day, DatePrecision.DAY, point.start, point.end)


def _range(first: FoundDate, last: FoundDate, sign: str) -> FoundDate | None:
    """Return the range of two dates, or None where they are two of their own.

    A dash or "bis" makes a range of any two; "und", "/" and their like only of days that follow each other.
    """
    start = first.start
    if _FROM_TO.match(sign):
        if start > last.end:
            start = _a_year_earlier(start)
            if last.end - start > _LONGEST_TURN:
                return None
    elif last.start - first.end != timedelta(days=1):
        return None
    return replace(last, start=start, text_start=first.text_start)


def _a_year_earlier(day: date) -> date:
    leap_day = (day.month, day.day) == _LEAP_DAY
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)
