"""Writes minutes of sites' meetings, as DOCX and PDF files."""

import io
import random
from collections.abc import Iterator

from docx import Document

from tests.benchmarks.bench_passages import Writing
from tests.indexer.extraction.making import column, pdf_bytes

#: Lines on a page of a PDF, and letters of a line.
LINES, LETTERS = 45, 80


class Minutes:
    """Writes minutes, none of them twice."""

    def __init__(self, seed: int) -> None:
        self._writing = Writing(seed)
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._number = seed * 1_000_000

    def files(self, number: int) -> list[tuple[str, bytes]]:
        """Return so many files by their names, every second one a PDF."""
        return [self._file(is_pdf=place % 2 == 1) for place in range(number)]

    def _file(self, *, is_pdf: bool) -> tuple[str, bytes]:
        self._number += 1
        lines = self._lines()
        if is_pdf:
            return f"protokoll-{self._number}.pdf", pdf_bytes(_pages(lines))
        return f"protokoll-{self._number}.docx", _docx(lines)

    def _lines(self) -> list[str]:
        entry = self._writing.entry("D", 6)
        day = self._random.randint(1, 28)
        lines = [f"Protokoll des Standorttreffens {self._number}", f"{day}. April 2019, Hamburg", ""]
        for number, passage in enumerate(entry.passages, start=1):
            lines += [f"TOP {number}: {passage.text.split('.')[0][:60]}", passage.text]
            lines += [f"Beschluss: {passage.text.split('.')[1][:100].strip()} wird im Herbst begonnen.", ""]
        return lines


def _docx(lines: list[str]) -> bytes:
    document = Document()
    for line in lines:
        if line.startswith("TOP"):
            document.add_heading(line, level=2)
        else:
            document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _pages(lines: list[str]) -> list[list[tuple[float, float, str, float, str]]]:
    short = [piece.encode("cp1252", "replace").decode("cp1252") for line in lines for piece in _wrapped(line)]
    return [column(short[at : at + LINES], top=780) for at in range(0, len(short), LINES)]


def _wrapped(line: str) -> Iterator[str]:
    words, piece = line.split(), ""
    for word in words:
        if len(piece) + len(word) > LETTERS:
            yield piece
            piece = word
        else:
            piece = f"{piece} {word}".strip()
    yield piece
