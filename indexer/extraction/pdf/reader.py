"""Reads PDF files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from indexer.extraction.contents import Contents
from indexer.extraction.errors import BrokenError, LockedError, TooLargeError
from indexer.extraction.limits import MOST_TEXT
from indexer.extraction.pages import Block, Page
from indexer.extraction.pdf.fallback import TOOL as FALLBACK_TOOL
from indexer.extraction.pdf.fallback import blocks_of_text, read_by_pypdf
from indexer.extraction.pdf.fields import read_fields
from indexer.extraction.pdf.layout import lay_out
from indexer.extraction.pdf.lines import Bookmark
from indexer.extraction.pdf.opening import opened
from indexer.extraction.pdf.outline import read_outline
from indexer.extraction.pdf.properties import authors_of, title_of
from indexer.extraction.pdf.quality import quality_of
from indexer.extraction.pdf.sheet import EMPTY, Sheet, read_sheet
from indexer.extraction.pdf.telling import told

TOOL = f"pypdfium2 {version('pypdfium2')}"


@dataclass(frozen=True, slots=True)
class _Document:
    """A PDF as read."""

    sheets: list[Sheet]
    #: What is printed as each page's number.
    labels: list[str]
    title: str
    authors: tuple[str, ...]
    #: The bookmarks that lead to each page, counted from 0.
    outline: Mapping[int, list[Bookmark]]
    #: What was filled into each page's fields, likewise.
    fields: Mapping[int, list[Block]]


def read_pdf(path: Path) -> Contents:
    """Read a PDF's text and layout; where the text is doubtful and pypdf's is better, read that without layout."""
    document = _read(path)
    quality = quality_of("\n".join(sheet.text for sheet in document.sheets))
    if quality.is_doubtful and quality_of("\n".join(others := read_by_pypdf(path))) > quality:
        return Contents(_pages(map(blocks_of_text, others), document), document.title, FALLBACK_TOOL, document.authors)
    return Contents(
        _pages(lay_out(document.sheets, document.outline), document), document.title, TOOL, document.authors
    )


def _read(path: Path) -> _Document:
    """Read what the file has, before it is known what its lines are."""
    with opened(path) as document:
        return _Document(
            labels=[told(partial(document.get_page_label, index)) for index in range(len(document))],
            title=title_of(document, path),
            authors=authors_of(document, path),
            outline=read_outline(document),
            fields={} if document.get_formtype() == raw.FORMTYPE_NONE else read_fields(path),
            sheets=_sheets(document),
        )


def count_pdf_pages(path: Path) -> int:
    """Return the number of pages, or 0 where the file does not open."""
    try:
        with opened(path) as document:
            return len(document)
    except (BrokenError, LockedError, TooLargeError):
        return 0


def count_attachments(path: Path) -> int:
    """Return the number of files embedded in a PDF."""
    with opened(path) as document:
        return int(document.count_attachments())


def _sheets(document: pypdfium2.PdfDocument) -> list[Sheet]:
    """Return what stands on each page; a damaged page is empty, as long as another is whole."""
    sheets: list[Sheet] = []
    length = 0
    for index in range(len(document)):
        sheets.append(_sheet(document, index))
        length += len(sheets[-1].text)
        if length > MOST_TEXT:
            raise TooLargeError(f"Its text is longer than {MOST_TEXT} characters.")
    if all(sheet is EMPTY for sheet in sheets):
        raise BrokenError("None of its pages can be read.")
    return sheets


def _sheet(document: pypdfium2.PdfDocument, index: int) -> Sheet:
    try:
        return read_sheet(document[index])
    except pypdfium2.PdfiumError:
        return EMPTY


def _pages(pages: Iterator[Iterator[Block]], document: _Document) -> tuple[Page, ...]:
    """Number the pages, label them as printed, and put what was filled in at their end."""
    return tuple(
        Page(index + 1, label or str(index + 1), tuple(_with_text(blocks, document.fields.get(index, ()))))
        for index, (blocks, label) in enumerate(zip(pages, document.labels, strict=False))
    )


def _with_text(*groups: Iterable[Block]) -> Iterator[Block]:
    return (block for block in chain.from_iterable(groups) if block.text)
