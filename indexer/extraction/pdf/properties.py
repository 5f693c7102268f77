"""What a PDF says about itself."""

import mmap
from pathlib import Path

import pypdf
import pypdfium2

from indexer.extraction.pdf.asking import ask_pypdf
from indexer.extraction.pdf.telling import told
from indexer.extraction.titles import telling_title

#: How a title begins in a file's metadata in XML, which stand uncompressed so that they can be found.
XML_TITLE = b"<dc:title"


def title_of(document: pypdfium2.PdfDocument, path: Path) -> str:
    """Return the title in a file's properties, or else in its metadata in XML, or "" where both tell nothing."""
    title = telling_title(told(lambda: document.get_metadata_value("Title")))
    return title or (telling_title(ask_pypdf(path, _xml_title, "")) if _has_xml_title(path) else "")


def _has_xml_title(path: Path) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(XML_TITLE) >= 0


def _xml_title(reader: pypdf.PdfReader) -> str:
    metadata = reader.xmp_metadata
    titles = metadata.dc_title if metadata else None
    return next(iter(titles.values()), "") if titles else ""
