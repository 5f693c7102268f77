"""Lines of Markdown become blocks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from indexer.extraction.contents import table
from indexer.extraction.flow import join_flowing
from indexer.extraction.markdown.inline import plain
from indexer.extraction.markdown.lines import (
    BOLD,
    BOX,
    DIVIDER,
    FENCE,
    HEADING,
    ITEM,
    LINK_TARGET,
    NOTE,
    ROW,
    RULE,
    UNDERLINE,
    begins_block,
    cells,
)
from indexer.extraction.normal import BULLET
from indexer.extraction.pages import Block, BlockKind

#: Columns an item is indented by for each level.
INDENT = 2
BOXES = {" ": "☐", "x": "☑", "X": "☑"}


@dataclass(slots=True)
class Cursor:
    """A place in the lines of a text."""

    lines: list[str]
    #: The width at which the text was broken, or 0.
    width: int
    #: Columns at which the items around the place begin, outermost first.
    indents: list[int]
    at: int = 0

    def peek(self, ahead: int = 0) -> str:
        """Return a line without moving on; "" behind the end."""
        return self.lines[self.at + ahead] if self.at + ahead < len(self.lines) else ""

    def take(self) -> str:
        """Return the line and move on."""
        self.at += 1
        return self.lines[self.at - 1]

    def has_more(self) -> bool:
        """Tell whether there is another line."""
        return self.at < len(self.lines)

    def take_paragraph(self) -> list[str]:
        """Take the lines up to the next block, at least none."""
        taken: list[str] = []
        while self.has_more() and not begins_block(self.peek()):
            taken.append(self.take())
        return taken


def blocks_of_markdown(lines: list[str], width: int) -> Iterator[Block]:
    """Yield the blocks of some lines that were broken at a width."""
    cursor = Cursor(lines, width, [])
    while cursor.has_more():
        if cursor.peek().strip():
            yield from _reader(cursor)(cursor)
        else:
            cursor.take()


def _reader(cursor: Cursor) -> Callable[[Cursor], Iterator[Block]]:
    """Choose what reads the block that begins here."""
    line = cursor.peek()
    if ROW.match(line) and "|" in cursor.peek(1) and DIVIDER.match(cursor.peek(1)):
        return _table
    for pattern, reader in _READERS:
        if pattern.match(line):
            return reader
    return _paragraph


def _heading(cursor: Cursor) -> Iterator[Block]:
    match = HEADING.match(cursor.take())
    cursor.indents.clear()
    if match:
        yield Block(BlockKind.HEADING, plain(match.group(2)), len(match.group(1)))


def _silent(cursor: Cursor) -> Iterator[Block]:
    cursor.take()
    return iter(())


def _fence(cursor: Cursor) -> Iterator[Block]:
    """Yield code as it stands, up to the closing fence."""
    fence = cursor.take().strip()[:3]
    code: list[str] = []
    while cursor.has_more() and not cursor.peek().strip().startswith(fence):
        code.append(cursor.take())
    if cursor.has_more():
        cursor.take()
    yield Block(BlockKind.PARAGRAPH, "\n".join(code).strip("\n"))


def _note(cursor: Cursor) -> Iterator[Block]:
    match = NOTE.match(cursor.take())
    lines = [match.group(1) if match else "", *cursor.take_paragraph()]
    yield Block(BlockKind.NOTE, plain(join_flowing(lines, cursor.width)))


def _table(cursor: Cursor) -> Iterator[Block]:
    rows = [cursor.take()]
    cursor.take()
    while cursor.has_more() and ROW.match(cursor.peek()):
        rows.append(cursor.take())
    yield table([plain(cell) for cell in cells(row)] for row in rows)


def _item(cursor: Cursor) -> Iterator[Block]:
    """Yield an item of a list with its bullet or number, and the lines that belong to it."""
    match = ITEM.match(cursor.take())
    if not match:
        return
    indent, marker, text = match.groups(default="")
    level = _level(cursor.indents, len(indent.expandtabs(4)))
    box = BOX.match(text)
    label = BOXES[box.group(1)] if box else (marker if marker[0].isdigit() else BULLET)
    lines = [text[box.end() :] if box else text, *cursor.take_paragraph()]
    yield Block(BlockKind.ITEM, f"{label} {plain(join_flowing(lines, cursor.width))}".strip(), level)


def _level(indents: list[int], column: int) -> int:
    """Return an item's level from 1, and remember its column."""
    while indents and column < indents[-1]:
        indents.pop()
    if not indents or column >= indents[-1] + INDENT:
        indents.append(column)
    return len(indents)


def _paragraph(cursor: Cursor) -> Iterator[Block]:
    """Yield a paragraph, or the heading that an underline makes of it."""
    lines = [cursor.take()]
    while cursor.has_more() and not UNDERLINE.match(cursor.peek()) and not begins_block(cursor.peek()):
        lines.append(cursor.take())
    if not lines[0].startswith((" ", "\t")):
        cursor.indents.clear()
    text = plain(join_flowing(lines, cursor.width))
    underline = UNDERLINE.match(cursor.peek())
    if underline:
        cursor.take()
        yield Block(BlockKind.HEADING, text, 1 if underline.group(1).startswith("=") else 2)
    else:
        is_heading = len(lines) == 1 and BOLD.match(lines[0])
        yield Block(BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH, text)


_READERS = (
    (FENCE, _fence),
    (HEADING, _heading),
    (RULE, _silent),
    (NOTE, _note),
    (LINK_TARGET, _silent),
    (ITEM, _item),
)
