"""Gives built PDFs their properties, the same every time."""

from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject

from documents.build.source import AUTHOR, NOTICE, Source

#: PDF's way of writing a moment, in UTC.
_MOMENT = "D:%Y%m%d%H%M%S+00'00'"


def settle_pdf(path: Path, source: Source) -> None:
    """Rewrite a PDF in place with the document's own title, author and date; the program that made it stays named."""
    reader = PdfReader(path)
    producer = (reader.metadata.producer if reader.metadata else None) or ""
    writer = PdfWriter(clone_from=reader)
    moment = source.moment.strftime(_MOMENT)
    writer.metadata = None
    properties = {"/Title": source.title, "/Author": AUTHOR, "/Subject": NOTICE, "/Producer": producer}
    writer.add_metadata({**properties, "/CreationDate": moment, "/ModDate": moment})
    identity = ByteStringObject(source.file.encode()[:16].ljust(16, b" "))
    writer._ID = ArrayObject([identity, identity])  # noqa: SLF001 - pypdf has no other way to a fixed identifier
    writer.write(path)
