"""Finds the dates in German text, in every notation people use."""

from indexer.structure.days import find_days
from indexer.structure.found_date import FoundDate
from indexer.structure.months import find_months, find_years

__all__ = ["FoundDate", "find_dates"]


def find_dates(text: str, year: int | None = None) -> tuple[FoundDate, ...]:
    """Find the dates in a text, in its order: days, ranges of days, and what names no day months and years.

    "3.-4.04.2019" and "3. und 4. April 2019" are one range; "3. und 10. April 2019" are two days.

    Args:
        text: German text, or a file's name.
        year: The year that days written without one are meant in; None leaves those days out.
    """
    found = list(find_days(text, year))
    for month in find_months(text):
        if not any(_overlap(month, other) for other in found):
            found.append(month)
    for each in find_years(text):
        if not any(_overlap(each, other) for other in found):
            found.append(each)
    return tuple(sorted(found, key=lambda date: date.text_start))


def _overlap(one: FoundDate, other: FoundDate) -> bool:
    return one.text_start < other.text_end and other.text_start < one.text_end
