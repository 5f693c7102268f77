"""What was filled into a PDF's form."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, PdfObject, TextStringObject

from indexer.extraction.extract import extract
from indexer.extraction.pages import BlockKind
from indexer.extraction.pdf.fields import read_fields
from tests.indexer.extraction.making import column, pdf_bytes, texts

PDF = "application/pdf"


def text(value: str) -> TextStringObject:
    return TextStringObject(value)


def entries(**values: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})


def widget(**values: PdfObject) -> DictionaryObject:
    box = ArrayObject(map(NumberObject, (50, 50, 150, 70)))
    return entries(Type=NameObject("/Annot"), Subtype=NameObject("/Widget"), Rect=box, **values)


def write_form(path: Path, field: DictionaryObject) -> None:
    writer = pypdf.PdfWriter(BytesIO(pdf_bytes([column(["Anmeldung"]), column(["Seite zwei"])])))
    references = ArrayObject([writer._add_object(field)])  # noqa: SLF001 - pypdf has no other way to add a field
    writer.pages[1][NameObject("/Annots")] = references
    writer.root_object[NameObject("/AcroForm")] = entries(Fields=references)
    with path.open("wb") as file:
        writer.write(file)


TEXT, CHOICE, BUTTON = NameObject("/Tx"), NameObject("/Ch"), NameObject("/Btn")


@pytest.mark.parametrize(
    ("field", "note"),
    [
        (widget(FT=TEXT, T=text("Text1"), V=text("Gotha")), "Gotha"),
        (widget(FT=TEXT, T=text("Text1"), TU=text("Ort:"), V=text("Gotha")), "Ort: Gotha"),
        (widget(Parent=entries(FT=TEXT, TU=text("Ort"), V=text("Gotha"))), "Ort: Gotha"),
        (widget(FT=CHOICE, V=ArrayObject([text("Moabit"), text("Altona")])), "Moabit, Altona"),
        (
            widget(FT=CHOICE, V=text("1"), Opt=ArrayObject([ArrayObject([text("1"), text("Jugendliche")])])),
            "Jugendliche",
        ),
        (widget(FT=BUTTON, T=text("Essen"), AS=NameObject("/Yes")), "☒ Essen"),
        (widget(FT=BUTTON, TU=text("Anreise"), AS=NameObject("/Bahn")), "☒ Anreise: Bahn"),
    ],
)
def test_fields_are_notes_on_their_page(tmp_path: Path, field: DictionaryObject, note: str) -> None:
    write_form(tmp_path / "file", field)
    reading = extract(tmp_path / "file", PDF)
    assert texts(reading, BlockKind.NOTE) == [note]
    assert reading.pages[1].blocks[-1].text == note


@pytest.mark.parametrize(
    "field",
    [
        widget(FT=TEXT, TU=text("Ort")),
        widget(FT=BUTTON, T=text("Essen"), AS=NameObject("/Off")),
        widget(FT=BUTTON, T=text("Drucken")),
        widget(FT=NameObject("/Sig"), V=entries(Name=text("N. N."))),
    ],
)
def test_what_is_empty_or_off_says_nothing(tmp_path: Path, field: DictionaryObject) -> None:
    write_form(tmp_path / "file", field)
    assert texts(extract(tmp_path / "file", PDF), BlockKind.NOTE) == []


def test_fields_around_each_other_in_a_circle_end(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    field = widget(FT=TEXT)
    reference = writer._add_object(field)  # noqa: SLF001 - likewise
    field[NameObject("/Parent")] = reference
    writer.pages[0][NameObject("/Annots")] = ArrayObject([reference])
    with (tmp_path / "file").open("wb") as file:
        writer.write(file)
    assert read_fields(tmp_path / "file") == {0: []} or not any(
        block.text for blocks in read_fields(tmp_path / "file").values() for block in blocks
    )
