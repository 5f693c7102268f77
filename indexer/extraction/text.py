"""Reads plain text."""

from pathlib import Path

from indexer.extraction.contents import Contents, numbered
from indexer.extraction.decoding import decode, read_bytes
from indexer.extraction.flow import blocks_of_lines


def read_plain(path: Path) -> Contents:
    """Read plain text; a form feed begins a page."""
    pages = decode(read_bytes(path)).split("\f")
    return Contents(numbered(blocks_of_lines(page.split("\n")) for page in pages))
