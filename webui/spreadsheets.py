"""Tables as files that German spreadsheets read."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice

from flask import Response, stream_with_context

#: Beginnings that a spreadsheet takes for a formula (OWASP, CSV Injection).
_FORMULA = frozenset("=+-@\t\r")

#: Rows in a piece of the file: a few ten kilobytes.
PORTION = 100


def spreadsheet(name: str, rows: Iterable[Iterable[str]]) -> Response:
    """Return rows, the first of them the heads, as a file that is saved under a name."""
    headers = {"Content-Disposition": f"attachment; filename={name}", "Cache-Control": "no-store"}
    return Response(stream_with_context(lines(rows)), mimetype="text/csv", headers=headers)


def lines(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the pieces of a table as a file in UTF-8."""
    # Without the mark, spreadsheets take umlauts for something else.
    yield "\ufeff"
    left = iter(rows)
    while portion := list(islice(left, PORTION)):
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(map(_harmless, portion))
        yield out.getvalue()


def _harmless(row: Iterable[str]) -> list[str]:
    """Return a row whose cells are text to every spreadsheet."""
    return [f"'{cell}" if cell[:1] in _FORMULA else cell for cell in row]
