"""PDF files that are locked, broken, odd, or need a second opinion."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from pypdf.annotations import Text

from indexer.extraction.extract import count_pages, extract
from indexer.extraction.pages import Outcome
from indexer.extraction.pdf import fallback, opening, reader
from tests.indexer.extraction.making import column, pdf_bytes, shown, texts

PDF = "application/pdf"
GERMAN = ["Die Gruppe trifft sich am Montag und bespricht", "die Ergebnisse mit den Eltern."]


def encrypted(password: str, owner: str) -> bytes:
    writer = pypdf.PdfWriter(BytesIO(pdf_bytes([column(GERMAN)])))
    writer.encrypt(password, owner, algorithm="AES-256")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_file_with_a_password_is_locked(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(encrypted("geheim", "geheim"))
    assert extract(tmp_path / "file", PDF).outcome is Outcome.PASSWORD
    assert count_pages(tmp_path / "file", PDF) == 0


def test_a_file_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(encrypted("", "geheim"))
    assert texts(extract(tmp_path / "file", PDF)) == [" ".join(GERMAN)]


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", pdf_bytes([])])
def test_a_file_without_pages_is_broken(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    assert extract(tmp_path / "file", PDF).outcome is Outcome.BROKEN


def test_half_a_file_is_read_as_far_as_it_goes_or_broken(tmp_path: Path) -> None:
    content = pdf_bytes([column(GERMAN)] * 4)
    for length in range(0, len(content), 97):
        (tmp_path / "file").write_bytes(content[:length])
        assert extract(tmp_path / "file", PDF).outcome in (Outcome.BROKEN, Outcome.TEXT, Outcome.NO_TEXT)


def test_a_damaged_page_costs_no_other(tmp_path: Path) -> None:
    content = pdf_bytes([column(GERMAN)] * 2)
    second = b"6 0 obj\n<</Type/Page"
    assert second in content
    (tmp_path / "file").write_bytes(content.replace(second, b"6 0 obj\n[</Type/Page"))
    assert [page.text for page in extract(tmp_path / "file", PDF).pages] == [" ".join(GERMAN), ""]


def test_pages_are_counted_before_reading(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(pdf_bytes([column(GERMAN)] * 7))
    assert count_pages(tmp_path / "file", PDF) == 7


def test_too_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PAGES", 2)
    (tmp_path / "file").write_bytes(pdf_bytes([column(GERMAN)] * 3))
    assert extract(tmp_path / "file", PDF).outcome is Outcome.TOO_LARGE


def test_too_much_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_TEXT", 20)
    (tmp_path / "file").write_bytes(pdf_bytes([column(GERMAN)]))
    assert extract(tmp_path / "file", PDF).outcome is Outcome.TOO_LARGE


def test_comments_and_filled_in_fields_are_notes(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(BytesIO(pdf_bytes([column(GERMAN)])))
    writer.add_annotation(0, Text(rect=(50, 550, 200, 650), text="Bitte prüfen!"))
    with (tmp_path / "file").open("wb") as file:
        writer.write(file)
    assert shown(extract(tmp_path / "file", PDF))[-1] == ("note", "Bitte prüfen!")


#: A font whose letters mean nothing to one tool, as control characters are what it finds.
GARBAGE = ["\x15\x14\x07\x13 \x15\x14\x07\x13"] * 5


def test_the_better_text_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "read_by_pypdf", lambda _: ["\n".join(GERMAN)])
    (tmp_path / "file").write_bytes(pdf_bytes([column(GARBAGE)]))
    reading = extract(tmp_path / "file", PDF)
    assert texts(reading) == GERMAN
    assert reading.tool == fallback.TOOL


def test_the_first_text_stays_where_the_other_is_no_better(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(pdf_bytes([column([*GARBAGE, "Wort"])]))
    reading = extract(tmp_path / "file", PDF)
    assert reading.tool.startswith("pypdfium2")


def test_pypdf_reads_pages_of_text(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(pdf_bytes([column(GERMAN)] * 2))
    assert fallback.read_by_pypdf(tmp_path / "file") == ["\n".join(GERMAN)] * 2


def test_pypdf_gives_nothing_for_long_or_broken_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"nonsense")
    assert fallback.read_by_pypdf(tmp_path / "file") == []
    monkeypatch.setattr(fallback, "MOST_PAGES", 1)
    (tmp_path / "file").write_bytes(pdf_bytes([column(GERMAN)] * 2))
    assert fallback.read_by_pypdf(tmp_path / "file") == []
