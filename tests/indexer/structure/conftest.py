"""Minutes as the tests write them down, in their own docstrings."""

import inspect
from collections.abc import Callable

import pytest

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.minutes import Minutes, read_minutes

_MARKS = {"# ": BlockKind.HEADING, "* ": BlockKind.ITEM, "> ": BlockKind.HEADER}


def page(text: str, number: int = 1) -> Page:
    """Make a page: a block a line; "# " marks a heading, "* " an item, " | " parts the cells of a table."""
    blocks: list[Block] = []
    for line in filter(str.strip, text.split("\n")):
        rows = blocks[-1].rows if blocks and blocks[-1].kind is BlockKind.TABLE else ()
        if " | " in line:
            rows = (*rows, tuple(cell.strip() for cell in line.split("|")))
            blocks = [
                *(blocks[:-1] if len(rows) > 1 else blocks),
                Block(BlockKind.TABLE, "\n".join(map(" | ".join, rows)), rows=rows),
            ]
        else:
            kind = _MARKS.get(line[:2], BlockKind.PARAGRAPH)
            blocks.append(
                Block(kind, line if kind is BlockKind.PARAGRAPH else line[2:], int(kind is BlockKind.HEADING))
            )
    return Page(number, str(number), tuple(blocks))


@pytest.fixture
def read() -> Callable[[str], Minutes]:
    """Understand a text as minutes of one page."""
    return lambda text: read_minutes([page(inspect.cleandoc(text))])


@pytest.fixture
def minutes(request: pytest.FixtureRequest, read: Callable[[str], Minutes]) -> Minutes:
    """Understand the minutes in the test's own docstring."""
    return read(request.function.__doc__)
