"""Reads dates, so that one day is one term however it is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip

#: How they are written otherwise, beside a day and a year.
_SHORT_MONTHS = {
    "jänner": "januar", "jan": "januar", "feb": "februar", "mär": "märz", "mrz": "märz", "apr": "april", "jun": "juni",
    "jul": "juli", "aug": "august", "sept": "september", "sep": "september", "okt": "oktober", "nov": "november",
    "dez": "dezember",
}  # fmt: skip

#: Years written with two digits are of this century.
CENTURY = 2000

NUMERIC = r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})"
_NAME = rf"(?P<name>{'|'.join(MONTHS)}|(?:{'|'.join(_SHORT_MONTHS)})\.?)"
WRITTEN = rf"(?P<written_day>\d{{1,2}})\.\s{_NAME}\s(?P<written_year>\d{{4}})"
ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})"
_DAY = re.compile(ISO)
#: "6.-7.11.2018", "30.11. – 1.12.2018", "6./7. November 2018"
FIRST_DAY = r"(?:(?P<first_day>\d{1,2})\.(?:(?P<first_month>\d{1,2})\.)?\s?(?:[-–/]|und|bis)\s?)?"

DATE = re.compile(rf"(?<![\w.]){FIRST_DAY}(?:{NUMERIC}|{WRITTEN})(?![\w]|\.\d)|(?<!\w){ISO}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or a range of two in a text, with its offsets."""

    days: tuple[date, ...]
    start: int
    end: int


def dates(text: str) -> Iterator[DateSpan]:
    """Yield the dates of a normalised text: 6.11.2018, 6.-7.11.18, 6. Nov. 2018, 2018-11-06."""
    for match in DATE.finditer(text):
        try:
            days = _days(match)
        except ValueError:
            continue
        yield DateSpan(days, match.start(), match.end())


def is_day(word: str) -> bool:
    """Tell whether a word is a spoken day: "2018-11-06"."""
    return _DAY.fullmatch(word) is not None


def spoken_date(span: DateSpan) -> Iterator[str]:
    """Yield the words of a date: its days, its months and its years, so that each of them can be searched alone."""
    yield from (day.isoformat() for day in span.days)
    yield from dict.fromkeys(MONTHS[day.month - 1] for day in span.days)
    yield from dict.fromkeys(str(day.year) for day in span.days)


def _days(match: re.Match[str]) -> tuple[date, ...]:
    """Return the days of a match; no such day raises a ValueError."""
    last = _last(match)
    if not match["first_day"]:
        return (last,)
    month = int(match["first_month"] or last.month)
    year = last.year - 1 if month > last.month else last.year
    return (date(year, month, int(match["first_day"])), last)


def _last(match: re.Match[str]) -> date:
    if match["iso"]:
        return date.fromisoformat(match["iso"])
    if match["name"]:
        return date(int(match["written_year"]), MONTHS.index(_month_name(match["name"])) + 1, int(match["written_day"]))
    century = CENTURY if len(match["year"]) == len("18") else 0
    return date(century + int(match["year"]), int(match["month"]), int(match["day"]))


def _month_name(written: str) -> str:
    name = written.lower().removesuffix(".")
    return _SHORT_MONTHS.get(name, name)
