"""Homes and files that commands are run on."""

import zipfile
from pathlib import Path

import pypdf
import pytest

from tests.walk.terminal import Terminal


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A home with the sample holdings."""
    terminal = Terminal(tmp_path_factory.mktemp("samples") / "home")
    result = terminal.run("samples", "add")
    assert result.exit_code == 0, result.output
    return terminal


@pytest.fixture
def fresh(home_folder: Path) -> Terminal:
    """A home with nothing in it."""
    return Terminal(home_folder)


@pytest.fixture
def sack(tmp_path: Path) -> Path:
    """A folder with every kind of bad file, and one good one."""
    folder = tmp_path / "sack"
    folder.mkdir()
    (folder / "gut.txt").write_text("Die Nadelmethode zeigt Lieblingsorte.", encoding="utf-8")
    (folder / "kopie.txt").write_text("Die Nadelmethode zeigt Lieblingsorte.", encoding="utf-8")
    (folder / "kaputt.pdf").write_bytes(b"%PDF-1.7\nnichts")
    (folder / "leer.pdf").write_bytes(b"")
    (folder / "programm.docx").write_bytes(b"\x7fELF" + bytes(100))
    (folder / "in-wahrheit-text.pdf").write_text("Dies ist ein Protokoll und kein PDF.", encoding="utf-8")
    (folder / "~$gut.docx").write_bytes(b"x")
    _locked(folder / "gesperrt.pdf")
    _without_pages(folder / "ohne-seiten.pdf")
    _bomb(folder / "bombe.docx")
    with zipfile.ZipFile(folder / "paket.zip", "w") as pack:
        pack.writestr("drinnen.txt", "Zukunftswerkstatt im Quartier")
        pack.writestr("leer.txt", "")
    zipfile.ZipFile(folder / "nichts.zip", "w").close()
    with zipfile.ZipFile(folder / "boese.zip", "w") as pack:
        pack.writestr("../draussen.txt", "x")
    return folder


def _locked(path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("geheim")
    writer.write(path)


def _without_pages(path: Path) -> None:
    pypdf.PdfWriter().write(path)


def _bomb(path: Path) -> None:
    """Write a DOCX whose text unpacks to a hundred million letters."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as docx:
        docx.writestr("[Content_Types].xml", "<Types/>")
        docx.writestr("word/document.xml", b"<a>" + b"x" * 100_000_000 + b"</a>")
