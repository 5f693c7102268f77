"""Finds the lines that repeat at the top and the bottom of the pages, and those that number a page."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from indexer.extraction.pdf.lines import Line

#: One page tells nothing about what repeats; of two, a line must stand on both.
FEWEST_PAGES = 2
#: Lines at either end of a page that may be running ones.
DEPTH = 2
#: Share of the pages on which a line must stand.
SHARE = 0.5

_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")

#: What numbers its own page, and needs no other page to be known by.
_PAGE_NUMBER = re.compile(r"(?:^|\s)(?:Seite|Page) \d+ (?:von|of) \d+$|^(?:Seite|Page) \d+$")

#: How a running line looks: its text with numbers masked, and the height of its letters in whole points. So a title is
#: not taken for the running line that repeats it in small print.
Look = tuple[str, int]


def running_heads(pages: list[list[Line]]) -> frozenset[Look]:
    """Return the looks of lines that stand among the first lines of half of the pages."""
    return _repeated([_ends(page)[0] for page in pages])


def running_feet(pages: list[list[Line]]) -> frozenset[Look]:
    """Return the looks of lines that stand among the last lines of half of the pages."""
    return _repeated([_ends(page)[1] for page in pages])


def split_page(
    page: list[Line], heads: frozenset[Look], feet: frozenset[Look]
) -> tuple[list[Line], list[Line], list[Line]]:
    """Return the running lines at the top, the text, and the running lines at the bottom."""
    first, last = _ends(page)
    head = [line for line in first if _look(line) in heads]
    numbering = {round(line.bottom) for line in last if _PAGE_NUMBER.search(line.text.strip())}
    running = [line for line in last if _look(line) in feet or round(line.bottom) in numbering]
    foot = [line for line in running if line not in head]
    return head, [line for line in page if line not in head and line not in foot], foot


def masked(text: str) -> str:
    """Return a text with every number as "#": "Seite 3 von 9" repeats as "Seite # von #"."""
    return _DIGITS.sub("#", text)


def _look(line: Line) -> Look:
    return masked(line.text), round(line.size)


def _repeated(ends: Iterable[list[Line]]) -> frozenset[Look]:
    """Return the looks that stand on enough pages."""
    ends = list(ends)
    if len(ends) < FEWEST_PAGES:
        return frozenset()
    counts = Counter(chain.from_iterable({_look(line) for line in lines} for lines in ends))
    return frozenset(look for look, count in counts.items() if count >= max(len(ends) * SHARE, 2))


def _ends(page: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return the topmost and the lowest lines of a page, by their place and not by their order in the file."""
    heights = sorted({round(line.bottom) for line in page})
    low, high = heights[:DEPTH], heights[-DEPTH:]
    return (
        [line for line in page if round(line.bottom) in high],
        [line for line in page if round(line.bottom) in low],
    )
