"""Puts the cells of a table's row side by side again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.extraction.hyphens import join_all
from indexer.extraction.pdf.lines import Cell, Line

#: A cell of more lines than this is a column of the page.
MOST_CELL_LINES = 8
#: Points by which the first lines of a row's cells may differ in height.
LEVEL = 3.0
#: Points by which edges of one column differ.
ALIGNED = 1.5


@dataclass(slots=True)
class _Row:
    """The cells of a row under construction, each a list of lines."""

    cells: list[list[Line]]

    def line(self) -> Line:
        """Make one line of the row."""
        first = self.cells[0][0]
        bottom = min(line.bottom for cell in self.cells for line in cell)
        cells = tuple(map(_cell, self.cells))
        right = max(cell.right for cell in cells)
        return replace(first, text=" ".join(cell.text for cell in cells), right=right, bottom=bottom, cells=cells)


def _cell(lines: list[Line]) -> Cell:
    """Join a cell's lines."""
    return Cell(
        join_all(line.text for line in lines), min(line.left for line in lines), max(line.right for line in lines)
    )


def join_rows(lines: list[Line]) -> list[Line]:
    """Return the lines with those of a row's cells joined.

    A table whose cells hold several lines is drawn cell after cell: the next cell begins to the right of the
    last and as high as the row's first line. A column of the page begins so too, but holds more lines.
    """
    joined: list[Line] = []
    row: _Row | None = None
    for line in lines:
        if row and _continues(row, line):
            row.cells[-1].append(line)
        elif row and _is_beside(row.cells[0][0], row.cells[-1][-1], line):
            row.cells.append([line])
        else:
            joined.extend([row.line()] if row else [])
            row = _row_beside(joined, line)
            joined.extend([] if row else [line])
    return joined + ([row.line()] if row else [])


def _row_beside(joined: list[Line], line: Line) -> _Row | None:
    """Take the lines which a line stands beside off the end, as the first cell of a row."""
    if not joined or line.bottom <= joined[-1].bottom + LEVEL:
        return None
    cell = 0
    while cell < min(len(joined), MOST_CELL_LINES) and joined[-1 - cell].bottom <= line.bottom + LEVEL:
        cell += 1
    first = joined[-cell:]
    if not _is_beside(first[0], max(first, key=lambda each: each.right), line):
        return None
    del joined[-cell:]
    return _Row([first, [line]])


def _is_beside(first: Line, before: Line, line: Line) -> bool:
    """Tell whether a line is as high as a row's first line and right of the cell before."""
    return abs(line.top - first.top) <= LEVEL and line.left >= before.right


def _continues(row: _Row, line: Line) -> bool:
    """Tell whether a line stands below the last one of a row's last cell, in the same column."""
    last = row.cells[-1][-1]
    is_below = last.bottom - 2 * last.size < line.bottom < last.bottom
    return is_below and abs(line.left - row.cells[-1][0].left) <= LEVEL and len(row.cells[-1]) < MOST_CELL_LINES


def split_tables(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield the rows of each table together, and the lines between tables together.

    Rows belong to one table where some of their cells stand below each other; the parts of
    justified lines do not.
    """
    links = [False, *(_in_one_table(above, line) for above, line in pairwise(lines)), False]
    in_table = [any(pair) for pair in pairwise(links)]
    part: list[Line] = []
    for index, line in enumerate(lines):
        if part and not links[index] and (in_table[index - 1] or in_table[index]):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def is_table(lines: list[Line]) -> bool:
    """Tell whether the lines that `split_tables` put together are a table's rows."""
    return len(lines) > 1 and _in_one_table(lines[0], lines[1])


def _in_one_table(above: Line, line: Line) -> bool:
    """Tell whether two lines have cells, besides the first, that stand below each other."""
    return any(_is_below(upper, lower) for upper in above.cells[1:] for lower in line.cells[1:])


def _is_below(upper: Cell, lower: Cell) -> bool:
    """Tell whether cells begin at one left edge, or are figures that end at one right edge."""
    if abs(upper.left - lower.left) <= ALIGNED:
        return True
    are_figures = upper.text[:1].isdigit() and lower.text[:1].isdigit()
    return are_figures and abs(upper.right - lower.right) <= ALIGNED
