"""Partners of a site: who its papers name as one, in the three places where papers do so.

A section headed "Partner" lists them, a line "Kooperationspartner: …" does, or a table with a column "Partner". Prose
that tells of a cooperation is left alone: where the name of a partner ends in a sentence is a guess.
"""

import re
from collections.abc import Collection, Iterable, Iterator

#: Between the cells of a row, as passages hold tables.
CELL = " | "

#: A name is no longer; what is longer is a sentence.
LONGEST = 60

_PARTNER = r"(?:unsere\s+)?(?:kooperations|netzwerk|projekt)?partner(?:[:*_]?innen)?(?:\s+(?:im|vor)\s+\w+)?"
_HEADING = re.compile(rf"(?:\d+(?:\.\d+)*\.?\s+)?{_PARTNER}", re.IGNORECASE)
_LINE = re.compile(rf"{_PARTNER}\s*(?::|\|)\s*(?P<names>.+)", re.IGNORECASE)
_BULLET = re.compile(r"^[•–*-]\s+")
_BETWEEN = re.compile(r"\s*[,;]\s*|(?<!-)\s+(?:und|sowie)\s+(?=[A-ZÄÖÜ]|ein|die|der|das|zwei|drei|vier)")


def partners(heading: str, text: str, places: Collection[str]) -> tuple[str, ...]:
    """Return the partners that a passage names, in its order and words.

    Args:
        heading: The heading it stands under.
        text: Its own words, a row of a table a line.
        places: Names of the site; of a table that has a column for sites only its rows count.
    """
    lines = [_BULLET.sub("", line.strip()) for line in text.splitlines()]
    return tuple(dict.fromkeys(name for name in _named(heading, lines, places) if len(name) <= LONGEST))


def _named(heading: str, lines: list[str], places: Collection[str]) -> Iterator[str]:
    header = lines[0].split(CELL) if lines else []
    if len(header) > 1 and _HEADING.fullmatch(header[0]) and len(lines) > 1:
        yield from _column(header, lines[1:], places)
        return
    for line in lines:
        found = _LINE.fullmatch(line)
        if found:
            yield from _apart(found["names"])
        elif _HEADING.fullmatch(heading.strip()):
            yield from _apart(line)


def _column(header: list[str], rows: Iterable[str], places: Collection[str]) -> Iterator[str]:
    """Yield the first cell of each row; where a cell tells the site, of this site's rows."""
    sites = next((place for place, name in enumerate(header) if name.casefold().startswith("standort")), None)
    for row in rows:
        cells = row.split(CELL)
        if sites is None or (sites < len(cells) and _is_of(cells[sites], places)):
            yield cells[0].strip()


def _is_of(cell: str, places: Collection[str]) -> bool:
    return any(re.search(rf"\b{re.escape(place)}\b", cell, re.IGNORECASE) for place in places)


def _apart(names: str) -> Iterator[str]:
    """Yield the names of an enumeration."""
    for name in _BETWEEN.split(names.strip().rstrip(".")):
        if name.strip():
            yield name.strip()
