"""What a date found in a text is."""

from dataclasses import dataclass
from datetime import date

from archive.values import DatePrecision


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day, a range of days, a month or a year, and where it stands in its text."""

    start: date
    #: The last day; of a single day the same.
    end: date
    precision: DatePrecision
    #: From the first character up to the one behind the last.
    text_start: int
    text_end: int
