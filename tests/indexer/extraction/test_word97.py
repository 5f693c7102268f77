"""DOC, by whichever tool is there; small scripts stand in for the tools where only their answer matters."""

from pathlib import Path

import pytest

from indexer.extraction import word97
from indexer.extraction.extract import extract
from indexer.extraction.pages import Outcome, Reading
from tests.indexer.extraction.making import p, shown, write_docx

DOC = "application/msword"


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the only place where tools are found."""
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def read(folder: Path) -> Reading:
    (folder / "file").write_bytes(word97.SIGNATURES[0] + b"\0" * 100)
    return extract(folder / "file", DOC)


@pytest.mark.usefixtures("tools")
def test_without_a_tool_doc_is_unsupported(tmp_path: Path) -> None:
    assert read(tmp_path).outcome is Outcome.UNSUPPORTED


def test_antiwords_text_and_tables(tmp_path: Path, tools: Path) -> None:
    install(tools, "antiword", r"printf 'Gr\303\274\303\237e\n\n|Was|Wer |\n|A  |B   |\n\fzwei\n'")
    reading = read(tmp_path)
    assert shown(reading) == [("paragraph", "Grüße"), ("table", "Was | Wer\nA | B"), ("paragraph", "zwei")]
    assert (len(reading.pages), reading.tool) == (2, "antiword")


@pytest.mark.parametrize(
    ("message", "outcome"),
    [("Encrypted documents are not supported", Outcome.PASSWORD), ("is not a Word Document.", Outcome.BROKEN)],
)
def test_antiword_may_refuse(tmp_path: Path, tools: Path, message: str, outcome: Outcome) -> None:
    install(tools, "antiword", f"echo '{message}' >&2; exit 1")
    reading = read(tmp_path)
    assert (reading.outcome, reading.detail) == (outcome, message)


def test_libreoffice_comes_first(tmp_path: Path, tools: Path) -> None:
    write_docx(tmp_path / "answer.docx", p("Von LibreOffice"), {})
    install(tools, "antiword", "echo Von antiword")
    install(tools, "soffice", f'for last; do :; done; /bin/cp {tmp_path}/answer.docx "$6/file.docx"')
    reading = read(tmp_path)
    assert (shown(reading), reading.tool) == ([("paragraph", "Von LibreOffice")], "LibreOffice")


def test_antiword_helps_where_libreoffice_fails(tmp_path: Path, tools: Path) -> None:
    install(tools, "antiword", "echo Von antiword")
    install(tools, "soffice", "exit 1")
    assert shown(read(tmp_path)) == [("paragraph", "Von antiword")]


def test_a_tool_that_hangs_is_ended(tmp_path: Path, tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word97, "SECONDS", 0.2)
    install(tools, "antiword", "while :; do :; done")
    reading = read(tmp_path)
    assert reading.outcome is Outcome.BROKEN
    assert "took more than" in reading.detail
