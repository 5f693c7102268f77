"""Tells what the lines of a document's pages are, by what is usual in it."""

from collections.abc import Iterator, Mapping
from itertools import chain

from indexer.extraction.pages import Block, BlockKind
from indexer.extraction.pdf.lines import Bookmark, Line
from indexer.extraction.pdf.looks import Looks, looks_of
from indexer.extraction.pdf.outline import marked
from indexer.extraction.pdf.paragraphs import blocks_of
from indexer.extraction.pdf.rows import join_rows
from indexer.extraction.pdf.running import running_feet, running_heads, split_page
from indexer.extraction.pdf.sheet import Sheet
from indexer.extraction.pdf.tables import part_columns


def lay_out(sheets: list[Sheet], outline: Mapping[int, list[Bookmark]]) -> Iterator[Iterator[Block]]:
    """Yield the blocks of each page, its running lines around them and its comments at the end.

    Args:
        sheets: The pages in their order.
        outline: The bookmarks that lead to each page, counted from 0.
    """
    pages = [sheet.lines for sheet in sheets]
    looks = looks_of(chain.from_iterable(pages))
    heads, feet = running_heads(pages), running_feet(pages)
    for index, sheet in enumerate(sheets):
        head, body, foot = split_page(sheet.lines, heads, feet)
        header, footer = _running(BlockKind.HEADER, head), _running(BlockKind.FOOTER, foot)
        yield chain(header, _body(marked(body, outline.get(index, ()), looks), looks), footer, sheet.notes)


def _body(lines: list[Line], looks: Looks) -> Iterator[Block]:
    return blocks_of(join_rows(part_columns(lines)), looks) if lines else iter(())


def _running(kind: BlockKind, lines: list[Line]) -> Iterator[Block]:
    return (Block(kind, line.text) for line in lines)
