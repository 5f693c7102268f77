"""A second opinion on a PDF whose text came out doubtful."""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pypdf
from pypdf.errors import PyPdfError

from indexer.extraction.flow import blocks_of_lines
from indexer.extraction.pages import Block
from indexer.extraction.pdf.repair import repair

#: pypdf reads 16 pages a second; more pages would use up the time of a document.
MOST_PAGES = 100
TOOL = f"pypdf {version('pypdf')}"


def read_by_pypdf(path: Path) -> list[str]:
    """Return the raw text of each page, or nothing where pypdf cannot read the file or it is long."""
    try:
        with pypdf.PdfReader(path) as reader:
            return [page.extract_text() for page in reader.pages] if len(reader.pages) <= MOST_PAGES else []
    except (PyPdfError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError, AttributeError):
        return []


def blocks_of_text(text: str) -> Iterator[Block]:
    """Yield the blocks of a page's raw text."""
    return blocks_of_lines(repair(line) for line in text.splitlines())
