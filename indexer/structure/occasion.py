"""What the head of minutes says that the rest of them is read by: the day, and the names of those who came."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.extraction.pages import Page
from indexer.structure.head_lines import head_lines, is_attendance
from indexer.structure.header import read_header

_ASIDE = re.compile(r"\([^)]*\)?")
_ENTRY_BREAK = re.compile(r"\s*[,;]\s*|\s+und\s+")
#: Capitalised words and nothing else; an entry with other words tells of something.
_ENTRY = re.compile(r"\W*(?:[A-ZÄÖÜ][\w.-]*\s*){1,4}")
_NAME = re.compile(r"[A-ZÄÖÜ][\w-]+")
#: Words of an entry that name nobody.
_TITLES = frozenset({"Herr", "Frau", "Hr", "Fr", "Dr", "Prof", "Team", "Gast", "Gäste"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a meeting was, and who was there."""

    #: The meeting's (first) day, if it is known.
    day: date | None = None
    #: First and last names of those the attendance list names; to read by, never to be kept.
    people: frozenset[str] = frozenset()


def read_occasion(pages: Sequence[Page]) -> Occasion:
    """Read the day of a meeting and the names of those who came out of the head of its minutes."""
    return Occasion(read_header(pages).start, frozenset(_names(pages)))


def _names(pages: Sequence[Page]) -> Iterator[str]:
    """Yield the names in the lists of who came; entries that count people, or tell of something, name nobody."""
    for line in head_lines(pages):
        if is_attendance(line.name):
            for text in line.value.split("\n"):
                yield from _named(_ASIDE.sub("", text))


def _named(text: str) -> Iterator[str]:
    """Yield the names in a line of the list; one with a number counts people."""
    if any(letter.isdigit() for letter in text):
        return
    for entry in _ENTRY_BREAK.split(text.strip()):
        if _ENTRY.fullmatch(entry):
            yield from (name for name in _NAME.findall(entry) if name not in _TITLES)
