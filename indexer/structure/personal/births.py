"""Dates of birth."""

import re
from collections.abc import Iterator

from indexer.structure.dates import find_dates
from indexer.structure.personal.datum import PersonalKind, Span

_BORN = re.compile(
    r"(?<!\w)(?:geb\.|geboren(?:\s+am)?|Geburtsdatum|Geburtstag|Geb\.?-?\s?Dat(?:um|\.)?|GebDat|\*)\s*(?:am\s+)?[:|]?\s*",
    re.IGNORECASE,
)
_CLOSE = 3


def find_births(text: str) -> Iterator[Span]:
    """Yield dates that follow a word for birth, the word included."""
    for word in _BORN.finditer(text):
        near = text[word.end() : word.end() + 30]
        for date in find_dates(near)[:1]:
            if date.text_start <= _CLOSE:
                yield Span(PersonalKind.BIRTH_DATE, word.start(), word.end() + date.text_end)
