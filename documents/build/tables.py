"""How a table's width is shared out among its columns."""

from documents.build.blocks import Table, plain

#: Characters that fit on a line over the full width, roughly.
_LINE = 90
#: Characters that the space beside a cell's text takes, roughly.
_PADDING = 4
#: An even share of many columns still holds a date without wrapping it.
_NARROWEST = 10


def column_shares(table: Table) -> tuple[float, ...]:
    """Return each column's share of the width, summing to 1: as wide as its longest cell, within an even share."""
    columns = list(zip(*table.rows, strict=True))
    widest = max(_LINE // len(columns), _NARROWEST)
    longest = [max(len(plain(cell)) for cell in column) for column in columns]
    wishes = [min(length, widest) + _PADDING for length in longest]
    return tuple(wish / sum(wishes) for wish in wishes)
