"""Looking after an archive on the command line."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.walk.terminal import Terminal


def test_check_finds_what_is_missing_and_what_is_altered(fresh: Terminal, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Text {name}", encoding="utf-8")
        fresh.run("ingest", tmp_path / f"{name}.txt")
    report = fresh.json("check")
    assert (report["documents"], report["missing"], report["altered"], report["not_indexed"]) == (3, [], [], [])
    assert (report["last_backup"], report["formats"]) == (None, [{"media_type": "text/plain", "files": 3, "bytes": 18}])
    assert fresh.run("backup", tmp_path / "Sicherungen").exit_code == 0
    assert datetime.now(UTC) - datetime.fromisoformat(fresh.json("check")["last_backup"]) < timedelta(hours=1)
    files = sorted(path for path in (fresh.home / "store").rglob("*") if path.is_file())
    files[0].unlink()
    files[1].chmod(0o600)
    files[1].write_bytes(b"x")
    result = fresh.run("check", "--json")
    report = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [each["checksum"] for each in report["missing"]] == [files[0].name]
    assert [each["checksum"] for each in report["altered"]] == [files[1].name]
    assert "letzten Sicherung" in fresh.run("check").stdout


def test_reindex_answers_as_before(fresh: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Die Nadelmethode", encoding="utf-8")
    fresh.run("ingest", tmp_path / "a.txt")
    before = fresh.json("search", "nadelmethode")["hits"]
    result = fresh.run("reindex")
    assert result.exit_code == 0, result.output
    assert fresh.json("search", "nadelmethode")["hits"] == before


@pytest.mark.parametrize("command", [("search", "x"), ("check",), ("reindex",)])
def test_a_mistyped_home_is_not_created(fresh: Terminal, command: tuple[str, ...]) -> None:
    result = fresh.run(*command)
    assert (result.exit_code, "ist kein Archiv" in result.stderr, fresh.home.exists()) == (1, True, False)


def test_samples_can_be_removed_without_touching_real_documents(fresh: Terminal, tmp_path: Path) -> None:
    fresh.run("samples", "add")
    (tmp_path / "a.txt").write_text("Die Nadelmethode in Graffitihausen", encoding="utf-8")
    (own,) = fresh.lines("ingest", tmp_path / "a.txt")
    assert fresh.run("samples", "remove").exit_code == 0
    assert [hit["document"] for hit in fresh.json("search", "", "--limit", "100")["hits"]] == [own["document"]]
    assert fresh.json("check")["files"] == 1


def test_a_home_that_cannot_be_written_ends_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    result = Terminal(tmp_path / "file" / "home").run("samples", "add")
    assert result.exit_code == 1
    assert "Bitte wählen Sie mit --home einen Ordner" in result.stderr
