"""Proves that words are gone from a file: it is read again, and every part of it is searched."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import StreamObject

from archive.formats import DOCX, PDF
from indexer.extraction.isolation import Extractor
from indexer.redaction.errors import TraceLeftError
from indexer.redaction.substitutions import Substitutions

_ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")


def prove(path: Path, media_type: str, substitutions: Substitutions, extractor: Extractor) -> None:
    """Find no trace of the words in a file.

    Raises:
        TraceLeftError: One of them is still in its text, its properties or its raw parts.
    """
    reading = extractor.read(path, media_type)
    if substitutions.leave("\n".join(page.text for page in reading.pages)):
        raise TraceLeftError("text")
    if substitutions.leave(reading.title):
        raise TraceLeftError("title")
    for name, content in _parts(path.read_bytes(), media_type):
        if any(substitutions.leave(content.decode(encoding, errors="replace")) for encoding in _ENCODINGS):
            raise TraceLeftError(name)


def _parts(content: bytes, media_type: str) -> Iterator[tuple[str, bytes]]:
    """Yield a file's parts as they are when unpacked; a picture's bytes say nothing, so they are left out."""
    if media_type == DOCX:
        with zipfile.ZipFile(io.BytesIO(content)) as pack:
            yield from ((name, pack.read(name)) for name in pack.namelist() if not name.endswith(".jpeg"))
    elif media_type == PDF:
        reader = PdfReader(io.BytesIO(content))
        yield "properties", str(reader.metadata or "").encode()
        for number, page in enumerate(reader.pages, 1):
            contents = page.get_contents()
            yield f"page {number}", contents.get_data() if isinstance(contents, StreamObject) else b""
    else:
        yield "file", content
