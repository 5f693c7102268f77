"""Where the letters of a PDF page stand and how they look."""

import ctypes
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
    """A letter's room in points from the page's lower left corner."""

    left: float
    right: float
    bottom: float
    top: float


class Letters:
    """The letters of a page, found by their place in its text."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self._textpage = textpage
        self.text: str = textpage.get_text_range()
        #: pdfium counts in UTF-16: a character beyond U+FFFF moves what follows by one.
        self._wide = [match.start() for match in _WIDE.finditer(self.text)]

    def box(self, position: int) -> Box:
        """Return the room of the letter at a position of the text."""
        room = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self._textpage, self._index(position), room)
        return Box(room.left, room.right, room.bottom, room.top)

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
