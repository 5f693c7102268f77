"""Headings and agenda items: under what a block stands."""

import re
from dataclasses import dataclass

from indexer.extraction.pages import Block, BlockKind

#: "TOP 3:", "Tagesordnungspunkt 3 -", "Zu TOP 3.1", "TOP 03."; the number and what it is called.
_AGENDA_ITEM = re.compile(
    r"^\s*(?:zu\s+)?(?:TOP|Top|Tagesordnungspunkt)\s*0?(?P<number>\d+(?:\.\d+)*)\s*[.:)–-]*\s*(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
#: "3. Berichte", "3.1 Wuppertal", "Zu 3.1": a numbered line that begins with a capital letter.
_NUMBERED = re.compile(r"^\s*(?:[Zz]u\s+)?(?P<number>\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(?P<title>[A-ZÄÖÜ„(].*)$", re.DOTALL)

#: A longer line is a sentence, not a heading.
LONGEST_HEADING = 110

#: A line that begins with "TOP 3" looks like an item of a list to those who know only its layout.
_MAY_BE_HEADING = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names what follows it."""

    #: Number of the agenda item ("3", "3.1"), or "".
    number: str
    #: The line as it stands in the document.
    text: str


def read_heading(block: Block) -> Heading | None:
    """Return the heading a block is, or None.

    A block is a heading if the document's layout says so, or if it is a short line that begins with "TOP n".
    A numbered line is one only where the layout says so: numbered lists look the same.
    """
    if block.kind not in _MAY_BE_HEADING or len(block.text) > LONGEST_HEADING:
        return None
    text = " ".join(block.text.split())
    item = _AGENDA_ITEM.match(text)
    if item and item["title"]:
        return Heading(item["number"], text)
    if block.kind is not BlockKind.HEADING:
        return None
    numbered = _NUMBERED.match(text)
    return Heading(numbered["number"] if numbered else "", text)
