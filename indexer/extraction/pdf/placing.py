"""Where the words of a PDF page stand in its picture."""

import ctypes
import re
from collections.abc import Iterable, Iterator

import pypdfium2
from pypdfium2 import raw

from indexer.extraction.pdf.letters import Letters
from indexer.extraction.picture import PlacedWord, Rectangle

#: pdfium puts this where a hyphen stands at the end of a line only because the line ends.
_BROKEN = "\ufffe"
_WORD = re.compile(r"\S+")
#: Places are told as whole numbers of this many parts of the page.
_PARTS = 100_000
#: Two letters of a word stand on different lines if no more than this share of them overlaps in height.
_SAME_LINE = 0.3


def placed_words(page: pypdfium2.PdfPage) -> tuple[PlacedWord, ...]:
    """Return the words of a page in the order of its text, with their places in its picture."""
    textpage = page.get_textpage()
    letters = Letters(textpage)
    return tuple(_words(page, letters))


def _words(page: pypdfium2.PdfPage, letters: Letters) -> Iterator[PlacedWord]:
    for match in _WORD.finditer(letters.text):
        places = tuple(_lines(_rectangle(page, letters, place) for place in range(*match.span())))
        ends_line = letters.text[match.end() : match.end() + 1] in ("\r", "\n", "")
        yield PlacedWord(match.group().replace(_BROKEN, ""), places, ends_line)


def _rectangle(page: pypdfium2.PdfPage, letters: Letters, position: int) -> Rectangle:
    """Return the place of one letter in the picture, however the page is turned or cut."""
    room = letters.room(position)
    one, other = _in_picture(page, room.left, room.top), _in_picture(page, room.right, room.bottom)
    return _around([Rectangle(*one, *one), Rectangle(*other, *other)])


def _in_picture(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    column, row = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _PARTS, _PARTS, 0, x, y, column, row)
    return column.value / _PARTS, row.value / _PARTS


def _lines(letters: Iterable[Rectangle]) -> Iterator[Rectangle]:
    """Yield what is around the letters of each line."""
    line: list[Rectangle] = []
    for letter in letters:
        if line and not _is_beside(line[-1], letter):
            yield _around(line)
            line = []
        line.append(letter)
    if line:
        yield _around(line)


def _is_beside(one: Rectangle, other: Rectangle) -> bool:
    """Tell whether two letters stand on one line, across or, on a page turned by a quarter, down."""
    return any(
        min(one_end, other_end) - max(one_start, other_start)
        >= _SAME_LINE * min(one_end - one_start, other_end - other_start)
        for one_start, one_end, other_start, other_end in (
            (one.top, one.bottom, other.top, other.bottom),
            (one.left, one.right, other.left, other.right),
        )
    )


def _around(places: Iterable[Rectangle]) -> Rectangle:
    lefts, tops, rights, bottoms = zip(*places, strict=True)
    return Rectangle(min(lefts), min(tops), max(rights), max(bottoms))
