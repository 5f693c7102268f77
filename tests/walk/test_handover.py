"""An archive is handed over and taken over on the command line."""

import csv
import io
from hashlib import sha256
from pathlib import Path

import pytest

from tests.archive.handover.bags import changed, is_valid, payload
from tests.walk.terminal import Terminal


@pytest.fixture(scope="module")
def bag(terminal: Terminal, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All the samples, handed over."""
    target = tmp_path_factory.mktemp("bags") / "Übergabe"
    result = terminal.run("export", target)
    assert result.exit_code == 0, result.output
    assert "LIESMICH.txt" in result.stdout
    return target


def test_the_samples_come_back_and_are_handed_over_alike(terminal: Terminal, bag: Path, tmp_path: Path) -> None:
    assert is_valid(bag)
    result = terminal.run("import", bag, "--home", tmp_path / "new")
    assert result.exit_code == 0, result.output
    taken = Terminal(tmp_path / "new")
    for query in ("graffiti hamburg", "mikroprojektmittel", "art:Methodenpapier"):
        ours, theirs = (each.json("search", query, "--limit", "50") for each in (terminal, taken))
        assert theirs | {"took_ms": 0} == ours | {"took_ms": 0}
    assert taken.run("export", tmp_path / "again").exit_code == 0
    assert payload(tmp_path / "again") == payload(bag)
    assert taken.json("check")["not_indexed"] == []


def test_what_was_erased_since_stays_away(terminal: Terminal, bag: Path, tmp_path: Path) -> None:
    original = next((bag / "data/originale").rglob("Photovoice*.pdf"))
    (tmp_path / "erased").write_text(sha256(original.read_bytes()).hexdigest(), encoding="utf-8")
    result = terminal.run("import", bag, "--home", tmp_path / "new", "--erased", tmp_path / "erased")
    assert (result.exit_code, "1 Dokumente oder Fassungen blieben weg" in result.stdout) == (0, True)
    assert Terminal(tmp_path / "new").json("check")["documents"] == 56


def test_tables_open_in_spreadsheets(bag: Path) -> None:
    text = (bag / "data/metadaten/dokumente.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 57
    assert all((bag / "data" / row["Original"]).is_file() for row in rows)
    assert {row["Lizenz"] for row in rows} >= {"nicht angegeben", "CC BY 4.0"}
    events = (bag / "data/metadaten/ereignisse.csv").read_text(encoding="utf-8-sig")
    assert events.splitlines()[1].split(";")[2:4] == ["ingestion", "Aufnahme"]


def test_the_readme_says_what_is_in_it_in_two_languages(bag: Path) -> None:
    text = (bag / "LIESMICH.txt").read_text(encoding="utf-8")
    assert "ALLES" in text
    assert "EVERYTHING" in text
    for name in ("originale", "lesefassungen", "seite", "metadaten", "metadaten/katalog"):
        assert name.rpartition("/")[2] in text
        assert (bag / "data" / name).is_dir()


def test_what_is_public_goes_alone(terminal: Terminal, tmp_path: Path) -> None:
    found = {hit["document"] for hit in terminal.json("search", "", "--limit", "100")["hits"]}
    hidden = found.difference(_handed(terminal, tmp_path))
    assert hidden
    content = b"".join(path.read_bytes() for path in (tmp_path / "public").rglob("*") if path.is_file())
    assert not [code for code in hidden if code.encode() in content]
    assert "nur, was ÖFFENTLICH ist" in (tmp_path / "public/LIESMICH.txt").read_text(encoding="utf-8")


def _handed(terminal: Terminal, folder: Path) -> list[str]:
    assert terminal.run("export", folder / "public", "--visibility", "öffentlich").exit_code == 0
    text = (folder / "public/data/metadaten/dokumente.csv").read_text(encoding="utf-8-sig")
    return [row["Kennung"] for row in csv.DictReader(io.StringIO(text), delimiter=";")]


def test_a_lost_file_is_told_of(fresh: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text", encoding="utf-8")
    fresh.run("ingest", tmp_path / "a.txt")
    next(path for path in (fresh.home / "store").rglob("*") if path.is_file()).unlink()
    result = fresh.run("export", tmp_path / "bag")
    assert result.exit_code == 1
    assert "aus der letzten Sicherung" in result.stdout
    assert "fehlten schon" in Terminal(tmp_path / "new").run("import", tmp_path / "bag").stdout


def test_refusals_say_what_to_do(fresh: Terminal, bag: Path, tmp_path: Path) -> None:
    refused = fresh.run("import", tmp_path)
    assert (refused.exit_code, "keine Übergabe" in refused.stderr) == (1, True)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("x", encoding="utf-8")
    refused = fresh.run("import", bag, "--home", tmp_path / "full")
    assert (refused.exit_code, "ist nicht leer" in refused.stderr) == (1, True)
    refused = fresh.run("import", bag, "--home", tmp_path / "full" / "file" / "home")
    assert (refused.exit_code, "nichts blieb zurück" in refused.stderr) == (1, True)
    assert "ist kein Archiv" in fresh.run("export", tmp_path / "bag").stderr
    assert not fresh.home.exists()


def test_a_foreign_bag_is_no_archive(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("export", tmp_path / "bag")
    changed(tmp_path / "bag", {"metadaten/katalog/uebersicht.json": None})
    refused = terminal.run("import", tmp_path / "bag", "--home", tmp_path / "new")
    assert "enthält aber keinen Katalog" in refused.stderr
