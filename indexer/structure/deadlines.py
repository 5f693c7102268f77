"""Tells the last day that a wording such as "Ende Juni" or "KW 24" leaves."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from archive.values import DatePrecision
from indexer.structure.dates import FoundDate, find_dates
from indexer.structure.months import end_of_month
from indexer.structure.notations import MONTH_NAME, SPACE, WEEKDAY, YEAR, month_number

_PART_OF_MONTH = re.compile(
    rf"\b(?:(?P<part>Anfang|Mitte|Ende){SPACE}+)?(?P<name>{MONTH_NAME})(?:{SPACE}*(?P<year>{YEAR}))?", re.IGNORECASE
)
_WEEK = re.compile(
    rf"\b(?:KW|Kalenderwoche){SPACE}*(?P<week>\d{{1,2}})(?:{SPACE}*/?{SPACE}*(?P<year>{YEAR}))?", re.IGNORECASE
)
_QUARTER = re.compile(
    rf"\b(?:Q(?P<short>[1-4])|(?P<long>[1-4])\.{SPACE}*Quartal)(?:{SPACE}*/?{SPACE}*(?P<year>{YEAR}))?", re.IGNORECASE
)
_YEAR_END = re.compile(
    rf"\b(?:Jahresende|Ende{SPACE}+(?:des{SPACE}+Jahres|(?=\d)))(?:{SPACE}*(?P<year>{YEAR}))?", re.IGNORECASE
)

#: "zum Standorttreffen im Mai" is the day of that meeting, which the wording does not tell.
_EVENT = re.compile(
    rf"\b(?:zum|zur|zu{SPACE}+den|beim|vor|nach){SPACE}+(?!Ende|Anfang|Mitte|Jahresende|{WEEKDAY}|{MONTH_NAME})[A-ZÄÖÜ]"
)

#: The day of the month up to which "Anfang" and "Mitte" reach.
_PARTS = {"anfang": 10, "mitte": 20}
_FRIDAY = 5
LAST_WEEK = 53


def last_day(wording: str, meeting: date | None) -> date | None:
    """Return the last day a wording leaves, or None where it names no day.

    Without a year it is the meeting's year, or the year after where that day lay before the meeting.
    Of a week it is Friday, of a month, quarter or year its last day.
    """
    if _EVENT.search(wording):
        return None
    for read in (_day, _part_of_month, _week, _quarter, _end_of_year):
        found = read(wording, meeting)
        if found:
            return found
    return None


def _day(wording: str, meeting: date | None) -> date | None:
    written = [found.end for found in find_dates(wording) if found.precision is DatePrecision.DAY]
    if written:
        return written[-1]
    return _rolled(lambda year: _last(find_dates(wording, year)), None, meeting)


def _last(found: Sequence[FoundDate]) -> date | None:
    days = [each.end for each in found if each.precision is DatePrecision.DAY]
    return days[-1] if days else None


def _part_of_month(wording: str, meeting: date | None) -> date | None:
    found = _PART_OF_MONTH.search(wording)
    if not found:
        return None
    month, day = month_number(found["name"]), _PARTS.get((found["part"] or "").casefold())
    return _rolled(lambda year: _day_of(year, month, day), found["year"], meeting)


def _week(wording: str, meeting: date | None) -> date | None:
    found = _WEEK.search(wording)
    if not found or not 1 <= int(found["week"]) <= LAST_WEEK:
        return None
    return _rolled(lambda year: _friday(year, int(found["week"])), found["year"], meeting)


def _quarter(wording: str, meeting: date | None) -> date | None:
    found = _QUARTER.search(wording)
    if not found:
        return None
    month = 3 * int(found["short"] or found["long"])
    return _rolled(lambda year: _day_of(year, month, None), found["year"], meeting)


def _end_of_year(wording: str, meeting: date | None) -> date | None:
    found = _YEAR_END.search(wording)
    return _rolled(lambda year: date(year, 12, 31), found["year"], meeting) if found else None


def _day_of(year: int, month: int, day: int | None) -> date:
    first = date(year, month, 1)
    return first.replace(day=day) if day else end_of_month(first)


def _friday(year: int, week: int) -> date | None:
    """Return the Friday of an ISO week, or None where the year has no such week."""
    try:
        return date.fromisocalendar(year, week, _FRIDAY)
    except ValueError:
        return None


def _rolled(make: Callable[[int], date | None], year: str | None, meeting: date | None) -> date | None:
    """Make the day in the written year, or in the first one in which it does not lie before the meeting."""
    if year:
        return make(int(year))
    if meeting is None:
        return None
    day = make(meeting.year)
    return make(meeting.year + 1) if day and day < meeting else day
