"""What a PDF says about itself."""

import mmap
from pathlib import Path

import pypdf
import pypdfium2

from indexer.extraction.authors import named
from indexer.extraction.pdf.asking import ask_pypdf
from indexer.extraction.pdf.telling import told
from indexer.extraction.titles import telling_title

#: How title and author begin in a file's metadata in XML, which stand uncompressed so that they can be found.
XML_TITLE = b"<dc:title"
XML_AUTHOR = b"<dc:creator"


def title_of(document: pypdfium2.PdfDocument, path: Path) -> str:
    """Return the title in a file's properties, or else in its metadata in XML, or "" where both tell nothing."""
    title = telling_title(told(lambda: document.get_metadata_value("Title")))
    return title or (telling_title(ask_pypdf(path, _xml_title, "")) if _has_xml(path, XML_TITLE) else "")


def authors_of(document: pypdfium2.PdfDocument, path: Path) -> tuple[str, ...]:
    """Return who a file's properties, and its metadata in XML, say made it."""
    nobody: list[str] = []
    more = ask_pypdf(path, _xml_authors, nobody) if _has_xml(path, XML_AUTHOR) else nobody
    return named((told(lambda: document.get_metadata_value("Author")), *more))


def _has_xml(path: Path, begins: bytes) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(begins) >= 0


def _xml_authors(reader: pypdf.PdfReader) -> list[str]:
    metadata = reader.xmp_metadata
    return list(metadata.dc_creator or ()) if metadata else []


def _xml_title(reader: pypdf.PdfReader) -> str:
    metadata = reader.xmp_metadata
    titles = metadata.dc_title if metadata else None
    return next(iter(titles.values()), "") if titles else ""
