"""Writes plain text as an old editor or mail program keeps it: 72 columns, underlined headings."""

from collections.abc import Iterable
from pathlib import Path
from textwrap import indent, wrap

from documents.build.blocks import Block, Box, Heading, Item, Listing, PageBreak, Paragraph, Quote, Table, plain
from documents.build.source import Source

#: Characters a line; what mail programs wrapped at.
COLUMNS = 72
#: What underlines headings of level 1, 2 and 3.
_UNDERLINES = "=-~"


def write_utf8(source: Source, target: Path) -> None:
    """Write `source` as UTF-8 with LF."""
    target.write_text(to_text(source.blocks), encoding="utf-8", newline="\n")


def write_cp1252(source: Source, target: Path) -> None:
    """Write `source` as Windows-1252 with CRLF; a character beyond that code page is an error in the source."""
    target.write_text(to_text(source.blocks), encoding="cp1252", newline="\r\n")


def to_text(blocks: Iterable[Block]) -> str:
    """Return the blocks as wrapped lines, a blank line between two blocks."""
    return _stacked(blocks, COLUMNS) + "\n"


def _stacked(blocks: Iterable[Block], width: int) -> str:
    return "\n\n".join(text for block in blocks if (text := _block(block, width)))


def _block(block: Block, width: int) -> str:
    match block:
        case Heading():
            return _heading(block, width)
        case Paragraph(runs):
            return _wrapped(plain(runs), width)
        case Listing():
            return _listing(block, width)
        case Table():
            return _table(block, width)
        case _:
            return _frame(block, width)


def _frame(block: Quote | Box | PageBreak, width: int) -> str:
    match block:
        case Quote(blocks):
            return indent(_stacked(blocks, width - 2), "> ", lambda _: True)
        case Box(blocks):
            return f"{'*' * width}\n{_stacked(blocks, width)}\n{'*' * width}"
        case PageBreak():
            return ""


def _heading(heading: Heading, width: int) -> str:
    lines = wrap(heading.label + plain(heading.runs), width)
    underline = _UNDERLINES[min(heading.level, len(_UNDERLINES)) - 1]
    return "\n".join([*lines, underline * max(len(line) for line in lines)])


def _wrapped(text: str, width: int) -> str:
    return "\n".join(line for part in text.split("\n") for line in wrap(part, width, break_on_hyphens=False))


def _listing(listing: Listing, width: int) -> str:
    marks = (("-" if listing.start is None else f"{listing.start + place}.") for place in range(len(listing.items)))
    return "\n".join(_item(mark, item, width) for mark, item in zip(marks, listing.items, strict=True))


def _item(mark: str, item: Item, width: int) -> str:
    margin = len(mark) + 1
    text = "\n".join(_block(block, width - margin) for block in item.blocks)
    return f"{mark} {indent(text, ' ' * margin).lstrip()}"


def _table(table: Table, width: int) -> str:
    """Align the columns if the table fits; else leave the cells as long as they are."""
    cells = [[plain(cell) for cell in row] for row in table.rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    if sum(widths) + 3 * (len(widths) - 1) > width:
        widths = [0] * len(widths)
    lines = [" | ".join(map(str.ljust, row, widths)).rstrip() for row in cells]
    rule = ["-" * min(max(map(len, lines)), width)] if table.header else []
    return "\n".join([*lines[:1], *rule, *lines[1:]])
