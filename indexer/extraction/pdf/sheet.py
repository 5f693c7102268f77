"""A page of a PDF as the file has it, before it is known what its lines are."""

from dataclasses import dataclass

import pypdfium2

from indexer.extraction.pages import Block
from indexer.extraction.pdf.annotations import read_annotations
from indexer.extraction.pdf.letters import Letters
from indexer.extraction.pdf.lines import Line, read_lines


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one page."""

    #: The text as pdfium gives it.
    text: str
    lines: list[Line]
    #: Comments.
    notes: list[Block]


#: A page that cannot be read.
EMPTY = Sheet("", [], [])


def read_sheet(page: pypdfium2.PdfPage) -> Sheet:
    """Read a page, and free it."""
    letters = Letters(page.get_textpage())
    sheet = Sheet(letters.text, read_lines(letters), read_annotations(page))
    page.close()
    return sheet
