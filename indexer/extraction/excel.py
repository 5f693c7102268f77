"""Reads XLSX files, each sheet a page."""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from importlib.metadata import version
from itertools import islice
from pathlib import Path

import openpyxl

from indexer.extraction.contents import Contents, numbered, table
from indexer.extraction.normal import normal
from indexer.extraction.pages import Block, BlockKind
from indexer.extraction.zipped import core_properties, opened

TOOL = f"openpyxl {version('openpyxl')}"
#: Rows of a sheet that are read: longer ones are data, not something people read.
MOST_ROWS = 20_000
#: Columns that are read.
MOST_COLUMNS = 200


def read_xlsx(path: Path) -> Contents:
    """Read the values of a workbook's cells, each sheet under its name."""
    with opened(path) as archive:
        title, authors = core_properties(archive)
    # A path would have to end with ".xlsx".
    with path.open("rb") as file, warnings.catch_warnings():
        # It warns of drawings and formats it leaves out; nothing of them is text.
        warnings.simplefilter("ignore")
        workbook = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        sheets = [_sheet(sheet.title, sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)) for sheet in workbook]
        workbook.close()
    return Contents(numbered(sheets), title, TOOL, authors)


def _sheet(title: str, rows: Iterable[Iterable[object]]) -> list[Block]:
    """Return a sheet's name and its table."""
    cells = table(_trimmed(map(_written, row)) for row in islice(rows, MOST_ROWS))
    return [Block(BlockKind.HEADING, normal(title), 1), cells] if cells.text else []


def _trimmed(cells: Iterable[str]) -> Iterator[str]:
    """Yield a row's cells without the empty ones at its end."""
    waiting = 0
    for cell in cells:
        if cell:
            yield from ("",) * waiting
            yield cell
            waiting = 0
        else:
            waiting += 1


def _written(value: object) -> str:
    """Write a cell's value as a German reader sees it."""
    match value:
        case None:
            return ""
        case datetime() if value.time() != time():
            return value.strftime("%d.%m.%Y %H:%M")
        case date():
            return value.strftime("%d.%m.%Y")
        case time():
            return value.strftime("%H:%M")
        case float():
            return f"{value:.10g}".replace(".", ",")
    return normal(str(value)).strip()
