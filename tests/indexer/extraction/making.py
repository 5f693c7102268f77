"""Writes the files the readers are tried on, and shows what was read."""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from indexer.extraction.extract import extract
from indexer.extraction.pages import BlockKind, Reading

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
#: The root element of each part besides the document.
ROOTS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
    "comments": "comments", "header": "hdr", "footer": "ftr",
}  # fmt: skip

CONTENT_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def write_docx(path: Path, body: str, parts: Mapping[str, str]) -> None:
    """Write a DOCX file of raw XML."""
    relations = [(f"{RELATIONS}/{name.rstrip('0123456789')}", f"{name}.xml") for name in parts]
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", _relations([(f"{RELATIONS}/officeDocument", "word/document.xml")]))
        archive.writestr("word/_rels/document.xml.rels", _relations(relations))
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            root = ROOTS[name.rstrip("0123456789")]
            archive.writestr(f"word/{name}.xml", f"<w:{root} {SPACES}>{content}</w:{root}>")


def _relations(targets: list[tuple[str, str]]) -> str:
    each = (f'<Relationship Id="r{n}" Type="{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'


def p(text: str, properties: str = "") -> str:
    """Write a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def shown(reading: Reading) -> list[tuple[str, str]]:
    """Return kind and text of every block."""
    return [(block.kind.value, block.text) for page in reading.pages for block in page.blocks]


def texts(reading: Reading, kind: BlockKind | None = None) -> list[str]:
    """Return the texts of all blocks, or of those of a kind."""
    return [block.text for page in reading.pages for block in page.blocks if kind in (None, block.kind)]


#: The sample holdings, made by word processors and browsers.
HOLDINGS = Path(str(files("documents"))) / "holdings"


def read_sample(name: str) -> Reading:
    """Read a PDF of the sample holdings."""
    return extract(HOLDINGS / name, "application/pdf")


def rows(reading: Reading) -> list[tuple[str, ...]]:
    """Return the rows of all tables."""
    return [row for page in reading.pages for block in page.blocks for row in block.rows]


#: Fonts every PDF reader has.
FONTS = {"F": "Helvetica", "B": "Helvetica-Bold"}
#: A place from the lower left corner in points, a font of FONTS, a size, and a text.
Written = tuple[float, float, str, float, str]


def pdf_bytes(pages: list[list[Written]], info: str = "", catalogue: str = "") -> bytes:
    """Write a PDF with texts at their places."""
    objects = {1: f"<</Type/Catalog/Pages 2 0 R{catalogue}>>", 3: f"<<{info}>>"}
    fonts = "".join(
        f"/{name}<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>" for name, font in FONTS.items()
    )
    for number, page in enumerate(pages):
        stream = "\n".join(_show(written) for written in page)
        resources = f"/Resources<</Font<<{fonts}>>>>/Contents {5 + 2 * number} 0 R"
        objects[4 + 2 * number] = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{resources}>>"
        objects[5 + 2 * number] = f"<</Length {len(stream.encode('cp1252'))}>>stream\n{stream}\nendstream"
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects[2] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>"
    return _file(objects)


def _file(objects: dict[int, str]) -> bytes:
    """Write numbered objects with their table of contents."""
    content = b"%PDF-1.7\n"
    table = "0000000000 65535 f \n"
    for number, text in sorted(objects.items()):
        table += f"{len(content):010} 00000 n \n"
        content += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    end = f"xref\n0 {len(objects) + 1}\n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R/Info 3 0 R>>\n"
    return content + f"{end}startxref\n{len(content)}\n%%EOF".encode("cp1252")


def _show(written: Written) -> str:
    left, bottom, font, size, text = written
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {left} {bottom} Td ({escaped}) Tj ET"


def column(lines: list[str], top: float = 700, left: float = 72) -> list[Written]:
    """Place lines below each other, 14 points apart, in 12 point type."""
    return [(left, top - 14 * number, "F", 12, line) for number, line in enumerate(lines)]
