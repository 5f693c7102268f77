"""Who made or changed a file is read out of its properties, whatever its format."""

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pptx
import pypdf
import pytest
from PIL import Image
from PIL.ExifTags import Base
from PIL.PngImagePlugin import PngInfo
from pypdf.generic import DecodedStreamObject, NameObject

from archive.formats import DOCX, EML, JPEG, PDF, PNG, RTF
from indexer.extraction.authors import LONGEST, MOST, named
from indexer.extraction.extract import OFFICE, OPENDOCUMENT, extract
from indexer.extraction.wire import decode, encode
from tests.indexer.extraction.test_opendocument import SPACES

MADE, CHANGED = "Anna Müller", "Bodo Muster"
XML = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>{}</rdf:li>
</rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"""


def _docx(path: Path) -> str:
    document = docx.Document()
    document.add_paragraph("Protokoll")
    document.core_properties.author, document.core_properties.last_modified_by = MADE, CHANGED
    document.save(str(path))
    return DOCX


def _pptx(path: Path) -> str:
    slides = pptx.Presentation()
    slides.core_properties.author, slides.core_properties.last_modified_by = MADE, CHANGED
    slides.save(str(path))
    return f"{OFFICE}.presentationml.presentation"


def _xlsx(path: Path) -> str:
    book = openpyxl.Workbook()
    book.properties.creator, book.properties.lastModifiedBy = MADE, CHANGED
    book.save(path)
    return f"{OFFICE}.spreadsheetml.sheet"


def _odt(path: Path) -> str:
    said = f"<meta:initial-creator>{MADE}</meta:initial-creator><dc:creator>{CHANGED}</dc:creator>"
    with ZipFile(path, "w") as archive:
        body = "<office:body><office:text/></office:body>"
        archive.writestr("content.xml", f"<office:document-content {SPACES}>{body}</office:document-content>")
        meta = f"<office:meta>{said}</office:meta>"
        archive.writestr("meta.xml", f"<office:document-meta {SPACES}>{meta}</office:document-meta>")
    return f"{OPENDOCUMENT}.text"


def _pdf(path: Path) -> str:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    stream = DecodedStreamObject()
    stream.set_data(XML.format(CHANGED).encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)  # noqa: SLF001 - as written by others
    writer.add_metadata({"/Author": MADE})
    writer.write(path)
    return PDF


def _rtf(path: Path) -> str:
    made = r"Anna M\'fcller"
    path.write_text(rf"{{\rtf1\ansi{{\info{{\author {made}}}{{\operator {CHANGED}}}}}Protokoll\par}}", encoding="ascii")
    return RTF


def _eml(path: Path) -> str:
    mail = EmailMessage()
    mail["Sender"], mail["Reply-To"], mail["Subject"] = MADE, CHANGED, "Protokoll"
    mail.set_content("Anbei.")
    path.write_bytes(mail.as_bytes())
    return EML


def _jpeg(path: Path) -> str:
    image = Image.new("RGB", (8, 8))
    exif = image.getexif()
    exif[Base.Artist], exif[Base.XPAuthor] = MADE.encode(), CHANGED.encode("utf-16-le")
    image.save(path, "JPEG", exif=exif)
    return JPEG


def _png(path: Path) -> str:
    texts = PngInfo()
    texts.add_itxt("Author", MADE)
    texts.add_itxt("Copyright", CHANGED)
    Image.new("L", (8, 8)).save(path, "PNG", pnginfo=texts)
    return PNG


@pytest.mark.parametrize("make", [_docx, _pptx, _xlsx, _odt, _pdf, _rtf, _eml, _jpeg, _png])
def test_who_made_and_who_changed_a_file(make: Callable[[Path], str], tmp_path: Path) -> None:
    media_type = make(tmp_path / "file")
    reading = extract(tmp_path / "file", media_type)
    assert reading.authors == (MADE, CHANGED)
    assert decode(encode(reading)) == reading


def test_names_are_told_once_and_in_bounds() -> None:
    assert named((" Anna  Müller", None, "", "Anna Müller", "Bodo\nMuster")) == (MADE, CHANGED)
    assert len(named(map(str, range(100)))) == MOST
    assert len(named(("x" * 1000,))[0]) == LONGEST
