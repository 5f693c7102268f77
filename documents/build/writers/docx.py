"""Writes DOCX as an office would: styles, real lists, tables with a header row, page header and footer."""

from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Twips
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from documents.build.blocks import Block, Box, Heading, Listing, PageBreak, Paragraph, Quote, Runs, Table
from documents.build.source import Source
from documents.build.tables import column_shares
from documents.build.writers.packages import settle_package
from documents.build.writers.word_furniture import furnish
from documents.build.writers.word_looks import apply_look, look_of
from documents.build.writers.word_numbering import Numbering, indent_of

#: Where blocks can be written.
Place = Document | _Cell

#: Centimetres of an A4 page's width.
_PAGE_WIDTH = 21.0


_THIN_RULES = f"""<w:tblBorders {nsdecls("w")}>{
    "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="9A9A9A"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
}</w:tblBorders>"""


def write(source: Source, target: Path) -> None:
    """Write `source` as DOCX."""
    WordWriter(source).save(target)


class WordWriter:
    """Writes one source into one Word document."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.look = look_of(source)
        self.document: Document = docx.Document()
        self.numbering = Numbering(self.document)
        self.width = _PAGE_WIDTH - 2 * self.look.margin
        apply_look(self.document, self.look)
        furnish(self.document, source, self.look)

    def save(self, target: Path) -> None:
        """Write all blocks and save the document."""
        self.write_blocks(self.document, self.source.blocks)
        self.document.save(str(target))
        settle_package(target, self.source.moment)

    def write_blocks(self, place: Place, blocks: Sequence[Block]) -> None:
        """Write blocks one after the other into the document or a table cell."""
        for block in blocks:
            self.write_block(place, block)

    def write_block(self, place: Place, block: Block) -> None:
        """Write one block."""
        match block:
            case Heading():
                self.write_heading(place, block)
            case Paragraph(runs):
                add_runs(place.add_paragraph(), runs)
            case Listing():
                self.write_listing(place, block, 0)
            case _:
                self.write_rarer_block(place, block)

    def write_rarer_block(self, place: Place, block: Block) -> None:
        """Write a block of the less frequent sorts."""
        match block:
            case Table():
                self.write_table(place, block)
            case Box(blocks):
                self.write_box(place, blocks)
            case Quote(blocks):
                self.write_quote(place, blocks)
            case PageBreak():
                self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def write_heading(self, place: Place, heading: Heading) -> None:
        """Write a heading with its visible number."""
        paragraph = place.add_paragraph(heading.label, f"Heading {min(heading.level, 3)}")
        add_runs(paragraph, heading.runs)

    def write_listing(self, place: Place, listing: Listing, level: int) -> None:
        """Write a list and the lists nested in it; levels count from 0."""
        numbering = self.numbering.bullets if listing.start is None else self.numbering.new_list(listing.start)
        style = "List Bullet" if listing.start is None else "List Number"
        for item in listing.items:
            for position, block in enumerate(item.blocks):
                if isinstance(block, Listing):
                    self.write_listing(place, block, level + 1)
                elif isinstance(block, Paragraph):
                    paragraph = add_runs(place.add_paragraph("", style), block.runs)
                    self._set_in(paragraph, level) if position else self.numbering.mark(paragraph, numbering, level)

    def write_table(self, place: Place, table: Table) -> WordTable:
        """Write a table with a repeated, tinted header row."""
        grid = add_grid(place, len(table.rows), len(table.rows[0]), self.width)
        shares = column_shares(table)
        for column, share in zip(grid.columns, shares, strict=True):
            column.width = Cm(self.width * share)
        for row, cells in zip(grid.rows, table.rows, strict=True):
            for cell, runs, share in zip(row.cells, cells, shares, strict=True):
                cell.width = Cm(self.width * share)
                add_runs(cell.paragraphs[0], runs).paragraph_format.space_after = Twips(40)
                cell.paragraphs[0].paragraph_format.alignment = 0
            forbid_break(row)
        if table.header:
            self._make_header(grid.rows[0])
        self.space(place)
        return grid

    def write_box(self, place: Place, blocks: Sequence[Block]) -> None:
        """Write framed text as a one-cell table."""
        cell = add_grid(place, 1, 1, self.width).cell(0, 0)
        tint(cell, self.look.tint)
        self.fill(cell, blocks)
        self.space(place)

    def fill(self, cell: _Cell, blocks: Sequence[Block]) -> None:
        """Write blocks into a cell, without the empty paragraph every new cell has."""
        empty = cell.paragraphs[0]._p  # noqa: SLF001 - python-docx cannot remove paragraphs
        self.write_blocks(cell, blocks)
        if empty.getnext() is not None:
            empty.getparent().remove(empty)

    def write_quote(self, place: Place, blocks: Sequence[Block]) -> None:
        """Write somebody's words in the style for quotations."""
        for block in blocks:
            if isinstance(block, Paragraph):
                paragraph = add_runs(place.add_paragraph("", "Quote"), block.runs)
                paragraph.paragraph_format.left_indent = Cm(1)
            else:
                self.write_block(place, block)

    def _make_header(self, row: _Row) -> None:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no header rows
        for cell in row.cells:
            tint(cell, self.look.tint)
            for run in cell.paragraphs[0].runs:
                run.bold = True

    def space(self, place: Place) -> None:
        """Set the next block off; a cell does so by itself, for it cannot end with a table."""
        if isinstance(place, Document):
            place.add_paragraph().paragraph_format.space_after = Twips(0)

    def _set_in(self, paragraph: WordParagraph, level: int) -> None:
        self.numbering.mark(paragraph, 0, 0)
        paragraph.paragraph_format.left_indent = Twips(indent_of(level))


def add_runs(paragraph: WordParagraph, runs: Runs) -> WordParagraph:
    """Write runs into a paragraph and return it."""
    for run in runs:
        written = paragraph.add_run(run.text)
        written.bold, written.italic = run.bold or None, run.italic or None
    return paragraph


def add_grid(place: Place, rows: int, columns: int, width: float) -> WordTable:
    """Add an empty ruled table `width` centimetres wide."""
    grid = place.add_table(rows, columns)
    grid.style = "Table Grid"
    grid.autofit = False
    for column in grid.columns:
        column.width = Cm(width / columns)
    grid._tbl.tblPr.insert_element_before(parse_xml(_THIN_RULES), "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")  # noqa: SLF001 - no API
    return grid


def tint(cell: _Cell, colour: str) -> None:
    """Colour a cell's ground."""
    shading = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - python-docx offers no shading


def forbid_break(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx offers no such setting


def drop_rules(grid: WordTable) -> None:
    """Take the ruled lines off a table."""
    for rules in grid._tbl.tblPr.findall(qn("w:tblBorders")):  # noqa: SLF001 - python-docx has no rules
        grid._tbl.tblPr.remove(rules)  # noqa: SLF001


def drop_table(grid: WordTable) -> None:
    """Take a table out of its document."""
    for place in grid._tbl.iterancestors():  # noqa: SLF001 - python-docx cannot remove tables
        place.remove(grid._tbl)  # noqa: SLF001
        return
