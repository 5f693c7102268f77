"""Series of meetings: those of one kind and, where they are held by regions, of one region."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from archive.entries import MeetingEntry

#: "Regionaltreffen Nord Bremen 2019": the parts of the country that meet for themselves.
_REGION = re.compile(r"\b(?:Nord|Ost|Süd|West|Mitte)(?:ost|west)?\b")


def series_of(key: str, meetings: Iterable[MeetingEntry]) -> Sequence[MeetingEntry]:
    """Return the meetings of the series that a meeting belongs to, the first first; () where it is unknown."""
    return all_series(meetings).get(key, ())


def all_series(meetings: Iterable[MeetingEntry]) -> Mapping[str, Sequence[MeetingEntry]]:
    """Return for each meeting, by its key, the meetings of its series, the first first."""
    series: defaultdict[tuple[str, str], list[MeetingEntry]] = defaultdict(list)
    for each in sorted(meetings, key=lambda each: (each.start, each.key)):
        series[_series(each)].append(each)
    return {each.key: some for some in series.values() for each in some}


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
