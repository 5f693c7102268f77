"""From how many to how many: sizes of groups and ages, "8 bis 15", "ab 12", "maximal 20"."""

import re
from dataclasses import dataclass

from indexer.structure.numerals import NUMERAL, value_of

_PEOPLE = (
    r"(?:Personen|Menschen|Teilnehm\w+|TN\b|Jugendliche\w*|Kinder\w*|Leute|Erwachsene\w*|Mitwirkende\w*|Spieler\w*"
    r"|Jahre\w*|Jährige\w*|J\.)"
)
_LEAST = r"(?:ab|mindestens|mind\.|min\.|wenigstens|minimum)"
_MOST = r"(?:bis(?:\s+zu)?|höchstens|maximal|max\.|nicht\s+mehr\s+als)"

#: The first that fits is meant: what follows it tells of special cases.
_SPAN = re.compile(
    rf"(?P<low>{NUMERAL})(?:\s?-?{_PEOPLE})?\s?-?\s*(?:-|–|—|bis(?:\s+zu)?)\s*(?P<high>{NUMERAL})"
    rf"|\b{_LEAST}\s+(?P<low2>{NUMERAL})(?:\s+{_PEOPLE})?[\s,;]*(?:und\s+)?{_MOST}\s*(?P<high2>{NUMERAL})"
    rf"|(?:\b{_LEAST}\s+(?:etwa\s+|ca\.\s+|den\s+)?(?P<from>{NUMERAL}))|(?P<plus>{NUMERAL})\s?\+"
    rf"|\b{_MOST}\s*(?:etwa\s+|ca\.\s+)?(?P<to>{NUMERAL})"
    rf"|\bunter\s+(?P<under>{NUMERAL})"
    rf"|\büber\s+(?P<over>{NUMERAL})"
    rf"|(?P<exact>{NUMERAL})(?=\s*(?:$|{_PEOPLE}))",
    re.IGNORECASE,
)
#: "12 bis 27 Jahre", "ab 14 J.", "16-jährige"; tells an age in a text that is not about age alone.
_YEARS = re.compile(r"\bJahre\w*|\bJ\.|[jJ]ährig", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """From how many to how many, both included; None where it is open."""

    low: int | None
    high: int | None


_OPEN = Span(None, None)


def read_span(text: str) -> Span:
    """Return the first span of whole numbers a text names; open on both sides where it names none."""
    found = _SPAN.search(text)
    if found is None:
        return _OPEN
    number = {name: int(value_of(numeral)) for name, numeral in found.groupdict().items() if numeral}
    if "exact" in number:
        return Span(number["exact"], number["exact"])
    low = number.get("low", number.get("low2", number.get("from", number.get("plus"))))
    high = number.get("high", number.get("high2", number.get("to")))
    if "under" in number:
        high = number["under"] - 1
    if "over" in number:
        low = number["over"] + 1
    return Span(low, high)


def read_ages(text: str) -> Span:
    """Return the first span of years a text names as an age."""
    return read_span(text) if _YEARS.search(text) else _OPEN
