"""Reads the head of minutes: what kind of meeting it was, when and where, and how many came."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Generic, TypeVar

from archive.values import DatePrecision
from indexer.extraction.pages import Page
from indexer.structure.dates import FoundDate, find_dates
from indexer.structure.head_lines import HeadLine, head_lines
from indexer.structure.notations import WEEKDAY
from indexer.structure.people import count_people
from indexer.structure.times import find_times
from indexer.structure.wording import any_of

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Read(Generic[Value]):
    """A value that was read, how sure it is, and on what it rests."""

    value: Value
    #: 0.0 to 1.0.
    confidence: float
    evidence: str
    page: int


@dataclass(frozen=True, slots=True)
class Header:
    """The head of minutes; what does not stand there is None."""

    kind_of_meeting: Read[str] | None = None
    #: First and last day.
    days: Read[tuple[date, date]] | None = None
    place: Read[str] | None = None
    begin: Read[time] | None = None
    end: Read[time] | None = None
    #: How many were there, and how many had excused themselves; their names are not read.
    present: Read[int] | None = None
    excused: Read[int] | None = None

    @property
    def start(self) -> date | None:
        """The meeting's first day."""
        return self.days.value[0] if self.days else None


_DATE = re.compile(r"(?:\w*datum|\w*termin|t?wann|zeitraum|tag|zeit|\w+zeit|art der sitzung)$")
_PLACE = re.compile(r"(?:\w*ort|wo|raum|treffpunkt)$")
_BEGIN = re.compile(r"(?:\w*beginn.*|start.*|t?wann|\w*zeit|\w*datum|\w*termin)$")
_END = re.compile(r"(?:\w*ende.*|beginn\s*(?:und|/|-)\s*ende|start\s*[-/]\s*ende)$")
_PRESENT = re.compile(r"(?:anwesen\w+(?: \w+)?|teilnehme\S+|teilnahme|wer)$")
_EXCUSED = re.compile(r"(?:entschuldigt\w*|abwesend\w*)$")

#: Dates of something else: of this version, of the next meeting, of a deadline, of another meeting's minutes.
_OTHER_DATE = re.compile(
    r"\b(?:Stand|Fassung|[Gg]enehmig\w+|Rückmeldung\w*|[Nn](?:ä|a)chste\w*|Frist|erstellt|gedruckt|Protokoll vom|bis)\b|https?://|/p/",
    re.IGNORECASE,
)
#: A longer line with a date tells of something.
_LONGEST_DATE_LINE = 100
#: Titles stand within so many lines.
_TITLE = 12
_WHEN = re.compile(r"\b(?:Uhr|\d{1,2}:\d\d|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)\b")
_MEETINGS = any_of(
    *(
        "treffen",
        "fachtag(?:ung)?",
        "sitzung",
        "versammlung",
        "besprechung",
        "konferenz",
        "runde",
        "klausur(?:tagung)?",
    ),
    *("beirat", "tagung", "workshop"),
)
_MEETING = rf"(?:\w+-?)?(?i:{_MEETINGS})"
_ATTRIBUTE = r"(?:(?i:bundesweite[sr]?|digitale[sr]?|themen?spezifische[rs]?)\s+)?"
_KIND = re.compile(rf"\b{_ATTRIBUTE}{_MEETING}(?:e?s)?\b(?:\s+(?i:Nord|Ost|Süd|West)\b)?")
_GENITIVE = re.compile(r"(?<=[a-z])s\b")
#: "Regionaltreffen West in Wuppertal", "Protokoll des Standorttreffens in Hamburg-Harburg".
_IN_PLACE = re.compile(
    rf"\b{_MEETING}(?:e?s)?\b[^.\n]{{0,40}}?\bin\s+(?P<place>[A-ZÄÖÜ][\w-]+(?:\s+(?:am|an der|im)\s+[A-ZÄÖÜ]\w+)?)"
)
_BEFORE_DATE = re.compile(
    rf"(?:^|,\s)(?!{WEEKDAY})(?P<place>[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+)?),\s*(?:{WEEKDAY},?\s*)?(?:den\s+)?$"
)
_ONLINE = re.compile(r"\b(?:digital|online|[Vv]ideokonferenz|per Video)\b")
#: A place ends where something is said about it.
_PLACE_END = re.compile(r"\s*(?:<\s?-|-+>|→|https?://|\bsoll aber\b|\(?Anleitung\b).*$", re.DOTALL)


def read_header(pages: Sequence[Page]) -> Header:
    """Read the head of minutes out of the first lines of a document."""
    lines = head_lines(pages)
    days = _days(lines)
    begin, end = _times(lines, days.evidence if days else "")
    return Header(
        kind_of_meeting=_kind(lines),
        days=days,
        place=_place(lines),
        begin=begin,
        end=end,
        present=_people(lines, _PRESENT),
        excused=_people(lines, _EXCUSED),
    )


def _named(lines: Sequence[HeadLine], names: re.Pattern[str]) -> Iterator[HeadLine]:
    return (line for line in lines if line.name and line.value and names.match(line.name))


def _days(lines: Sequence[HeadLine]) -> Read[tuple[date, date]] | None:
    """Take the date under a label, else the best of those that stand free."""
    for line in _named(lines, _DATE):
        found = _first_day(line.value)
        if found:
            return Read((found.start, found.end), 0.95, line.text, line.page)
    free = [
        (weight, line, found)
        for line in lines[:_TITLE]
        if not line.name and (found := _first_day(line.value)) and (weight := _weight(line))
    ]
    if not free:
        return None
    weight, line, best = max(free, key=lambda each: each[0])
    return Read((best.start, best.end), weight, line.text, line.page)


def _first_day(text: str) -> FoundDate | None:
    return next((found for found in find_dates(text) if found.precision is DatePrecision.DAY), None)


def _weight(line: HeadLine) -> float:
    """Return how sure it is that a date in a line without a label is the meeting's."""
    if _OTHER_DATE.search(line.text):
        return 0.0
    if line.is_heading or _KIND.search(line.text):
        return 0.85
    return 0.8 if _WHEN.search(line.text) and len(line.text) <= _LONGEST_DATE_LINE else 0.0


def _kind(lines: Sequence[HeadLine]) -> Read[str] | None:
    """Take the kind of meeting from its label, else from the first line that names one."""
    labelled = [
        line for line in lines if line.name.startswith(("art", "veranstaltung", "sitzung", "besprechung", "gremium"))
    ]
    titles = [line for line in lines[:_TITLE] if line.is_heading]
    named = (
        *((0.9, line, line.value) for line in labelled),
        *((0.75, line, line.text) for line in titles),
        *((0.6, line, line.value) for line in lines[:_TITLE]),
    )
    for confidence, line, text in named:
        found = _KIND.search(text)
        if found:
            return Read(_GENITIVE.sub("", found.group()), confidence, line.text, line.page)
    return None


def _place(lines: Sequence[HeadLine]) -> Read[str] | None:
    """Take the place from its label, else from before the date, from a title, or from "digital"."""
    for line in _named(lines, _PLACE):
        place = _PLACE_END.sub("", line.value.split("\n")[0]).strip(" ,;/")
        if place:
            return Read(place, 0.9, line.text, line.page)
    return _place_before_date(lines) or _place_in_title(lines)


def _place_before_date(lines: Sequence[HeadLine]) -> Read[str] | None:
    """Read a place as letters have it: "Neubrandenburg, Mittwoch, 12. Februar 2020"."""
    for line in lines:
        found = _first_day(line.value)
        before = line.value[: found.text_start] if found else ""
        place = _BEFORE_DATE.search(before)
        if place and not line.name:
            return Read(place["place"], 0.7, line.text, line.page)
    return None


def _place_in_title(lines: Sequence[HeadLine]) -> Read[str] | None:
    for pattern in (_IN_PLACE, _ONLINE):
        for line in lines[:_TITLE]:
            found = pattern.search(line.text)
            if found:
                return Read(found["place"] if pattern is _IN_PLACE else found.group(), 0.6, line.text, line.page)
    return None


def _times(lines: Sequence[HeadLine], date_line: str) -> tuple[Read[time] | None, Read[time] | None]:
    """Take begin and end from their labels, else from the line of the date."""
    dated = [line for line in lines if line.text == date_line]
    begins = [*_named(lines, _BEGIN), *dated]
    begin = _timed(begins, lambda times: times[0])
    ends = _timed(_named(lines, _END), lambda times: times[-1])
    return begin, ends or _timed(begins, lambda times: times[-1] if len(times) > 1 else None)


def _timed(lines: Iterable[HeadLine], choose: Callable[[list[time]], time | None]) -> Read[time] | None:
    """Choose among the times of day of the first line that has some."""
    for line in lines:
        times = [each for found in find_times(line.value) for each in (found.begin, found.end) if each]
        chosen = choose(times) if times else None
        if chosen:
            return Read(chosen, 0.9, line.text, line.page)
    return None


def _people(lines: Sequence[HeadLine], names: re.Pattern[str]) -> Read[int] | None:
    for line in _named(lines, names):
        number = count_people(line.value)
        if number is not None:
            return Read(number, 0.8, line.name, line.page)
    return None
