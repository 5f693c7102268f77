"""Lines of a PDF page become headings, paragraphs, items and tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from indexer.extraction.contents import table
from indexer.extraction.hyphens import join_all
from indexer.extraction.markers import begins_item, begins_label, carries_on, is_unfinished
from indexer.extraction.pages import Block, BlockKind
from indexer.extraction.pdf.lines import Line
from indexer.extraction.pdf.looks import DEEPEST, Looks, reads_as_heading
from indexer.extraction.pdf.tables import is_table, split_tables

#: A step down by more than so many usual line distances begins a paragraph.
PARAGRAPH_STEP = 1.3
#: A step of more letter heights than this parts headings; the lines of one stand closer than double-spaced text.
HEADING_STEP = 2.1
#: Share by which sizes of one paragraph's lines may differ: a bullet's font is not the text's.
SAME_SIZE = 0.12
#: Headings of one level that follow each other with nothing between.
MOST_HEADINGS = 3
#: Points by which the left edges of items of one level differ.
SAME_LEFT = 4.0

Paragraph = list[Line]


@dataclass(frozen=True, slots=True)
class Margins:
    """Where lines of text begin and end, in points."""

    left: float
    right: float

    def end_of(self, line: Line, below: Line, looks: Looks) -> float:
        """Return how far a line may reach: a heading in the middle, as the line below is, grows to both sides."""
        inset = line.left - self.left
        has_own_left = inset > SAME_LEFT and abs(line.left - below.left) > SAME_LEFT
        is_centred = has_own_left and abs(line.left + line.right - below.left - below.right) <= SAME_LEFT
        return self.right + inset if is_centred and looks.is_heading(line) else self.right


def blocks_of(lines: list[Line], looks: Looks) -> Iterator[Block]:
    """Yield the blocks of a page's lines."""
    levels = _item_lefts(lines, looks)
    for part in split_tables(lines):
        if is_table(part):
            yield table([cell.text for cell in line.cells] for line in part)
        else:
            yield from _without_rolls(_block(paragraph, looks, levels) for paragraph in _paragraphs(part, looks))


def _without_rolls(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks; many headings of one level in a row are a list of names or a table of contents."""
    for (kind, _), group in groupby(blocks, key=lambda block: (block.kind, block.level)):
        run = list(group)
        is_roll = kind is BlockKind.HEADING and len(run) > MOST_HEADINGS
        yield from (replace(block, kind=BlockKind.PARAGRAPH, level=0) if is_roll else block for block in run)


def _paragraphs(lines: list[Line], looks: Looks) -> Iterator[Paragraph]:
    """Group the lines which flow into each other."""
    margins = Margins(min(line.left for line in lines), max(line.right for line in lines))
    paragraph: Paragraph = []
    for line in lines:
        if paragraph and (carries_on(paragraph[0].text, line.text) or not _flows(paragraph[-1], line, margins, looks)):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _flows(above: Line, line: Line, margins: Margins, looks: Looks) -> bool:
    """Tell whether a line carries on the paragraph of the line above."""
    if above.bookmark or line.bookmark:
        return above.bookmark is line.bookmark
    if begins_item(line.text) or begins_label(above.text, line.text) or not _looks_alike(above, line, looks):
        return False
    if above.text.endswith("-") and line.text[:1].islower():
        return True
    if not _is_next_line(above, line, looks):
        return False
    if _was_full(above, line, margins.end_of(above, line, looks)):
        return True
    return above.right > (above.left + margins.right) / 2 and is_unfinished(above.text, line.text)


def _looks_alike(above: Line, line: Line, looks: Looks) -> bool:
    """Tell whether two lines are of one size, and both look like one heading or neither like any."""
    if abs(above.size - line.size) > SAME_SIZE * max(above.size, line.size):
        return False
    if looks.is_heading(above) and looks.is_heading(line):
        return above.bold == line.bold
    return looks.is_heading(above) == looks.is_heading(line)


def _is_next_line(above: Line, line: Line, looks: Looks) -> bool:
    """Tell whether a line stands right below another, or beside it."""
    leading = max(looks.leading * above.size / looks.size, above.size) if looks.size else above.size
    longest = leading * PARAGRAPH_STEP
    if looks.is_heading(above):
        longest = min(longest, above.size * HEADING_STEP)
    return -above.size / 2 < above.bottom - line.bottom <= longest


def _was_full(above: Line, line: Line, edge: float) -> bool:
    """Tell whether the line broke because the next word had no room."""
    letter = (line.right - line.left) / max(len(line.text), 1)
    word = line.text.split(" ", 1)[0]
    return above.right + letter * (len(word) + 1) > edge


def _block(paragraph: Paragraph, looks: Looks, item_lefts: list[float]) -> Block:
    """Name what a paragraph is."""
    text = join_all(line.text for line in paragraph)
    first = paragraph[0]
    if first.bookmark:
        return Block(BlockKind.HEADING, text, min(first.bookmark.level, DEEPEST))
    if looks.is_heading(first) and reads_as_heading(text):
        return Block(BlockKind.HEADING, text, looks.level(first))
    if begins_item(text):
        return Block(BlockKind.ITEM, text, 1 + sum(left < first.left - SAME_LEFT for left in item_lefts))
    return Block(BlockKind.PARAGRAPH, text)


def _item_lefts(lines: list[Line], looks: Looks) -> list[float]:
    """Return the left edges items of a page begin at, one for each level; numbered headings are no items."""
    lefts: list[float] = []
    for left in sorted(line.left for line in lines if begins_item(line.text) and not looks.is_heading(line)):
        if not lefts or left - lefts[-1] > SAME_LEFT:
            lefts.append(left)
    return lefts
