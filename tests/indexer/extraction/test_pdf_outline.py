"""Bookmarks tell what is a heading, and metadata in XML the title."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, NameObject

from indexer.extraction.extract import extract
from indexer.extraction.pages import Reading
from indexer.extraction.pdf.lines import Bookmark, Line
from indexer.extraction.pdf.looks import looks_of
from indexer.extraction.pdf.outline import folded, marked
from tests.indexer.extraction.making import Written, column, pdf_bytes

BODY = ["Die Gruppe trifft sich am Montag und bespricht", "die Ergebnisse mit den Eltern."]


def read(folder: Path, writer: pypdf.PdfWriter) -> Reading:
    with (folder / "file").open("wb") as file:
        writer.write(file)
    return extract(folder / "file", "application/pdf")


def writer_of(*pages: list[Written]) -> pypdf.PdfWriter:
    return pypdf.PdfWriter(BytesIO(pdf_bytes(list(pages))))


def headings(reading: Reading) -> list[tuple[str, int]]:
    return [(block.text, block.level) for block in reading.pages[0].blocks if block.kind == "heading"]


def test_a_line_with_a_bookmark_is_a_heading_whatever_it_looks_like(tmp_path: Path) -> None:
    writer = writer_of(column(["1 Haushalt der", "Gruppe", *BODY, "Ausblick", *BODY]))
    chapter = writer.add_outline_item(title="1 Haushalt der Gruppe", page_number=0)
    writer.add_outline_item(title="Ausblick", page_number=0, parent=chapter)
    reading = read(tmp_path, writer)
    assert headings(reading) == [("1 Haushalt der Gruppe", 1), ("Ausblick", 2)]
    assert [block.text for block in reading.pages[0].blocks if block.kind == "paragraph"] == [" ".join(BODY)] * 2


def test_bookmarks_of_other_pages_and_words_say_nothing(tmp_path: Path) -> None:
    writer = writer_of(column(["Haushalt", *BODY]), column(["Anhang"]))
    writer.add_outline_item(title="Haushalt", page_number=1)
    writer.add_outline_item(title="Folie 1", page_number=0)
    assert headings(read(tmp_path, writer)) == []


def test_a_damaged_bookmark_costs_no_text(tmp_path: Path) -> None:
    writer = writer_of(column(BODY))
    writer.add_outline_item(title="Haushalt", page_number=0)
    with (tmp_path / "file").open("wb") as file:
        writer.write(file)
    content = (tmp_path / "file").read_bytes()
    (tmp_path / "file").write_bytes(content.replace(b"(Haushalt)", b"<FEFFD800>"))
    assert [block.text for block in extract(tmp_path / "file", "application/pdf").pages[0].blocks] == [" ".join(BODY)]


@pytest.mark.parametrize(
    ("title", "plain"),
    [("2. Haushalt", "haushalt"), ("  HAUSHALT:", "haushalt"), ("2019", "2019"), ("…", "")],
)
def test_titles_are_compared_without_number_case_and_punctuation(title: str, plain: str) -> None:
    assert folded(title) == plain


def test_a_title_stands_once() -> None:
    lines = [Line("Haushalt", 0, 10, 700, 12), Line("Haushalt", 0, 10, 600, 12)]
    bookmark = Bookmark("haushalt", 1)
    assert [line.bookmark for line in marked(lines, [bookmark], looks_of(lines))] == [bookmark, None]


def test_the_title_is_the_line_that_looks_like_a_heading() -> None:
    listed, printed = Line("1. Haushalt", 0, 10, 700, 12), Line("1. Haushalt", 0, 10, 600, 14, bold=True)
    bookmark = Bookmark("haushalt", 1)
    lines = [listed, Line("2. Termine und was sonst noch war", 0, 10, 690, 12), printed]
    assert [line.bookmark for line in marked(lines, [bookmark], looks_of(lines))] == [None, None, bookmark]


XML = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>
</dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


@pytest.mark.parametrize(
    ("info", "xml", "title"),
    [("", "Bericht aus Gotha", "Bericht aus Gotha"), ("Bericht 2019", "Anderes", "Bericht 2019"), ("", "Unbenannt", ""),
     ("", "<kaputt", "")],
)  # fmt: skip
def test_the_title_in_xml_helps_out(tmp_path: Path, info: str, xml: str, title: str) -> None:
    writer = writer_of(column(BODY))
    stream = DecodedStreamObject()
    stream.set_data(XML.format(xml).encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)  # noqa: SLF001 - as written by others
    writer.add_metadata({"/Title": info})
    assert read(tmp_path, writer).title == title
