"""Reads PDF files."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from indexer.extraction.contents import Contents
from indexer.extraction.errors import BrokenError, LockedError, TooLargeError
from indexer.extraction.limits import MOST_PAGES, MOST_TEXT
from indexer.extraction.pages import Block, Page
from indexer.extraction.pdf.fallback import TOOL as FALLBACK_TOOL
from indexer.extraction.pdf.fallback import blocks_of_text, read_by_pypdf
from indexer.extraction.pdf.layout import lay_out
from indexer.extraction.pdf.quality import quality_of
from indexer.extraction.pdf.sheet import Sheet, read_sheet
from indexer.extraction.titles import telling_title

TOOL = f"pypdfium2 {version('pypdfium2')}"


def read_pdf(path: Path) -> Contents:
    """Read a PDF's text and layout; where the text is doubtful and pypdf's is better, read that without layout."""
    with _opened(path) as document:
        labels = [document.get_page_label(index) for index in range(len(document))]
        title = telling_title(document.get_metadata_value("Title"))
        sheets = _read(document)
    quality = quality_of("\n".join(sheet.text for sheet in sheets))
    if quality.is_doubtful and quality_of("\n".join(others := read_by_pypdf(path))) > quality:
        return Contents(_pages(map(blocks_of_text, others), labels), title, FALLBACK_TOOL)
    return Contents(_pages(lay_out(sheets), labels), title, TOOL)


def count_pdf_pages(path: Path) -> int:
    """Return the number of pages, or 0 where the file does not open."""
    try:
        with _opened(path) as document:
            return len(document)
    except (BrokenError, LockedError, TooLargeError):
        return 0


@contextmanager
def _opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF, with the empty password where it has one."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise LockedError("It opens with a password only.") from error
        raise BrokenError(str(error)) from error
    with document:
        _check_pages(len(document))
        yield document


def _check_pages(count: int) -> None:
    if not count:
        raise BrokenError("It has no pages.")
    if count > MOST_PAGES:
        raise TooLargeError(f"{count} pages are more than one file may have.")


def _read(document: pypdfium2.PdfDocument) -> list[Sheet]:
    """Return what stands on each page."""
    sheets: list[Sheet] = []
    length = 0
    for page in document:
        sheets.append(read_sheet(page))
        length += len(sheets[-1].text)
        if length > MOST_TEXT:
            raise TooLargeError(f"Its text is longer than {MOST_TEXT} characters.")
    return sheets


def _pages(pages: Iterator[Iterator[Block]], labels: list[str]) -> tuple[Page, ...]:
    """Number the pages, and label them as printed."""
    return tuple(
        Page(number, label or str(number), tuple(block for block in blocks if block.text))
        for number, (blocks, label) in enumerate(zip(pages, labels, strict=False), start=1)
    )
