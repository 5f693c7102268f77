"""Reading files on the command line without taking them in."""

import json
from pathlib import Path

import pytest

from tests.walk.terminal import Terminal

INSPECT_KEYS = {
    "media_type", "title", "language", "status", "outcome", "reason", "pages", "kind", "meeting", "date", "header",
    "sites", "topics", "proposals", "agenda_items", "decisions", "results", "tasks", "method", "personal_data",
}  # fmt: skip


def test_inspect_says_everything_and_takes_nothing_in(fresh: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "protokoll.txt"
    path.write_text("Protokoll\n\nTOP 1 Wand\n\nBeschluss: Die Wand wird bunt.\n\n→ Gotha malt.\n", encoding="utf-8")
    record = fresh.json("inspect", path)
    assert record.keys() >= INSPECT_KEYS
    assert [item["number"] for item in record["agenda_items"]] == ["1"]
    assert [(item["text"], item["page"], item["agenda_item"]) for item in record["decisions"]] == [
        ("Die Wand wird bunt.", 1, "1")
    ]
    assert [item["what"] for item in record["tasks"]] == ["Gotha malt."]
    assert not fresh.home.exists()


@pytest.mark.parametrize(
    ("file", "outcome", "reason"),
    [
        ("leer.pdf", "no_text", "Die Datei ist leer."),
        ("programm.docx", "unsupported", "Diese Datei heißt „.docx“, ist aber keine DOCX-Datei."),
        ("paket.zip", "unsupported", "„inspect“ liest einzelne Dateien, keine ZIP-Dateien. Entpacken Sie"),
    ],
)
def test_inspect_refuses_what_the_archive_would_refuse(
    fresh: Terminal, sack: Path, file: str, outcome: str, reason: str
) -> None:
    result = fresh.run("inspect", sack / file, "--json")
    record = json.loads(result.stdout)
    assert result.exit_code == 1
    assert record.keys() >= INSPECT_KEYS
    assert (record["status"], record["outcome"], record["pages"]) == ("refused", outcome, [])
    assert record["reason"].startswith(reason)
    assert record["reason"] in result.stderr
    in_words = fresh.run("inspect", sack / file)
    assert (in_words.exit_code, in_words.stdout) == (1, "")
    assert reason in in_words.stderr


def test_inspect_tells_in_words_what_it_found_and_nothing_twice(fresh: Terminal, sack: Path, tmp_path: Path) -> None:
    path = tmp_path / "protokoll.txt"
    path.write_text(
        "Protokoll\n\n→ Projektleitung Potsdam holt Angebote ein bis 30.04.2020.\n\nAufgabe: Plakate drucken\n",
        encoding="utf-8",
    )
    lines = fresh.run("inspect", path).stdout.splitlines()
    assert lines[0] == "Protokoll (Text, 1 Seite)"
    assert "Aufgabe, Seite 1: Projektleitung Potsdam holt Angebote ein bis 30.04.2020." in lines
    assert fresh.json("inspect", sack / "gesperrt.pdf")["reason"].startswith("Dieses Dokument ist mit einem Passwort")
    assert "(PDF, ohne lesbare Seiten)" in fresh.run("inspect", sack / "gesperrt.pdf").stdout
