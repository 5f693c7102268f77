"""Puts the cells of a table's row side by side again."""

from dataclasses import dataclass, replace

from indexer.extraction.hyphens import join_all
from indexer.extraction.pdf.lines import Cell, Line

#: A cell of more lines than this is a column of the page.
MOST_CELL_LINES = 8
#: Points by which the first lines of a row's cells may differ in height.
LEVEL = 3.0
#: Sizes of type from one line of a cell to the next.
STEP = 1.9


@dataclass(slots=True)
class _Column:
    """A cell under construction: its lines, and the height of the last."""

    lines: list[Cell]
    bottom: float

    @property
    def left(self) -> float:
        return self.lines[0].left

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)

    def cell(self) -> Cell:
        """Join the cell's lines."""
        left = min(line.left for line in self.lines)
        return Cell(join_all(line.text for line in self.lines), left, self.right)


@dataclass(slots=True)
class _Row:
    """A row under construction."""

    first: Line
    columns: list[_Column]
    #: Whether all of its lines are bold, and the size of the smallest: a heading in one cell makes none of the others.
    bold: bool
    size: float

    def line(self) -> Line:
        """Make one line of the row."""
        cells = tuple(column.cell() for column in self.columns)
        right = max(cell.right for cell in cells)
        bottom = min(column.bottom for column in self.columns)
        return replace(
            self.first,
            text=" ".join(cell.text for cell in cells),
            right=right,
            bottom=bottom,
            bold=self.bold,
            size=self.size,
            cells=cells,
            pieces=cells,
        )

    def takes(self, line: Line, above: Line | None) -> bool:
        """Add a line to the row, if it belongs there.

        Args:
            line: What was drawn after what the row has so far.
            above: The row or line above.
        """
        column = self._carried_on_by(line)
        if column:
            column.lines.extend(line.cells)
            column.bottom = line.bottom
        elif self._is_beside(line) or self._is_centred_beside(line, above):
            self.columns.extend(_columns(line))
        else:
            return False
        self.bold, self.size = self.bold and line.bold, min(self.size, line.size)
        return True

    def _is_beside(self, line: Line) -> bool:
        """Tell whether a line is as high as the row's first line and right of the cell before."""
        return abs(line.top - self.first.top) <= LEVEL and line.left >= self.columns[-1].right

    def _is_centred_beside(self, line: Line, above: Line | None) -> bool:
        """Tell whether a cell of several lines begins here that the row's others are centred on.

        A column of the page begins higher than what was drawn before it, too, but not below a cell of a row.
        """
        if above is None or not self.first.bottom < line.bottom < above.bottom:
            return False
        is_below_cell = any(abs(cell.left - line.left) <= LEVEL for cell in above.cells[1:])
        return is_below_cell and line.left >= self.columns[-1].right

    def _carried_on_by(self, line: Line) -> _Column | None:
        """Return the cell, not the first of the row, that a line carries on: it stands below, at the same edge."""
        if len(line.cells) > 1:
            return None
        for column in self.columns[1:]:
            is_below = column.bottom - STEP * line.size < line.bottom < column.bottom
            if is_below and abs(line.left - column.left) <= LEVEL and len(column.lines) < MOST_CELL_LINES:
                return column
        return None


def join_rows(lines: list[Line]) -> list[Line]:
    """Return the lines with those of a row's cells joined.

    A table whose cells hold several lines is drawn cell after cell: the next cell begins to the right of the
    last and as high as the row's first line. A column of the page begins so too, but holds more lines. Or it is
    drawn line by line, and lines follow that carry on one of its cells.
    """
    joined: list[Line] = []
    row: _Row | None = None
    for line in lines:
        if row and row.takes(line, joined[-1] if joined else None):
            continue
        joined.extend([row.line()] if row else [])
        row = _row_beside(joined, line) or _row_of(line)
        joined.extend([] if row else [line])
    return joined + ([row.line()] if row else [])


def _row_of(line: Line) -> _Row | None:
    """Begin a row with a line of several cells."""
    return _Row(line, _columns(line), line.bold, line.size) if len(line.cells) > 1 else None


def _row_beside(joined: list[Line], line: Line) -> _Row | None:
    """Take the lines which a line stands beside off the end, as the first cell of a row."""
    if not joined or line.bottom <= joined[-1].bottom + LEVEL:
        return None
    count = 0
    while count < min(len(joined), MOST_CELL_LINES) and _may_stand_beside(joined[-1 - count], line):
        count += 1
    first = joined[len(joined) - count :]
    if not first:
        return None
    column = _Column([cell for each in first for cell in each.cells], first[-1].bottom)
    row = _Row(first[0], [column], all(each.bold for each in first), min(each.size for each in first))
    if not row.takes(line, joined[-1 - count] if count < len(joined) else None):
        return None
    del joined[len(joined) - count :]
    return row


def _may_stand_beside(above: Line, line: Line) -> bool:
    return above.bottom <= line.bottom + LEVEL and len(above.cells) == 1


def _columns(line: Line) -> list[_Column]:
    return [_Column([cell], line.bottom) for cell in line.cells]
