"""A Word document written anew from what was read out of a file.

Nothing of the old file is taken over but its text: no properties, comments, tracked changes, pictures or drafts.
"""

import io
from collections.abc import Iterable
from datetime import UTC, datetime

import docx
from docx.document import Document

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.redaction.substitutions import Substitutions

#: A document's own date would tell when the file was made; all written here have the same.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_DEEPEST = 9


def written(pages: Iterable[Page], substitutions: Substitutions) -> bytes:
    """Return a Word document with the text of pages, the substitutions made."""
    document = docx.Document()
    for page in pages:
        for block in page.blocks:
            _write(document, block, substitutions)
    properties = document.core_properties
    properties.author = properties.comments = properties.title = properties.last_modified_by = ""
    properties.created = properties.modified = _MADE
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _write(document: Document, block: Block, substitutions: Substitutions) -> None:
    if block.rows:
        _write_table(document, block.rows, substitutions)
        return
    text = substitutions.apply(block.text)
    if block.kind is BlockKind.HEADING:
        document.add_heading(text, min(max(block.level, 1), _DEEPEST))
    else:
        document.add_paragraph(text, style="List Bullet" if block.kind is BlockKind.ITEM else None)


def _write_table(document: Document, rows: tuple[tuple[str, ...], ...], substitutions: Substitutions) -> None:
    table = document.add_table(len(rows), max(map(len, rows)))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(number, column).text = substitutions.apply(cell)
