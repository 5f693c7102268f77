"""Taking files in on the command line."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.walk.terminal import Terminal


def test_every_file_ends_in_a_status_with_a_reason(fresh: Terminal, sack: Path) -> None:
    result = fresh.run("ingest", sack, "--json")
    lines = {line["file"]: line for line in map(json.loads, result.stdout.splitlines())}
    assert {name: line["status"] for name, line in lines.items()} == {
        "gut.txt": "held",
        "kopie.txt": "duplicate",
        "kaputt.pdf": "without_text",
        "leer.pdf": "refused",
        "programm.docx": "refused",
        "in-wahrheit-text.pdf": "held",
        "gesperrt.pdf": "without_text",
        "ohne-seiten.pdf": "without_text",
        "bombe.docx": "without_text",
        "paket.zip!/drinnen.txt": "held",
        "paket.zip!/leer.txt": "refused",
        "boese.zip": "refused",
        "nichts.zip": "refused",
    }
    assert result.exit_code == 1
    assert all(bool(line["reason"]) == (line["status"] != "held") for line in lines.values())
    assert all(bool(line["document"]) == (line["status"] != "refused") for line in lines.values())
    assert "Passwort" in lines["gesperrt.pdf"]["reason"]
    assert fresh.json("search", "lieblingsorte")["total_documents"] == 1
    assert fresh.json("search", "zukunftswerkstatt")["total_documents"] == 1


@pytest.mark.parametrize("members", [(), ("Ordner/",), ("__MACOSX/._a.txt", ".DS_Store")])
def test_a_pack_with_nothing_in_it_is_refused(fresh: Terminal, tmp_path: Path, members: tuple[str, ...]) -> None:
    with zipfile.ZipFile(tmp_path / "nichts.zip", "w") as pack:
        for name in members:
            pack.writestr(name, b"")
    result = fresh.run("ingest", tmp_path / "nichts.zip")
    assert result.exit_code == 1
    assert result.stdout.startswith("nichts.zip: abgelehnt – Diese ZIP-Datei ist leer. ")
    assert result.stderr == ""


def test_a_second_ingest_takes_nothing_twice(fresh: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Ein Fest", encoding="utf-8")
    assert [line["status"] for line in fresh.lines("ingest", tmp_path / "a.md")] == ["held"]
    assert [line["status"] for line in fresh.lines("ingest", tmp_path / "a.md")] == ["duplicate"]


def test_folders_give_their_own_files_only(fresh: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "ordner"
    (folder / ".versteckt").mkdir(parents=True)
    (tmp_path / "fremd.txt").write_text("fremd", encoding="utf-8")
    (folder / "a.txt").write_text("eigen", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "fremd.txt")
    (folder / ".versteckt" / "b.txt").write_text("versteckt", encoding="utf-8")
    assert [line["file"] for line in fresh.lines("ingest", folder)] == ["a.txt"]


def test_a_missing_file_stops_nothing(fresh: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ein Fest", encoding="utf-8")
    result = fresh.run("ingest", tmp_path / "fehlt.txt", tmp_path / "a.txt", "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["file"], line["status"]) for line in lines] == [("fehlt.txt", "refused"), ("a.txt", "held")]
    assert "gibt es nicht" in lines[0]["reason"]
    assert result.exit_code == 1


def test_each_file_has_one_line_whatever_its_name(fresh: Terminal, tmp_path: Path) -> None:
    name = "Über\nuns\x1b[31m\u202e\u2028.txt"
    (tmp_path / name).write_bytes(b"")
    result = fresh.run("ingest", tmp_path / name)
    assert len(result.stdout.splitlines()) == 1
    assert result.stdout.startswith("Über\\nuns\\x1b[31m\\u202e\\u2028.txt: abgelehnt – Die Datei ist leer.")
    (line, rest) = fresh.run("ingest", tmp_path / name, "--json").stdout.split("\n")
    assert (json.loads(line)["file"], rest) == (name, "")


def test_nothing_to_take_in_is_said(fresh: Terminal, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    result = fresh.run("ingest", tmp_path / "leer")
    assert (result.exit_code, "keine Dateien" in result.stderr) == (1, True)
