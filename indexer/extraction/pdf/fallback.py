"""A second opinion on a PDF whose text came out doubtful."""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pypdf

from indexer.extraction.flow import blocks_of_lines
from indexer.extraction.pages import Block
from indexer.extraction.pdf.asking import ask_pypdf
from indexer.extraction.pdf.repair import repair

#: pypdf reads 16 pages a second; more pages would use up its time.
MOST_PAGES = 100
TOOL = f"pypdf {version('pypdf')}"


def read_by_pypdf(path: Path) -> list[str]:
    """Return the raw text of each page, or nothing where pypdf cannot read the file or it is long."""
    return ask_pypdf(path, _texts, [])


def _texts(reader: pypdf.PdfReader) -> list[str]:
    return [page.extract_text() for page in reader.pages] if len(reader.pages) <= MOST_PAGES else []


def blocks_of_text(text: str) -> Iterator[Block]:
    """Yield the blocks of a page's raw text."""
    return blocks_of_lines(repair(line) for line in text.splitlines())
