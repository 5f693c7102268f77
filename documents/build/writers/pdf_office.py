"""Writes PDF as an office prints it: a Word document through LibreOffice, with hyphenated lines."""

import tempfile
from pathlib import Path

from documents.build.source import Source
from documents.build.writers import docx
from documents.build.writers.office import convert
from documents.build.writers.pdf_properties import settle_pdf


def write(source: Source, target: Path) -> None:
    """Write `source` as PDF by way of LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "entwurf.docx")
        docx.write(source, draft)
        convert(draft, target)
    settle_pdf(target, source)
