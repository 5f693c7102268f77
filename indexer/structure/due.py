"""Finds due dates as minutes word them, and resolves them against the date of the meeting."""

import re
from dataclasses import dataclass
from datetime import date

from indexer.structure.deadlines import last_day
from indexer.structure.notations import DASH, MONTH_NAME, SPACE, WEEKDAY, YEAR
from indexer.structure.wording import any_of

_DATE = (
    rf"(?:{WEEKDAY},?{SPACE}*(?:den{SPACE}+)?)?"
    rf"(?:\d{{1,2}}\.{SPACE}?(?:{DASH}{SPACE}?\d{{1,2}}\.{SPACE}?)?(?:\d{{1,2}}\.(?:{SPACE}?{YEAR}|\d\d(?!\d))?|{MONTH_NAME}(?:{SPACE}*{YEAR})?)"
    rf"|{YEAR}-\d\d-\d\d)"
)
_MONTH = (
    rf"(?:(?:Anfang|Mitte|Ende){SPACE}+)?(?:{MONTH_NAME}|des{SPACE}+Jahres|Jahr(?:es)?ende|{YEAR})(?:{SPACE}*{YEAR})?"
)
_WEEK = rf"(?:Ende{SPACE}+)?(?:KW|Kalenderwoche){SPACE}*\d{{1,2}}(?:{SPACE}*/?{SPACE}*{YEAR})?"
_NTH = r"(?:[1-4]\.|erste[sn]|zweite[sn]|dritte[sn]|vierte[sn])"
_QUARTER = rf"(?:Ende{SPACE}+)?(?:Q[1-4]|{_NTH}{SPACE}*Quartal)(?:{SPACE}*/?{SPACE}*{YEAR})?"
_SEASON = rf"(?:Frühjahr|Frühling|Sommer|Herbst|Winter|Jahreswechsel)(?:{SPACE}+{YEAR})?"
#: "zum nächsten Standorttreffen", "nächste Woche", "Freitag nächster Woche", "zum Standorttreffen im Mai".
_RELATIVE = (
    rf"(?:(?:{WEEKDAY}|Ende|Anfang|Mitte){SPACE}+)?(?:nächste|kommende|diese)[nrsm]?{SPACE}+\w[\w-]*(?:{SPACE}+\d{{4}})?"
    rf"|(?:zum|zur|zu{SPACE}+den){SPACE}+(?-i:[A-ZÄÖÜ])[\w-]+(?:{SPACE}+(?:im|in){SPACE}+\w+)?"
    rf"|{WEEKDAY}(?=[.,;)]|\Z)|(?:über)?morgen\b|heute\b"
)
_POINT = rf"(?:{_DATE}|{_WEEK}|{_QUARTER}|{_MONTH}|{_SEASON}|{_RELATIVE})"
#: What may stand between "bis" and the day.
_FILLER = rf"(?:(?:spätestens|zum|zur|zu|den|dem|einschließlich|voraussichtlich|ca\.){SPACE}+)*"

#: Wordings that name no day.
_SOME_DAY = any_of(
    *("zeitnah", "(?:fort)?laufend", "dauerhaft", "umgehend", "schnellstmöglich", "baldmöglichst", "sofort"),
    rf"so{SPACE}+bald{SPACE}+wie{SPACE}+möglich",
)
_DUE = re.compile(
    # "bis 20.05.2019"; behind a number it is the end of a span: "21. bis 22. April"
    rf"(?<!\d\.{SPACE})(?:\bbis{SPACE}+{_FILLER}{_POINT})"
    # with a word for it, as in „Frist: 30. September“ and „Frist ist der 26.02.2021“
    rf"|\b(?:Frist|Termin|fällig|Fälligkeit|spätestens)(?:{SPACE}+ist)?:?{SPACE}*(?:(?:der|am|bis|zum|den){SPACE}+)*{_POINT}"
    rf"|\bin{SPACE}+{_WEEK}|\bQ[1-4]{SPACE}?/{SPACE}?{YEAR}"
    rf"|\b(?:beim|zum|auf{SPACE}+dem){SPACE}+(?:nächsten|kommenden){SPACE}+\w+"
    rf"|\b{_SOME_DAY}\b",
    re.IGNORECASE,
)
#: What introduces a due date and is no part of its wording.
_INTRODUCTION = re.compile(
    rf"(?:Frist|Termin|fällig|Fälligkeit)(?:{SPACE}+ist)?:?{SPACE}*(?:(?:der|am|den){SPACE}+)*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Due:
    """By when something is to be done."""

    #: None where the wording names no day ("bis zum nächsten Standorttreffen", "zeitnah").
    day: date | None
    #: As it is written.
    wording: str


def find_due(text: str, meeting: date | None) -> Due | None:
    """Find the due date in a sentence or table cell, or return None.

    Args:
        text: What someone is to do.
        meeting: The (first) day of the meeting; a day without a year lies within the twelve months from it on.
    """
    found = list(_DUE.finditer(text))
    if not found:
        return None
    # The last one counts: "meldet das Thema für die Tagesordnung im April an (bis 01.03.2019)".
    wording = _INTRODUCTION.sub("", found[-1].group(), count=1).strip()
    return Due(last_day(wording, meeting), wording)


def read_due(cell: str, meeting: date | None) -> Due | None:
    """Read a text that is a due date as a whole, such as a cell under "Bis wann"; None where it is empty."""
    wording = " ".join(cell.split()).rstrip(";,")
    return Due(last_day(wording, meeting), wording) if wording.strip("-–—/ ") else None
