"""Finds months and years that stand in a text without a day."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from archive.values import DatePrecision
from indexer.structure.found_date import FoundDate
from indexer.structure.notations import MONTH_NAME, SPACE, YEAR, month_number

#: "April 2019", "04/2019", "04.2019".
_MONTH = re.compile(
    rf"(?<!\w)(?P<name>{MONTH_NAME}){SPACE}*(?P<of_name>{YEAR})"
    rf"|(?<![\d./-])(?P<number>0[1-9]|1[0-2])[/.](?P<of_number>{YEAR})(?![./-]?\d)",
    re.IGNORECASE,
)
#: "im Jahr 2019", "des Jahres 2019"; four digits alone may count anything.
_YEAR = re.compile(rf"\bJahre?s?{SPACE}+(?P<year>{YEAR})(?![./-]\d)", re.IGNORECASE)
#: Behind one of these "04/2019" is a number: "Beschluss 04/2019".
_COUNTED = re.compile(rf"(?:Nr|Nummer|Beschluss|Antrag|Ausgabe|Heft|Az|Drs)\.?:?{SPACE}*\Z", re.IGNORECASE)


def find_months(text: str) -> Iterator[FoundDate]:
    """Yield the months named with their year, each from its first day to its last."""
    for found in _MONTH.finditer(text):
        if found["number"] and _COUNTED.search(text, 0, found.start()):
            continue
        month = month_number(found["name"]) if found["name"] else int(found["number"])
        first = date(int(found["of_name"] or found["of_number"]), month, 1)
        yield FoundDate(first, end_of_month(first), DatePrecision.MONTH, found.start(), found.end())


def find_years(text: str) -> Iterator[FoundDate]:
    """Yield the years that are called one."""
    for found in _YEAR.finditer(text):
        year = int(found["year"])
        yield FoundDate(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR, found.start(), found.end())


def end_of_month(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
