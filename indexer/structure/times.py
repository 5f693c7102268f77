"""Finds times of day in German text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from indexer.structure.notations import DASH, SPACE

_CLOCK = r"(?P<{0}hour>[01]?\d|2[0-4])(?:(?P<{0}mark>[:.])(?P<{0}minute>[0-5]\d))?"
#: "10:30", "19.30 Uhr", "19 Uhr", "9.00–16.30 Uhr", "10 bis 16 Uhr"; a number alone is a time only before "Uhr".
_TIME = re.compile(
    rf"(?<![\d.,:/-]){_CLOCK.format('from_')}"
    rf"(?:{SPACE}*(?:Uhr{SPACE}*)?(?:{DASH}|bis){SPACE}*{_CLOCK.format('to_')})?"
    rf"(?!\d|[.:,/]\d)(?P<clock>{SPACE}*(?:Uhr|h)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day, or the two ends of a span of time, and where it stands in its text."""

    begin: time
    end: time | None
    text_start: int
    text_end: int


def find_times(text: str) -> Iterator[FoundTime]:
    """Yield the times of day in a text, in its order."""
    for found in _TIME.finditer(text):
        if not (found["clock"] or found["from_mark"] == ":" or found["to_mark"] == ":"):
            continue
        end = _time(found["to_hour"], found["to_minute"]) if found["to_hour"] else None
        yield FoundTime(_time(found["from_hour"], found["from_minute"]), end, found.start(), found.end())


def _time(hour: str, minute: str | None) -> time:
    """Return a time of day; "24 Uhr" is midnight."""
    return time(int(hour) % 24, int(minute or 0))
