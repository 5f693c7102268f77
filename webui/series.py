"""Series of meetings: those of one kind and, where they are held by regions, of one region."""

import re
from collections.abc import Iterable

from archive.entries import MeetingEntry

#: "Regionaltreffen Nord Bremen 2019": the parts of the country that meet for themselves.
_REGION = re.compile(r"\b(?:Nord|Ost|Süd|West|Mitte)(?:ost|west)?\b")


def series_of(key: str, meetings: Iterable[MeetingEntry]) -> list[MeetingEntry]:
    """Return the meetings of the series that a meeting belongs to, the first first; () where it is unknown."""
    held = list(meetings)
    own = next((each for each in held if each.key == key), None)
    if own is None:
        return []
    return sorted((each for each in held if _series(each) == _series(own)), key=lambda each: (each.start, each.key))


def neighbours(key: str, meetings: Iterable[MeetingEntry]) -> tuple[MeetingEntry | None, MeetingEntry | None]:
    """Return the meeting before one in its series, and the one after it."""
    series = series_of(key, meetings)
    place = next(place for place, each in enumerate(series) if each.key == key)
    earlier = series[place - 1] if place else None
    later = series[place + 1] if place + 1 < len(series) else None
    return earlier, later


def _series(meeting: MeetingEntry) -> tuple[str, str]:
    region = _REGION.search(meeting.title)
    return meeting.kind, region[0] if region else ""
