"""Finds the tables of a page: where their columns begin, and which lines are their rows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from indexer.extraction.pdf.lines import Cell, Line, are_even

#: Points by which edges of one column differ.
ALIGNED = 1.5
#: Columns that are kept in mind; a page has room for no more.
MOST_COLUMNS = 40


def part_columns(lines: list[Line]) -> list[Line]:
    """Return the lines parted where a column begins that wide gaps show on lines above or below.

    Where a cell fills its column, the gap behind it is narrow. A column ends where a line runs across its edge.
    """
    downwards = list(_parted(lines))
    return list(_parted(downwards[::-1]))[::-1]


def _parted(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines parted by the columns that the lines before have."""
    edges: list[float] = []
    for line in lines:
        parted = replace(line, cells=_cells(line, edges))
        yield parted
        edges = [edge for edge in edges if not _runs_across(parted, edge)]
        edges.extend(cell.left for cell in parted.cells[1:] if not _is_near(cell.left, edges))
        del edges[:-MOST_COLUMNS]


def _cells(line: Line, edges: list[float]) -> tuple[Cell, ...]:
    """Return the cells of a line, parted at edges of columns, too."""
    if _is_justified(line) and not all(_is_near(piece.left, edges) for piece in line.pieces[1:]):
        return line.cells
    known = [*edges, *(cell.left for cell in line.cells)]
    cells: list[Cell] = []
    for piece in line.pieces:
        if cells and not _is_near(piece.left, known):
            cells[-1] = Cell(f"{cells[-1].text} {piece.text}", cells[-1].left, piece.right)
        else:
            cells.append(piece)
    return tuple(cells)


def _is_justified(line: Line) -> bool:
    """Tell whether a line's gaps are even, which those between a table's cells are by chance only."""
    return are_even([(piece.left - before.right) / line.size for before, piece in pairwise(line.pieces)])


def _is_near(left: float, edges: list[float]) -> bool:
    return any(abs(left - edge) <= ALIGNED for edge in edges)


def _runs_across(line: Line, edge: float) -> bool:
    return any(cell.left + ALIGNED < edge < cell.right for cell in line.cells)


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
