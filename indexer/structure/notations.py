"""How German writes one day: each notation as a pattern, and what its parts mean."""

import re
from dataclasses import dataclass

#: White space within a line, with the non-breaking and the narrow ones; a date does not go over a line's end.
SPACE = r"[^\S\n]"
DASH = "[-‐‑–—−]"

_NAMES = (
    ("januar", "jänner", "jan"),
    ("februar", "feber", "feb"),
    ("märz", "maerz", "mär", "mrz"),
    ("april", "apr"),
    ("mai",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("dezember", "dez"),
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
MONTH_NAME = r"(?:{})\b\.?".format("|".join(MONTHS))
#: Written small, "so" and "mi" are other words.
WEEKDAY = r"(?-i:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|Mo|Di|Mi|Do|Fr|Sa|So)\b\.?"
YEAR = r"(?:19|20)\d\d(?!\d)"

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
#: "19" is a year in "3.4.19" but an hour in "3.4. 19 Uhr": behind a number it touches …
_TOUCHING_YEAR = rf"['’]?\d\d(?!\d|[.:,]\d|{SPACE}?(?:Uhr|h\b))"
#: … and behind a name it ends its phrase ("3. April 19, Hamburg").
_CLOSING_YEAR = rf"(?:['’]\d\d\b|\d\d(?={SPACE}*(?:[,;)\n]|\.(?!\d)|$)))"

#: Where two notations fit, the one that says more stands first.
_NOTATIONS = tuple(
    re.compile(notation, re.IGNORECASE)
    for notation in (
        # 2019-04-03, 2019_04_03, 20190403
        r"(?P<year>(?:19|20)\d\d)(?P<mark>[-_.]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        # 22-11-2017, 22/11/2017, 22_11_2017
        rf"(?P<day>{_DAY})(?P<mark>[-_/])(?P<month>{_MONTH})(?P=mark)(?P<year>{YEAR})",
        # 3.4.2019, 03.04.19, 3. 4. 2019, 3.4.
        (
            rf"(?P<day>{_DAY})\.{SPACE}?(?P<month>{_MONTH})\."
            rf"(?:{SPACE}?(?P<year>{YEAR})|(?P<short>{_TOUCHING_YEAR})|(?!\d))"
        ),
        # 3. April 2019, 3. April 19, 3 April 2019, 3. April
        (
            rf"(?P<day>{_DAY})\.?{SPACE}*(?P<name>{MONTH_NAME})"
            rf"(?:,?{SPACE}*(?P<year>{YEAR})|{SPACE}*(?P<short>{_CLOSING_YEAR}))?"
        ),
        # April 3, 2019
        rf"(?P<name>{MONTH_NAME}){SPACE}(?P<day>{_DAY}),{SPACE}*(?P<year>{YEAR})",
        # 3. (of a range that names the month later)
        rf"(?P<day>{_DAY})(?:\.(?!\d)|(?={SPACE}?{DASH}|/))",
    )
)

#: Years from here on are written in full.
_FULL = 1000
#: The last two digits of years from here on belong to the last century.
_PIVOT = 70


@dataclass(frozen=True, slots=True)
class Point:
    """A day as it is written; what is not written is None."""

    day: int
    month: int | None
    year: int | None
    #: Place in the text, from the first character up to the one behind the last.
    start: int
    end: int


def read_point(text: str, position: int) -> Point | None:
    """Read the day that is written at a position of a text, or return None."""
    for notation in _NOTATIONS:
        found = notation.match(text, position)
        if found:
            parts = found.groupdict()
            return Point(int(parts["day"]), _month(parts), _year(parts), position, found.end())
    return None


def month_number(name: str) -> int:
    """Return the number of a month by its name or abbreviation."""
    return MONTHS[name.rstrip(".").casefold()]


def full_year(digits: str) -> int:
    """Return the year that four or two digits mean."""
    number = int(digits.lstrip("'’"))
    if number >= _FULL:
        return number
    return number + (1900 if number >= _PIVOT else 2000)


def _month(parts: dict[str, str | None]) -> int | None:
    if name := parts.get("name"):
        return month_number(name)
    month = parts.get("month")
    return int(month) if month else None


def _year(parts: dict[str, str | None]) -> int | None:
    digits = parts.get("year") or parts.get("short")
    return full_year(digits) if digits else None
