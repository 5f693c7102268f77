"""Cuts a text into stretches that are read each on its own, and remembers what was read of each.

Nearly all stretches are what stands between two spaces, and nearly all of them were read before: a text is then read by
looking up its stretches. What reaches over a space is one stretch: "6. November 2018", "§ 13", "Bewohner/ -innen".
"""

import re
from collections.abc import Iterator

from indexer.analysis.dates import DATE

#: Where something may reach over white space: a date, or …
_MAY_REACH = re.compile(r"[\d§/](?:(?<=\d)\.(?:[-–/]|und|bis)?\s|(?<!\d)\s)")
#: … surely a section sign to its number and a slash to the ending after it.
_REACHING = re.compile(r"[§/]\s")

_SPACE = re.compile(r"\s")


def stretches(text: str) -> list[str]:
    """Return the stretches of a normalised text in their order.

    Between two of them there is white space, and no word or date stands in both. Only an incomplete word ("Kinder- und
    Jugendarbeit") has to do with what stands in others.
    """
    if not _MAY_REACH.search(text):
        return text.split()
    found, at = [], 0
    for begin, end in _joined(text):
        found += text[at:begin].split()
        found.append(text[begin:end])
        at = end
    return found + text[at:].split()


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of stretches that hold white space."""
    begin = end = 0
    for start, stop in sorted(_reaching(text)):
        if start >= end:
            if end:
                yield begin, end
            begin = max((space.end() for space in _SPACE.finditer(text, end, start)), default=end)
        space = _SPACE.search(text, max(end, stop))
        end = space.start() if space else len(text)
    if end:
        yield begin, end


def _reaching(text: str) -> Iterator[tuple[int, int]]:
    """Yield where something begins before white space, and where it ends after it."""
    for match in DATE.finditer(text):
        if len(match.group().split()) > 1:
            yield match.span()
    for match in _REACHING.finditer(text):
        if match.end() < len(text) and not text[match.end()].isspace():
            yield match.start(), match.end() + 1
