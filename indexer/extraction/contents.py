"""What a reader takes out of a file, and how loose blocks become pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.extraction.pages import Block, BlockKind, Page


@dataclass(frozen=True, slots=True)
class Contents:
    """What one reader found in one file."""

    pages: tuple[Page, ...]
    #: The title the file's own properties give, or "".
    title: str = ""
    #: The tool that read the text, with its version.
    tool: str = ""
    #: Who made or changed the file, as its own properties say.
    authors: tuple[str, ...] = ()


def numbered(pages: Iterable[Iterable[Block]]) -> tuple[Page, ...]:
    """Number pages from 1 in their order, and drop blocks without text."""
    return tuple(
        Page(number, str(number), tuple(block for block in blocks if block.text))
        for number, blocks in enumerate(pages, start=1)
    )


def table(rows: Iterable[Iterable[str]]) -> Block:
    """Make a table's block of its cells; rows without text are left out."""
    cells = tuple(row for row in (tuple(row) for row in rows) if any(row))
    lines = (" | ".join(" ".join(cell.split()) for cell in row) for row in cells)
    return Block(BlockKind.TABLE, "\n".join(lines), rows=cells)
