"""Walks over a document's body: every paragraph, table, text box and note, in the order of the text."""

from collections.abc import Iterator

from docx.opc.part import Part

from indexer.extraction.contents import table
from indexer.extraction.docx.embedded import blocks_of_part
from indexer.extraction.docx.inline import PAGE_BREAK, is_prompt, shown_part
from indexer.extraction.docx.notes import Notes
from indexer.extraction.docx.paragraphs import Paragraph, ParagraphReader
from indexer.extraction.elements import Element, attribute, child, local
from indexer.extraction.pages import Block, BlockKind

#: Elements around blocks, rows and cells that change nothing about them.
WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"})
#: Section breaks after which no page begins.
SAME_PAGE = ("continuous", "nextColumn")

#: A block, or PAGE_BREAK between two.
Step = Block | str


class Walker:
    """Reads the blocks of one part of a document."""

    def __init__(self, part: Part, paragraphs: ParagraphReader, notes: Notes) -> None:
        self._part = part
        self._paragraphs = paragraphs
        self._notes = notes

    def walk(self, element: Element) -> Iterator[Step]:
        """Yield the blocks of a body, cell, note, header or text box, and the page breaks."""
        for each in unwrapped(element):
            if local(each) == "p":
                yield from self._paragraph(each)
            elif local(each) == "tbl":
                yield from self._table(each)
            elif local(each) == "altChunk":
                yield from blocks_of_part(self._part, shown_part(each))

    def _paragraph(self, element: Element) -> Iterator[Step]:
        """Yield a paragraph, in parts where a page ends in it, and what hangs on it."""
        paragraph = self._paragraphs.read(element)
        yield from _parts(paragraph)
        for box in paragraph.boxes:
            yield from self.walk(box)
        for reference in paragraph.parts:
            yield from blocks_of_part(self._part, reference)
        for note in self._notes.of(paragraph.notes):
            yield Block(BlockKind.NOTE, _text(self.walk(note)))
        section = child(element, "pPr", "sectPr")
        if section is not None and attribute(child(section, "type")) not in SAME_PAGE:
            yield PAGE_BREAK

    def _table(self, element: Element) -> Iterator[Step]:
        """Yield a table; one of a single column is a frame around its text."""
        rows = [[list(self.walk(cell)) for cell in _cells(row)] for row in _rows(element)]
        if all(len(row) <= 1 for row in rows):
            for row in rows:
                for cell in row:
                    yield from cell
        else:
            yield from _table_parts(rows)


def _table_parts(rows: list[list[list[Step]]]) -> Iterator[Step]:
    """Yield a table, in parts where a page begins with or in one of its rows."""
    part: list[list[str]] = []
    for row in rows:
        breaks = any(PAGE_BREAK in cell for cell in row)
        begins_page = any(cell and cell[0] == PAGE_BREAK for cell in row)
        if begins_page:
            yield from (table(part), PAGE_BREAK)
            part = []
        part.append([_text(cell) for cell in row])
        if breaks and not begins_page:
            yield from (table(part), PAGE_BREAK)
            part = []
    yield table(part)


def _parts(paragraph: Paragraph) -> Iterator[Step]:
    """Yield a paragraph's text between page breaks."""
    for index, part in enumerate(paragraph.text.split(PAGE_BREAK)):
        if index:
            yield PAGE_BREAK
        if text := part.strip():
            yield Block(paragraph.kind, text, paragraph.level)


def _text(steps: list[Step] | Iterator[Step]) -> str:
    """Return the text of some blocks, a block a line."""
    return "\n".join(step.text for step in steps if isinstance(step, Block))


def _rows(element: Element) -> Iterator[Element]:
    """Yield a table's rows without the deleted ones."""
    rows = (each for each in unwrapped(element) if local(each) == "tr")
    return (row for row in rows if child(row, "trPr", "del") is None)


def _cells(row: Element) -> Iterator[Element]:
    return (each for each in unwrapped(row) if local(each) == "tc")


def unwrapped(element: Element) -> Iterator[Element]:
    """Yield an element's children, and in place of a wrapper what it holds."""
    for each in element:
        if local(each) not in WRAPPERS:
            yield each
        elif not is_prompt(each):
            yield from unwrapped(each)
