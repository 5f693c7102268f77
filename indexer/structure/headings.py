"""Headings and the numbers of agenda items: under what a block stands."""

import re
from dataclasses import dataclass

from indexer.extraction.pages import Block, BlockKind
from indexer.structure.votes import read_vote

#: "TOP 3:", "Tagesordnungspunkt 3 -", "Zu TOP 3.1", "TOP 03.", "Punkt 3:"; the number and what it is called.
_AGENDA_ITEM = re.compile(
    r"^\s*(?i:(?:#+\s*|zu\s+)?(?:TOP|Tagesordnungspunkt|Punkt(?=\s*\d+\s*:)))\s*#?0?(?P<number>\d+(?:\.\d+)*)(?!\d)\s*[.:)–-]*\s*+(?P<title>(?![a-zäöü]).*)$",
    re.DOTALL,
)
#: "3. Berichte", "3.1 Wuppertal", "Zu 3.1", "3) Berichte": a numbered line that begins with a capital letter.
_NUMBERED = re.compile(
    r"^\s*(?:[Zz]u\s+)?(?P<number>[1-9]\d?(?:\.[1-9]\d?)*)[.)]?\s+(?P<title>[A-ZÄÖÜ„(].*)$", re.DOTALL
)

_NUMBER_ALONE = re.compile(r"\s*(?:TOP|Tagesordnungspunkt)\s*\d+(?:\.\d+)*\s*[.:]?\s*$", re.IGNORECASE)

#: A longer line is a sentence, not a heading.
LONGEST_HEADING = 110

#: A line that begins with "TOP 3" looks like an item of a list to those who know only its layout.
_MAY_BE_HEADING = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM)

#: Lines set as headings though they say something themselves: "Datum: 3.4.2019", "→ …", a whole sentence.
_SAYS_ITSELF = re.compile(
    r"^(?:Art|Datum|Termin|Ort|Wann|Wo|Zeit|Uhrzeit|Beginn|Ende|Anwesend\w*|Teilnehme\w+|Entschuldigt|Protokoll\w*|Moderation|Leitung)\b[^:]{0,12}:\s*\S"
    r"|^(?:→|-+>)|[^.]{40,}\w{3,}\.$"
)


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
    if block.kind is not BlockKind.HEADING or _says_itself(text):
        return None
    numbered = _NUMBERED.match(text)
    return Heading(numbered["number"] if numbered else "", text)


def is_number_alone(block: Block) -> bool:
    """Tell whether a block is the number of an agenda item whose title stands in the line below: "TOP 1"."""
    return block.kind in _MAY_BE_HEADING and bool(_NUMBER_ALONE.match(block.text))


def is_title(block: Block) -> bool:
    """Tell whether a block may be the title of the number above it: a short line that is no sentence."""
    is_line = block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and len(block.text) <= LONGEST_HEADING
    return is_line and not block.text.rstrip().endswith(".") and "\n" not in block.text


def apart(text: str) -> tuple[str, str]:
    """Part a line into the number of an agenda item, or "", and its title."""
    found = _AGENDA_ITEM.match(text) or _NUMBERED.match(text)
    return (found["number"], found["title"].strip()) if found and found["title"] else ("", text.strip())


def _says_itself(text: str) -> bool:
    vote = read_vote(text)
    return bool(_SAYS_ITSELF.search(text)) or (vote is not None and vote.yes is not None)
