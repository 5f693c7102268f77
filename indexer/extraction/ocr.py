"""Reads the text in pictures: in scanned pages of PDFs, and in image files."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2

from indexer.extraction.contents import numbered
from indexer.extraction.errors import UnreadableError, only_unreadable
from indexer.extraction.extract import extract
from indexer.extraction.flow import blocks_of_lines
from indexer.extraction.images import page_picture, pictures
from indexer.extraction.language import language_of
from indexer.extraction.pages import Block, Outcome, Page, Reading, TextOrigin
from indexer.extraction.recognised import RecognisedLine, placed, spaced
from indexer.extraction.scans import PDF, is_scan, needs_recognition
from indexer.extraction.tesseract import Lack, Tesseract, installed_tesseract


def recognise(path: Path, media_type: str) -> Reading:
    """Read a file as `extract` does, and the pictures of its pages without text.

    Where tesseract or its German data is not installed, `detail` is the value of a `Lack` and all else stays as
    `extract` found it. A picture that cannot be read leaves its page empty, and `detail` tells why; it never costs the
    text of the other pages.
    """
    reading = extract(path, media_type)
    if not needs_recognition(reading):
        return reading
    tesseract = installed_tesseract()
    if isinstance(tesseract, Lack):
        return replace(reading, detail=tesseract.value)
    try:
        with only_unreadable():
            return _Recogniser(tesseract).complete(path, reading)
    except UnreadableError as error:
        return replace(reading, outcome=reading.outcome if reading.pages else error.outcome, detail=str(error))


class _Recogniser:
    """Reads the pictures of one file."""

    def __init__(self, tesseract: Tesseract) -> None:
        self._tesseract = tesseract
        self._failures: list[str] = []

    def complete(self, path: Path, reading: Reading) -> Reading:
        """Return a reading with the text of its pictures."""
        pages = tuple(self._pdf_pages(path, reading.pages) if reading.media_type == PDF else self._images(path))
        has_text = any(page.text for page in pages)
        return replace(
            reading,
            outcome=Outcome.TEXT if has_text else Outcome.NO_TEXT,
            pages=pages,
            language=language_of(page.text for page in pages),
            tool=f"{reading.tool}, {self._tesseract.name}".lstrip(", "),
            detail=" ".join(self._failures),
        )

    def _pdf_pages(self, path: Path, pages: tuple[Page, ...]) -> Iterator[Page]:
        """Yield all pages, those without text with that of their picture."""
        with pypdfium2.PdfDocument(path) as document:
            for page in pages:
                yield self._pdf_page(document, page) if is_scan(page) else page

    def _pdf_page(self, document: pypdfium2.PdfDocument, page: Page) -> Page:
        try:
            found = self._lines(page_picture(document[page.number - 1]), page.number)
        except (pypdfium2.PdfiumError, MemoryError) as error:
            self._failures.append(f"Page {page.number}: {str(error) or type(error).__name__}")
            found = ()
        new = (block for block in _blocks(found) if block.text not in page.text)
        return replace(page, blocks=(*page.blocks, *new), origin=TextOrigin.OCR, words=placed(found))

    def _images(self, path: Path) -> Iterator[Page]:
        """Yield a page for every picture in a file."""
        found = [self._lines(each, number) for number, each in enumerate(pictures(path), start=1)]
        for page, lines in zip(numbered(map(_blocks, found)), found, strict=True):
            yield replace(page, origin=TextOrigin.OCR, words=placed(lines))

    def _lines(self, picture: bytes, number: int) -> tuple[RecognisedLine, ...]:
        """Return the lines of words in a picture."""
        try:
            return self._tesseract.read(picture)
        except (TimeoutError, ValueError) as error:
            self._failures.append(f"Page {number}: {error}")
            return ()


def _blocks(lines: tuple[RecognisedLine, ...]) -> list[Block]:
    """Return the text of lines."""
    return [block for block in blocks_of_lines(spaced(lines)) if block.text]
