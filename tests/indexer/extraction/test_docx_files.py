"""DOCX files that programs write, and those that harm."""

import shutil
import subprocess
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from indexer.extraction import zipped
from indexer.extraction.docx import package
from indexer.extraction.extract import extract
from indexer.extraction.pages import Outcome
from tests.indexer.extraction.making import DOCX, p, shown, texts, write_docx


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A file of python-docx."""
    document = docx.Document()
    document.core_properties.title = "Treffen in Gotha"
    document.add_heading("Ergebnisse", 1)
    document.add_paragraph("Wir haben viel gelernt und die Ergebnisse stehen in der Dokumentation.")
    document.add_paragraph("Plakate", style="List Bullet")
    document.add_paragraph("Zuerst", style="List Number")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Was", "Wer"
    document.sections[0].header.paragraphs[0].text = "JMD im Quartier"
    document.save(str(tmp_path / "file.docx"))
    return tmp_path / "file.docx"


EXPECTED = [
    ("header", "JMD im Quartier"),
    ("heading", "Ergebnisse"),
    ("paragraph", "Wir haben viel gelernt und die Ergebnisse stehen in der Dokumentation."),
    ("item", "• Plakate"),
    ("item", "1. Zuerst"),
    ("table", "Was | Wer"),
]


def test_a_file_of_python_docx(written: Path) -> None:
    reading = extract(written, DOCX)
    assert shown(reading) == EXPECTED
    assert (reading.title, reading.language, reading.outcome) == ("Treffen in Gotha", "de", Outcome.TEXT)
    assert reading.tool.startswith("python-docx ")


@pytest.mark.system
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [("docx", DOCX), ("odt", "application/vnd.oasis.opendocument.text"), ("rtf", "application/rtf"),
     ("doc", "application/msword"), ("pdf", "application/pdf"), ("html", "text/html")],
)  # fmt: skip
def test_what_libreoffice_makes_of_it(written: Path, tmp_path: Path, suffix: str, media_type: str) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    folder = tmp_path / "made"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(written)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = extract(folder / f"file.{suffix}", media_type)
    words = " ".join(texts(found))
    for text in ("JMD im Quartier", "Ergebnisse", "Wir haben viel gelernt", "Plakate", "Zuerst", "Was", "Wer"):
        assert text in words
    if suffix in ("docx", "odt"):
        assert [block for block in shown(found) if block[0] != "footer"] == EXPECTED


def test_a_truncated_file_is_broken(written: Path) -> None:
    written.write_bytes(written.read_bytes()[:3000])
    assert extract(written, DOCX).outcome is Outcome.BROKEN


def test_a_damaged_part_is_broken(tmp_path: Path) -> None:
    write_docx(tmp_path / "file", "<w:p>", {})
    assert extract(tmp_path / "file", DOCX).outcome is Outcome.BROKEN


def test_a_document_without_a_body_is_broken(tmp_path: Path) -> None:
    write_docx(tmp_path / "whole", "", {})
    with ZipFile(tmp_path / "whole") as whole, ZipFile(tmp_path / "file", "w") as file:
        for name in whole.namelist():
            file.writestr(name, b"<document/>" if name == "word/document.xml" else whole.read(name))
    assert "body" in extract(tmp_path / "file", DOCX).detail


@pytest.mark.parametrize("name", ["word/document.xml", "_rels/.rels"])
def test_a_missing_part_is_broken(tmp_path: Path, name: str) -> None:
    write_docx(tmp_path / "whole", p("Text"), {})
    with ZipFile(tmp_path / "whole") as whole, ZipFile(tmp_path / "file", "w") as file:
        for member in whole.infolist():
            if member.filename != name:
                file.writestr(member, whole.read(member))
    assert extract(tmp_path / "file", DOCX).outcome is Outcome.BROKEN


def test_a_bomb_is_too_large(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "file", "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (zipped.SMALL + 1))
    assert (tmp_path / "file").stat().st_size < 20_000
    assert extract(tmp_path / "file", DOCX).outcome is Outcome.TOO_LARGE


def test_too_many_parts_are_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_MEMBERS", 2)
    write_docx(tmp_path / "file", p("Text"), {})
    assert extract(tmp_path / "file", DOCX).outcome is Outcome.TOO_LARGE


def test_a_part_too_large_to_parse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_XML", 100)
    write_docx(tmp_path / "file", p("Text"), {})
    assert extract(tmp_path / "file", DOCX).outcome is Outcome.TOO_LARGE


def test_an_encrypted_file_needs_a_password(tmp_path: Path) -> None:
    container = zipped.OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    (tmp_path / "file").write_bytes(container)
    assert extract(tmp_path / "file", DOCX).outcome is Outcome.PASSWORD


def test_an_old_file_of_the_new_name_is_broken(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(zipped.OLE + b"\0" * 600)
    assert extract(tmp_path / "file", DOCX).outcome is Outcome.BROKEN


def test_entities_are_neither_expanded_nor_loaded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("geheim")
    write_docx(tmp_path / "whole", p("Text &amp; &outside;"), {})
    entity = f'<!DOCTYPE d [<!ENTITY outside SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    with ZipFile(tmp_path / "whole") as whole, ZipFile(tmp_path / "file", "w") as file:
        for name in whole.namelist():
            content = whole.read(name)
            file.writestr(name, entity.encode() + content if name == "word/document.xml" else content)
    assert "geheim" not in " ".join(texts(extract(tmp_path / "file", DOCX)))
