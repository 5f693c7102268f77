"""Writes PDF as a web page is printed: HTML with a print style sheet through Chromium."""

import tempfile
from html import escape
from pathlib import Path
from zlib import crc32

from documents.build.source import NOTICE, Source
from documents.build.writers.html import blocks_to_html
from documents.build.writers.office import ConversionError, run
from documents.build.writers.pdf_properties import settle_pdf

_LOOKS = Path(__file__).parents[1] / "looks"
#: Style sheets; a document's title chooses among them.
SHEETS = ("handreichung.css", "methodenkarte.css")

_PAGE = """<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>{title}</title><style>
:root {{ --fuss: "{notice}"; --kopf: "{head}"; }}
{style}</style></head><body>
{body}
</body></html>
"""


def write(source: Source, target: Path) -> None:
    """Write `source` as PDF by way of Chromium.

    Raises:
        ConversionError: when Chromium produced nothing.
    """
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "seite.html")
        page.write_text(to_page(source), encoding="utf-8")
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profil",
        ]
        told = run(["chromium", *flags, f"--print-to-pdf={target}", page.as_uri()])
    if not target.exists():
        raise ConversionError(f"{source.file}: {told}")
    settle_pdf(target, source)


def to_page(source: Source) -> str:
    """Return the whole HTML page."""
    sheet = SHEETS[crc32(source.title.encode()) % len(SHEETS)]
    style = (_LOOKS / sheet).read_text(encoding="utf-8")
    head = source.title.replace("\\", "").replace('"', "")
    body = blocks_to_html(source.blocks)
    return _PAGE.format(title=escape(source.title), notice=NOTICE, head=head, style=style, body=body)
