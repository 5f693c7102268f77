"""How long something takes: "90 Min.", "2–3 Std.", "eine halbe Stunde", "halber Tag"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.structure.numerals import NUMERAL, value_of

#: Minutes of a unit. A working day has eight hours; a lesson, as schools count, 45 minutes.
_UNITS: tuple[tuple[str, int], ...] = (
    (r"min(?:uten?)?\b\.?|['′]", 1),
    (r"viertelstunden?\b", 15),
    (r"(?:schul|unterrichts)stunden?\b|unterrichtseinheit(?:en)?\b|ue\b", 45),
    (r"doppelstunden?\b", 90),
    (r"(?:zeit)?stunden?\b|std\b\.?|h\b", 60),
    (r"(?:arbeits|projekt|veranstaltungs)?tage?n?\b", 480),
)
_UNIT = "|".join(f"(?P<u{number}>{pattern})" for number, (pattern, _) in enumerate(_UNITS))
_UP_TO = r"\s*(?:-|–|—|bis(?:\s+zu)?|oder)\s*"
_QUANTITY = re.compile(
    rf"(?:(?P<low>{NUMERAL}){_UP_TO})?(?P<value>{NUMERAL})?\s?-?(?:{_UNIT})",
    re.IGNORECASE,
)
#: "3 x 90 Minuten", "zweimal 60 Minuten", "drei Treffen à 2 Stunden".
_TIMES = re.compile(
    rf"(?P<times>{NUMERAL}|(?:ein|zwei|drei|vier|fünf)(?=mal))\s*-?(?:x|×|mal|[A-ZÄÖÜ]\w+\s+(?:à|a|je|zu\s+je|von\s+je))\s*$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?P<hours>\d{1,2}):(?P<minutes>\d{2})\s*(?:h|std|stunden?)\b", re.IGNORECASE)
#: "halbtägig", "zweitägig"
_WHOLE_DAYS = re.compile(r"\b(?P<days>halb|ganz|ein|zwei|drei|vier|fünf|\d{1,2}-?)tägig\w*", re.IGNORECASE)
_DAY = 480
_AND = re.compile(r"\s*(?:,|und|u\.)?\s*$")
_TO = re.compile(rf"{_UP_TO}$")
_NONE = re.compile(r"^\W*(?:keine?r?|entfällt|0)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Quantity:
    minutes: float
    unit: int
    start: int
    end: int


def read_minutes(text: str) -> int | None:
    """Return the first length of time a text names, in minutes; of "2–3 Stunden" the longer, 180.

    Times counted in weeks or months have no minutes.
    """
    if _NONE.match(text):
        return 0
    found = tuple(_quantities(text))
    if not found:
        return None
    minutes, last = found[0].minutes, found[0]
    for each in found[1:]:
        between = text[last.end : each.start]
        if _TO.fullmatch(between):
            minutes = max(minutes, each.minutes)
        elif _AND.fullmatch(between) and each.unit < last.unit:
            minutes += each.minutes
        else:
            break
        last = each
    return round(minutes)


def _quantities(text: str) -> Iterator[_Quantity]:
    """Yield the lengths of time in a text, one after the other."""
    for shape in (_CLOCK, _WHOLE_DAYS):
        found = shape.search(text)
        if found:
            yield _Quantity(_minutes_of(found), 0, *found.span())
            return
    for found in _QUANTITY.finditer(text):
        unit = next(factor for number, (_, factor) in enumerate(_UNITS) if found[f"u{number}"])
        if found["value"] or unit in (15, 90):
            value = value_of(found["value"]) if found["value"] else 1.0
            yield _Quantity(value * unit * _times(text[: found.start()]), unit, *found.span())


def _minutes_of(found: re.Match[str]) -> float:
    """Return the minutes of "1:30 h" or "zweitägig"."""
    if "hours" in found.groupdict():
        return int(found["hours"]) * 60 + int(found["minutes"])
    days = found["days"].lower().rstrip("-")
    return _DAY * (1.0 if days == "ganz" else value_of(days))


def _times(before: str) -> float:
    """Return how often the time that follows is taken."""
    found = _TIMES.search(before)
    return value_of(found["times"]) if found else 1.0
