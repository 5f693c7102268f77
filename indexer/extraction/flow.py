"""Lines of text without a layout become blocks: plain text, mail, and whatever else has lines only."""

from collections.abc import Iterable, Iterator
from statistics import quantiles

from indexer.extraction.hyphens import join_all
from indexer.extraction.markers import begins_item, begins_label, is_unfinished
from indexer.extraction.pages import Block, BlockKind

#: Lines of a text that was broken at a width are at least this long; shorter ones were meant.
NARROWEST = 50
#: Share of lines which may be longer than the width, such as addresses of web pages.
OVERLONG = 10


def blocks_of_lines(lines: Iterable[str]) -> Iterator[Block]:
    """Yield a block for every paragraph and item.

    A line carries on the one before where that one is full, so that the next word had no room on it.
    """
    lines = [line.rstrip() for line in lines]
    for paragraph in _paragraphs(lines, width_of(lines)):
        text = join_all(line.strip() for line in paragraph)
        yield Block(BlockKind.ITEM if begins_item(text) else BlockKind.PARAGRAPH, text)


def join_flowing(lines: Iterable[str], width: int) -> str:
    """Join the lines of one paragraph; a line break stays where it was meant."""
    paragraphs = _paragraphs([line.rstrip() for line in lines], width)
    return "\n".join(join_all(line.strip() for line in paragraph) for paragraph in paragraphs)


def _paragraphs(lines: list[str], width: int) -> Iterator[list[str]]:
    """Group the lines that flow into each other, without the empty ones."""
    paragraph: list[str] = []
    for line in lines:
        if paragraph and not _flows(paragraph[-1], line, width):
            yield paragraph
            paragraph = []
        if line:
            paragraph.append(line)
    if paragraph:
        yield paragraph


def width_of(lines: list[str]) -> int:
    """Return the width at which the text was broken, or 0 where it was not."""
    lengths = [len(line) for line in lines if line]
    if len(lengths) < OVERLONG:
        return 0
    width = int(quantiles(lengths, n=OVERLONG)[-1])
    return width if width >= NARROWEST and max(lengths) < 2 * width else 0


def _flows(above: str, line: str, width: int) -> bool:
    """Tell whether a line carries on the one above."""
    if not line or not width or begins_item(line.lstrip()) or begins_label(above, line):
        return False
    if len(above) > width / 2 and is_unfinished(above, line):
        return True
    return len(above) + 1 + len(line.split(maxsplit=1)[0]) > width
