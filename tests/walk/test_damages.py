"""Every damage that a disk, a person or a crash does to a home is named by `check`, with what to do about it."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from archive.home import Home
from archive.home_audit import HomeFaultKind, home_faults
from tests.walk.terminal import Terminal
from webui.home_checking import SAYINGS, saying


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with three documents that are found."""
    folder = tmp_path_factory.mktemp("sound")
    for name in "abc":
        (folder / f"{name}.txt").write_text(f"Protokoll {name} zur Fahrradwerkstatt", encoding="utf-8")
    assert Terminal(folder / "home").run("ingest", *(folder / f"{name}.txt" for name in "abc")).exit_code == 0
    return folder / "home"


@pytest.fixture
def home(sound: Path, tmp_path: Path) -> Home:
    """A copy of it that may be damaged."""
    return Home(Path(shutil.copytree(sound, tmp_path / "home")))


def _originals(home: Home) -> list[Path]:
    return sorted(path for path in home.store.rglob("*") if path.is_file())


def _change(catalogue: Path, statement: str) -> None:
    with closing(sqlite3.connect(catalogue)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(statement)
        connection.commit()


def _lose_an_original(home: Home) -> None:
    _originals(home)[0].unlink()


def _flip_a_bit(home: Home) -> None:
    path = _originals(home)[0]
    path.chmod(0o600)
    content = bytearray(path.read_bytes())
    content[0] ^= 1
    path.write_bytes(content)


def _add_an_original(home: Home) -> None:
    path = home.store / "ab" / "cd" / ("abcd" + "0" * 60)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x")


def _break_an_accession_off(home: Home) -> None:
    (home.store / "tmpx.part").write_bytes(b"x")


def _delete_what_is_derived(home: Home) -> None:
    shutil.rmtree(home.derived)


def _flip_the_index(home: Home) -> None:
    for path in home.derived.glob("*/generation-*/*.seg"):
        path.chmod(0o600)
        content = bytearray(path.read_bytes())
        for place in range(0, len(content), 7):
            content[place] ^= 0xFF
        path.write_bytes(content)


def _spoil_the_texts(home: Home) -> None:
    (home.derived / "texts.sqlite").write_bytes(b"This is not a database. " * 200)


def _break_a_reference(home: Home) -> None:
    _change(home.catalogue, "DELETE FROM document WHERE id = 1")


def _break_an_index_of_the_catalogue(home: Home) -> None:
    _change(home.catalogue, "PRAGMA writable_schema = ON")
    with closing(sqlite3.connect(home.catalogue)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'ix_event_document'")
        connection.commit()


def _open_the_home(home: Home) -> None:
    home.root.chmod(0o755)


#: Damage → what `check` says of it, what it says to do, and whether something is lost or not to be trusted.
DAMAGES: list[tuple[Callable[[Home], None], str, str, int]] = [
    (_lose_an_original, "fehlt.", "aus der letzten Sicherung", 1),
    (_flip_a_bit, "ist verändert.", "aus der letzten Sicherung", 1),
    (_add_an_original, "1 Dateien liegen im Speicher, ohne verzeichnet zu sein", "sie schaden nicht", 0),
    (_break_an_accession_off, "1 angefangene Dateien", "sie schaden nicht", 0),
    (_delete_what_is_derived, "3 Dokumente sind noch nicht auffindbar", "wissensarchiv reindex", 0),
    (_flip_the_index, "Der Suchindex", "wissensarchiv reindex", 0),
    (_spoil_the_texts, "3 Dokumente sind noch nicht auffindbar", "wissensarchiv reindex", 0),
    (_break_a_reference, "Im Katalog verweisen Zeilen von „version“ auf etwas, das fehlt: 1", "letzte Sicherung", 1),
    (_break_an_index_of_the_catalogue, "ist beschädigt (", "letzte Sicherung", 1),
    (_open_the_home, "Andere Konten dieses Rechners kommen in den Ordner", "chmod 700", 0),
]


@pytest.mark.parametrize(
    ("damage", "what", "remedy", "exit_code"), DAMAGES, ids=lambda each: getattr(each, "__name__", "")
)
def test_check_names_a_damage_and_what_to_do(
    home: Home, damage: Callable[[Home], None], what: str, remedy: str, exit_code: int
) -> None:
    assert Terminal(home.root).run("check").stdout.splitlines()[1] == SOUND
    damage(home)
    result = Terminal(home.root).run("check")
    (line,) = (each for each in result.stdout.splitlines() if what in each)
    assert remedy in line
    assert result.exit_code == exit_code


SOUND = "Alles, was aufgenommen wurde, ist da und unverändert."


@pytest.mark.parametrize("damage", [_delete_what_is_derived, _flip_the_index, _spoil_the_texts])
def test_reindex_is_the_remedy_it_is_said_to_be(home: Home, damage: Callable[[Home], None]) -> None:
    damage(home)
    terminal = Terminal(home.root)
    assert terminal.run("reindex").exit_code == 0
    report = terminal.json("check")
    assert (report["not_indexed"], report["home"]) == ([], [])
    assert len(terminal.json("search", "fahrradwerkstatt")["hits"]) == 3


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can give files away")
def test_files_that_another_account_left_are_named(home: Home) -> None:
    os.chown(_originals(home)[0], 65534, 65534)
    (line,) = (each for each in Terminal(home.root).run("check").stdout.splitlines() if "Anderen Konten" in each)
    assert f"Dateien oder Ordner darin: 1, zum Beispiel {_originals(home)[0]}." in line
    assert "chown -R --reference=" in line


def test_a_disk_that_is_nearly_full_is_named(home: Home) -> None:
    (fault,) = home_faults(home, least_free=shutil.disk_usage(home.root).total + 1)
    assert fault.kind is HomeFaultKind.NEARLY_FULL
    assert "frei. Schaffen Sie Platz" in saying(fault)
    assert list(home_faults(home, least_free=0)) == []


def test_every_fault_has_words() -> None:
    assert set(SAYINGS) == set(HomeFaultKind)


@pytest.fixture
def without_catalogue(home: Home) -> Iterator[Home]:
    """A home whose catalogue is gone, and whose originals are not."""
    home.catalogue.unlink()
    before = sorted(home.root.rglob("*"))
    yield home
    assert sorted(home.root.rglob("*")) == before


@pytest.mark.parametrize("command", [("start", "--port", "0"), ("ingest", __file__), ("check",), ("reindex",)])
def test_no_other_catalogue_is_made_for_originals_that_lost_theirs(
    without_catalogue: Home, command: tuple[str, ...]
) -> None:
    result = Terminal(without_catalogue.root).run(*command)
    assert result.exit_code == 1
    assert "liegen Originaldateien, aber der Katalog catalogue.sqlite fehlt" in result.stderr
    assert "aus der letzten Sicherung" in result.stderr


def test_a_catalogue_that_is_no_database_is_named(home: Home) -> None:
    for path in home.root.glob("catalogue.sqlite*"):
        path.unlink()
    home.catalogue.write_bytes(b"This is not a database. " * 200)
    result = Terminal(home.root).run("check")
    assert (result.exit_code, "ist beschädigt. Beenden Sie das Archiv" in result.stderr) == (1, True)


def test_programs_read_the_faults(home: Home) -> None:
    home.root.chmod(0o750)
    result = Terminal(home.root).run("check", "--json")
    assert json.loads(result.stdout)["home"] == [
        {"kind": "open_to_others", "path": str(home.root), "count": 0, "detail": ""}
    ]
