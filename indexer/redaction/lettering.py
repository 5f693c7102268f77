"""Lines of text as pictures, in the letters that every program for PDFs has; no typeface need be installed."""

import io
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageOps
from pypdf import PageObject, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from archive.formats import PDF
from indexer.extraction.isolation import Extractor

#: Pixels letters are drawn large, to be made smaller.
_DRAWN = 40
#: Of a letter's size: a line's height, its base above its foot, and the widest letter.
_HEIGHT, _BASE, _WIDEST = 1.25, 0.3, 1.1


class Lettering:
    """Draws lines of text."""

    def __init__(self, extractor: Extractor, spool: Path) -> None:
        """Take what draws pages, and a folder for them."""
        self._extractor = extractor
        self._spool = spool
        self._drawn: dict[str, Image.Image] = {}

    def width(self, text: str, size: int) -> int:
        """Return how many pixels a line takes when its letters are so many large."""
        return max(round(self._large(text).width * size / _DRAWN), 1) if text else 0

    def line(self, text: str, size: int) -> Image.Image:
        """Return a line, black on white, whose letters are so many pixels large; letters beyond Latin are "?"."""
        height = round(size * _HEIGHT)
        return self._large(text).resize((self.width(text, size), height), Image.Resampling.LANCZOS)

    def _large(self, text: str) -> Image.Image:
        if text not in self._drawn:
            self._drawn[text] = self._draw(text)
        return self._drawn[text]

    def _draw(self, text: str) -> Image.Image:
        width = round((len(text) + 1) * _DRAWN * _WIDEST)
        writer = PdfWriter()
        page = writer.add_blank_page(width, _DRAWN * _HEIGHT)
        write_on(writer, page, [b"BT /F1 %d Tf 4 %d Td %s Tj ET" % (_DRAWN, _DRAWN * _BASE, literal(text))])
        with tempfile.NamedTemporaryFile(dir=self._spool) as file:
            writer.write(file)
            file.flush()
            picture = self._extractor.draw(Path(file.name), PDF, 1, width)
        with Image.open(io.BytesIO(picture.image)) as image:
            line = image.convert("RGB")
        ink = ImageOps.invert(line.convert("L")).point([0] * 64 + [255] * 192).getbbox()
        return line.crop((ink[0], 0, ink[2], line.height)) if ink else line


def literal(text: str) -> bytes:
    """Return a text as a PDF's page says it; letters beyond Latin are "?"."""
    said = text.encode("cp1252", errors="replace").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"(" + said + b")"


def write_on(writer: PdfWriter, page: PageObject, operators: Sequence[bytes]) -> None:
    """Add operators to a page of a writer; in them "/F1" is Helvetica."""
    contents = page.get_contents()
    stream = DecodedStreamObject()
    stream.set_data(b"q\n" + (b"" if contents is None else contents.get_data()) + b"\nQ\n" + b"\n".join(operators))
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())  # noqa: SLF001 - it has no public name
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    page["/Resources"][NameObject("/Font")] = DictionaryObject({NameObject("/F1"): font})  # type: ignore[index] # a dictionary
