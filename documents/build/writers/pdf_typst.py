"""Writes PDF as a desk with a typesetter makes it: Typst, justified, hyphenated, in two looks."""

from pathlib import Path
from zlib import crc32

import typst

from documents.build.source import AUTHOR, NOTICE, Source
from documents.build.writers.pdf_properties import settle_pdf
from documents.build.writers.typst_markup import blocks_to_typst, literal

_LOOKS = Path(__file__).parents[1] / "looks"
#: Layouts; a document's title chooses among them.
LAYOUTS = ("heft.typ", "blatt.typ")


def write(source: Source, target: Path) -> None:
    """Write `source` as PDF by way of Typst."""
    target.write_bytes(typst.compile(to_typst(source).encode(), timestamp=source.moment))
    settle_pdf(target, source)


def to_typst(source: Source) -> str:
    """Return the whole Typst document."""
    layout = LAYOUTS[crc32(source.title.encode()) % len(LAYOUTS)]
    facts = (
        f"#let titel = {literal(source.title)}\n#let hinweis = {literal(NOTICE)}\n#let verfasser = {literal(AUTHOR)}\n"
    )
    return facts + (_LOOKS / layout).read_text(encoding="utf-8") + blocks_to_typst(source.blocks)
