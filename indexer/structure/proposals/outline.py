"""A document as its proposals are read from: its lines, each with its place in the whole."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.titles import file_name_title, heading_title


class Place(StrEnum):
    """Where a line stands; what stands in front speaks for the whole document."""

    TITLE = "title"
    #: The title in the file's properties, or the line that runs along the top of every page.
    RUNNING = "running"
    FILE_NAME = "file name"
    #: Beneath the title, above the first heading.
    LEAD = "lead"
    #: "Datum: …" in the head of a document.
    FIELD = "field"
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document."""

    place: Place
    text: str
    #: Page of the file, counted from 1; 0 for the file's name and properties.
    page: int
    #: What a field is called, in lower case; "" for other lines.
    label: str = ""


#: Blocks among which the head of a document stands.
_HEAD_BLOCKS = 25
#: Lines beneath a title that may tell what it is, of which none is longer than a subtitle.
_LEAD_BLOCKS, _LONGEST_LEAD = 6, 200
#: A longer paragraph is not part of the head.
_LONGEST_FIELD = 260
_FIELD = re.compile(r"^\W*(?P<label>[^\W\d_][^:|]{1,40}?)\s*[:|]\s*(?P<text>\S.*)$")
#: "Beginn: 9 Uhr · Ende: 16 Uhr", "Leitung: Koordination. Protokoll: Projektleitung Gotha".
_BESIDE = re.compile(r"(?:\s+[·•|]\s+|\t+|(?<=[a-zäöüß])[.,;]\s+)(?=[A-ZÄÖÜ][a-zäöüß]+:)")
#: Long runs of blanks say nothing and take long to search.
_BLANKS = re.compile(r"[ \u00a0]{2,}")
_LEAD_PLACES = (Place.TITLE, Place.RUNNING, Place.FILE_NAME, Place.LEAD)


@dataclass(frozen=True, slots=True)
class Outline:
    """Every line of a document, the title first."""

    lines: tuple[Line, ...]

    @property
    def front(self) -> tuple[Line, ...]:
        """Title, running title, file name and lead: what says at a glance what this is."""
        return tuple(line for line in self.lines if line.place in _LEAD_PLACES)

    @property
    def fields(self) -> tuple[Line, ...]:
        """The labelled lines of the head."""
        return self.at(Place.FIELD)

    def at(self, *places: Place) -> tuple[Line, ...]:
        """Return the lines in some places."""
        return tuple(line for line in self.lines if line.place in places)


def outline(pages: Sequence[Page], file_name: str, property_title: str) -> Outline:
    """Return the lines of a document by their places.

    Args:
        pages: The document's pages, in order.
        file_name: As its owner called it.
        property_title: The title the file's properties give, or "".
    """
    title = heading_title(pages)
    front = [Line(Place.TITLE, title.text, title.page)] if title else []
    if property_title:
        front.append(Line(Place.RUNNING, property_title, 0))
    named = file_name_title(file_name)
    if named:
        front.append(Line(Place.FILE_NAME, named, 0))
    return Outline((*front, *_running(pages), *_lines(pages, title.text if title else "")))


def _lines(pages: Iterable[Page], title: str) -> Iterator[Line]:
    """Yield every line of the pages but the title."""
    in_lead, before = True, Block(BlockKind.HEADING, title, 1)
    for place, (page, block) in enumerate(_read_blocks(pages)):
        in_lead = in_lead and place < _LEAD_BLOCKS and _may_be_lead(block, before)
        before = block
        for text in _texts(block):
            if " ".join(text.split()) != title:
                line = _line(block, text, page) if place < _HEAD_BLOCKS else _plain(block, text, page)
                in_lead = in_lead and (line.place is not Place.FIELD or place == 0)
                yield replace(line, place=Place.LEAD) if in_lead and line.place is not Place.FIELD else line


def _read_blocks(pages: Iterable[Page]) -> Iterator[tuple[int, Block]]:
    """Yield the blocks of the text itself, each with the number of its page."""
    for page in pages:
        for block in page.blocks:
            if block.kind not in (BlockKind.HEADER, BlockKind.FOOTER):
                yield page.number, block


def _may_be_lead(block: Block, before: Block) -> bool:
    """Headings that follow one another are a title and its subtitles; a lower heading with text begins the text."""
    if block.kind is BlockKind.HEADING:
        return before.kind is BlockKind.HEADING or block.level == 1
    under_subtitle = before.kind is BlockKind.HEADING and before.level > 1
    return block.kind is BlockKind.PARAGRAPH and not under_subtitle and len(block.text) <= _LONGEST_LEAD


def _texts(block: Block) -> Iterator[str]:
    """Yield a block's lines, a table's rows, and facts beside one another one by one."""
    if block.kind is BlockKind.TABLE:
        for row in block.rows:
            yield " | ".join(" ".join(cell.split()) for cell in row if cell.strip())
        return
    for line in block.text.splitlines():
        yield from (part for part in _BESIDE.split(_BLANKS.sub(" ", line)) if part.strip())


def _line(block: Block, text: str, page: int) -> Line:
    """Return a line of the head: a field where it has a label, in a table of two columns or before a colon."""
    found = _FIELD.match(text) if len(text) <= _LONGEST_FIELD else None
    if found and block.kind is not BlockKind.HEADING and " | " not in found["text"]:
        return Line(Place.FIELD, found["text"].strip(), page, found["label"].strip().casefold())
    return _plain(block, text, page)


def _plain(block: Block, text: str, page: int) -> Line:
    return Line(Place.HEADING if block.kind is BlockKind.HEADING else Place.BODY, text, page)


def _running(pages: Sequence[Page]) -> Iterator[Line]:
    """Yield the lines that run along the top of the first page."""
    for page in pages[:1]:
        for block in page.blocks:
            if block.kind is BlockKind.HEADER and block.text.strip():
                yield Line(Place.RUNNING, " ".join(block.text.split()), page.number)
