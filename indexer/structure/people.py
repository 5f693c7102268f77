"""Counts people in the lines of minutes that say who came; names are counted, never kept."""

import re

_NOBODY = re.compile(r"^\W*(?:niemand|keine?r?|-+|–)\W*$", re.IGNORECASE)
_ESTIMATE = re.compile(r"\b(?:zwischen|rund|etwa|circa|mehr als|über|bis zu)\b|\bca\.", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)")
#: "aus 14 Standorten" counts no people.
_ORIGIN = re.compile(
    r"\b(?:aus|von|in|an|alle)\s+(?:den\s+)?\d+\s+\w+|\b\d+\s+(?:vertretene[nr]?\s+)?(?:Standorte?n?|Quartiere?n?|Länder[n]?|Uhr)\b|\d{1,2}[:.]\d\d"
)
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?![\w.,]*\d)")
#: "33 Personen: 26 …, 4 …": the sum stands before the colon.
_SUM = re.compile(r"^\D{0,20}(?P<sum>\d{1,3})\s+\w+\s*:")
_NAME_BREAK = re.compile(r"\s*[,;\n]\s*|\s+und\s+")


def count_people(text: str) -> int | None:
    """Return how many people a line names or counts, or None where it gives no exact number."""
    if _NOBODY.match(text):
        return 0
    if _ESTIMATE.search(text):
        return None
    total = _SUM.match(text)
    if total:
        return int(total["sum"])
    counted = [int(number) for number in _NUMBER.findall(_ORIGIN.sub("", _ASIDE.sub("", text)))]
    if counted:
        return sum(counted)
    names = [part for part in _NAME_BREAK.split(_ASIDE.sub("", text)) if any(letter.isalpha() for letter in part)]
    return len(names) or None
