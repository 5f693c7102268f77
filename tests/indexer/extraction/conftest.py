"""Reads files made on the spot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.extraction.extract import extract
from indexer.extraction.pages import Reading
from tests.indexer.extraction.making import DOCX, Written, pdf_bytes, write_docx


@pytest.fixture
def read_body(tmp_path: Path) -> Callable[..., Reading]:
    """Return what reads the text of a body in WordprocessingML; parts are named by kind: header=…, header2=…."""

    def read(body: str, **parts: str) -> Reading:
        path = tmp_path / "file.docx"
        write_docx(path, body, parts)
        reading = extract(path, DOCX)
        assert not reading.detail, reading.detail
        return reading

    return read


@pytest.fixture
def read_pages(tmp_path: Path) -> Callable[..., Reading]:
    """Return what reads a PDF made of texts at their places."""

    def read(*pages: list[Written], info: str = "", catalogue: str = "") -> Reading:
        path = tmp_path / "file.pdf"
        path.write_bytes(pdf_bytes(list(pages), info, catalogue))
        return extract(path, "application/pdf")

    return read
