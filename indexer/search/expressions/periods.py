"""Recognises spans of time: years, spans of years, seasons, months and days, and what was last year."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from archive.values import DatePrecision
from indexer.analysis.dates import MONTHS
from indexer.search.expressions.expression import Expression, Subject, Use, Within
from indexer.structure.dates import find_dates
from indexer.structure.found_date import FoundDate
from indexer.structure.months import end_of_month

#: No document of the programme is older.
EARLIEST = date(2000, 1, 1)

_YEAR = r"(?:19[7-9]\d|20\d\d)"
_BOUND = r"(?<![\w.,/-])"
_END = r"(?![\w/-]|[.,]\d)"

#: Seasons and parts of a year: first month, number of months. A winter is that in which the year begins.
_PARTS = {
    "frühjahr": (3, 3),
    "frühling": (3, 3),
    "sommer": (6, 3),
    "herbst": (9, 3),
    "winter": (1, 2),
    "anfang": (1, 3),
    "mitte": (5, 4),
    "ende": (10, 3),
    "1. halbjahr": (1, 6),
    "2. halbjahr": (7, 6),
    "q1": (1, 3),
    "q2": (4, 3),
    "q3": (7, 3),
    "q4": (10, 3),
}
_PART_NAMES = "|".join(re.escape(name) for name in _PARTS).replace("ü", "(?:ü|ue)")

_Span = tuple[date, date]


def find_periods(text: str, today: date) -> Iterator[Expression]:
    """Yield the spans of time a text names; those made of a year and more come with their stretch as a whole."""
    for pattern, read in _READERS:
        for found in pattern.finditer(text):
            span = read(found, today)
            if span and span[0] <= span[1]:
                yield _spanning(found.start(), found.end(), text, span)
    for found in re.finditer(rf"{_BOUND}{_YEAR}{_END}", text):
        year = int(found.group())
        yield _spanning(found.start(), found.end(), text, _years(year, year), said=found.group())
    yield from (_dated(found, text) for found in find_dates(text))


def _dated(found: FoundDate, text: str) -> Expression:
    """Return the expression of a date; its words are looked for, for one day is one term however it is written.

    A month is looked for by its full name, whether it was typed "Okt. 2019" or "10/2019".
    """
    typed = text[found.text_start : found.text_end]
    is_day = found.precision is DatePrecision.DAY
    is_month = found.precision is DatePrecision.MONTH
    return Expression(
        found.text_start,
        found.text_end,
        typed,
        Subject.PERIOD,
        typed,
        (Within(found.start, found.end),),
        Use.COUNTED if is_day else Use.FRAME,
        f"{MONTHS[found.start.month - 1]} {found.start.year}" if is_month else typed,
    )


def _spanning(start: int, end: int, text: str, span: _Span, said: str = "") -> Expression:
    label = " ".join(re.sub(r"^(?:im|in|von|aus\s+dem|aus)\s+", "", text[start:end], flags=re.IGNORECASE).split())
    return Expression(start, end, text[start:end], Subject.PERIOD, label, (Within(*span),), Use.FRAME, said)


def _years(first: int, last: int) -> _Span:
    return date(first, 1, 1), date(last, 12, 31)


def _from_to(found: re.Match[str], _today: date) -> _Span:
    return _years(int(found["first"]), int(found["last"]))


def _since(found: re.Match[str], today: date) -> _Span:
    year, latest = int(found["year"]), date(today.year + 1, 12, 31)
    match found["word"].lower():
        case "nach":
            return date(year + 1, 1, 1), latest
        case "vor":
            return EARLIEST, date(year - 1, 12, 31)
        case "bis":
            return EARLIEST, date(year, 12, 31)
        case _:
            return date(year, 1, 1), latest


def _part(found: re.Match[str], _today: date) -> _Span:
    name = re.sub(r"\s+", " ", found["part"].lower().replace("ue", "ü"))
    month, months = _PARTS[name]
    year = int(found["year"])
    return date(year, month, 1), end_of_month(date(year, month + months - 1, 1))


def _relative(found: re.Match[str], today: date) -> _Span:
    year = today.year if found["word"].lower().startswith("dies") else today.year - 1
    return _years(year, year)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Span]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (
            rf"{_BOUND}(?:(?:von|zwischen)\s+)?(?P<first>{_YEAR})\s*(?:[-–—]|\.\.\.?|bis(?:\s+zum)?|und)\s*(?P<last>{_YEAR}){_END}",
            _from_to,
        ),
        (rf"{_BOUND}(?P<word>seit|ab|nach|vor|bis)\s+(?:(?:dem\s+)?Jahr\s+)?(?P<year>{_YEAR}){_END}", _since),
        (rf"{_BOUND}(?:(?:im|in|vom)\s+)?(?P<part>{_PART_NAMES})[\s/]+(?P<year>{_YEAR}){_END}", _part),
        (rf"{_BOUND}(?:im\s+)?(?P<word>(?:letzte|vergangene|vorige|diese)[mnrs]?)\s+Jahre?s?{_END}", _relative),
    )
)  # fmt: skip
