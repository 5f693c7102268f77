"""Where the letters of a PDF page stand and how they look."""

import ctypes
import math
import re
from bisect import bisect_left
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

#: From this weight on a font is bold (semi-bold in CSS).
BOLD_WEIGHT = 600
#: Bytes of a font's name that are looked at.
NAME_SIZE = 128

_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_WIDE = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Box:
    """Where a letter stands, in points from the page's lower left corner."""

    left: float
    right: float
    #: The line that letters stand on; "g" reaches below it.
    baseline: float
    #: Of its type: the same for every letter of a font, whatever the letter's shape.
    size: float


class Letters:
    """The letters of a page, found by their place in its text."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self._textpage = textpage
        self.text: str = textpage.get_text_range()
        #: pdfium counts in UTF-16: a character beyond U+FFFF moves what follows by one.
        self._wide = [match.start() for match in _WIDE.finditer(self.text)]

    def box(self, position: int) -> Box:
        """Return the place of the letter at a position of the text."""
        index = self._index(position)
        room = self._room(index)
        return Box(room.left, room.right, self._baseline(index), self._size(index))

    def room(self, position: int) -> raw.FS_RECTF:
        """Return the room the letter at a position takes on its line: left, right, bottom, top, in points."""
        return self._room(self._index(position))

    def _room(self, index: int) -> raw.FS_RECTF:
        room = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self._textpage, index, room)
        return room

    def _baseline(self, index: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._textpage, index, x, y)
        return y.value

    def _size(self, index: int) -> float:
        """Return the size of the type as it is printed: files may write in size 1 and enlarge that.

        pdfium's room of a letter is no measure: where a font says nothing of its height, it is the letter's own.
        """
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._textpage, index, matrix)
        return float(raw.FPDFText_GetFontSize(self._textpage, index)) * math.hypot(matrix.c, matrix.d)

    def is_bold(self, position: int) -> bool:
        """Tell whether a letter is bold, by its font's weight or name: either may be missing."""
        index = self._index(position)
        if raw.FPDFText_GetFontWeight(self._textpage, index) >= BOLD_WEIGHT:
            return True
        name, flags = ctypes.create_string_buffer(NAME_SIZE), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._textpage, index, name, NAME_SIZE, flags)
        return bool(_BOLD_NAME.search(name.value))

    def _index(self, position: int) -> int:
        """Return pdfium's number of a letter."""
        shift = bisect_left(self._wide, position)
        return int(raw.FPDFText_GetCharIndexFromTextIndex(self._textpage, position + shift))
