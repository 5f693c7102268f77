"""Backing up, restoring, verifying and mending on the command line."""

import json
import threading
import time
from pathlib import Path

import pytest

from archive.archive import Archive, Submission
from archive.erasure import ErasureReason
from archive.home import Home
from archive.values import Details
from tests.walk.server import PATIENCE, Server, add_account
from tests.walk.terminal import Terminal


@pytest.fixture
def held(fresh: Terminal, tmp_path: Path) -> Terminal:
    """A home with three texts that are found."""
    for name in ("Nadelmethode", "Graffitiwand", "Fahrradwerkstatt"):
        (tmp_path / f"{name}.txt").write_text(f"Die {name} im Quartier", encoding="utf-8")
        assert fresh.run("ingest", tmp_path / f"{name}.txt").exit_code == 0
    return fresh


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups are made."""
    return tmp_path / "Sicherungen"


def test_the_samples_are_backed_up_verified_and_come_back(terminal: Terminal, tmp_path: Path) -> None:
    key = tmp_path / "schlüssel.txt"
    key.write_text("vier Birnen im Hof\n", encoding="utf-8")
    folder = tmp_path / "Sicherungen"
    done = terminal.json("backup", folder, "--key-file", key)
    assert (done["lost"], done["copied"]) == ([], terminal.json("check")["files"])
    drill = terminal.json("verify", folder, "--key-file", key)
    assert drill["restored"]["documents"] == drill["report"]["documents"] == done["documents"]
    assert [drill["report"][name] for name in ("missing", "altered", "unlisted", "not_indexed")] == [[], [], [], []]
    back = Terminal(tmp_path / "neu")
    result = terminal.run("restore", folder, "--home", back.home, "--key-file", key)
    assert result.exit_code == 0, result.output
    asked = ("search", "graffiti hamburg", "--limit", "100")
    assert back.json(*asked)["hits"] == terminal.json(*asked)["hits"]


def test_what_the_commands_say(held: Terminal, folder: Path, tmp_path: Path) -> None:
    assert "Es gibt noch keine Sicherung" in held.run("check").stdout
    told = held.run("backup", folder).stdout
    assert "3 Dokumente, 3 Dateien." in told
    assert "3 Dateien (88 Byte) waren neu; alles wurde zurückgelesen und stimmt." in told
    assert "Ältere Stände gelöscht: 1, mit 0 Dateien." in held.run("backup", folder, "--keep", "1").stdout
    assert "Letzte Sicherung: " in held.run("check").stdout
    assert "Die Sicherung taugt: Alles ist da, unverändert und auffindbar." in held.run("verify", folder).stdout
    told = held.run("restore", folder, "--home", tmp_path / "neu").stdout
    assert "3 Dokumente mit 3 Dateien, gelesen und auffindbar." in told
    assert "Alle sind abgemeldet." in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("backup", "{home}"), "liegen ineinander"),
        (("backup", "{full}"), "Nennen Sie einen neuen oder leeren Ordner"),
        (("restore", "{full}", "--home", "{new}"), "ist keine Sicherung"),
        (("restore", "{backups}", "--home", "{full}"), "ist nicht leer"),
        (("restore", "{backups}", "--home", "{new}", "--key-file", "{key}"), "Lassen Sie --key-file weg"),
        (("restore", "{locked}", "--home", "{new}"), "Nennen Sie mit --key-file die Schlüsseldatei"),
        (("restore", "{locked}", "--home", "{new}", "--key-file", "{wrong}"), "passt nicht zu dieser Sicherung"),
        (("verify", "{locked}", "--key-file", "{wrong}"), "passt nicht zu dieser Sicherung"),
        (("mend", "{locked}", "--key-file", "{short}"), "mindestens 16 Zeichen"),
        (("backup", "{locked}", "--key-file", "{nowhere}"), "lässt sich nicht lesen"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    held: Terminal, folder: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    places = {"home": held.home, "backups": folder, "new": tmp_path / "neu"}
    for name, secret in (("key", "vier Birnen im Hof"), ("wrong", "fünf Birnen im Hof"), ("short", "kurz")):
        places[name] = tmp_path / name
        places[name].write_text(secret, encoding="utf-8")
    for name in ("full", "locked", "nowhere"):
        places[name] = tmp_path / name
    places["full"].mkdir()
    (places["full"] / "brief.txt").write_text("x", encoding="utf-8")
    held.run("backup", folder)
    held.run("backup", places["locked"], "--key-file", places["key"])
    result = held.run(*(each.format(**places) for each in arguments))
    assert (result.exit_code, said in result.stderr) == (1, True), result.output
    assert not places["new"].exists()


def test_lost_files_come_back_out_of_a_backup(held: Terminal, folder: Path) -> None:
    held.run("backup", folder)
    first, second, third = sorted(path for path in (held.home / "store").rglob("*") if path.is_file())
    before = {path: path.read_bytes() for path in (first, second, third)}
    first.unlink()
    second.chmod(0o600)
    second.write_bytes(b"x")
    result = held.run("check")
    assert (result.exit_code, "wissensarchiv mend SICHERUNG" in result.stdout) == (1, True)
    assert sorted(held.json("mend", folder)["mended"]) == [first.name, second.name]
    assert {path: path.read_bytes() for path in before} == before
    assert held.run("check").exit_code == 0
    third.unlink()
    (folder / "dateien" / third.name[:2] / third.name).unlink()
    result = held.run("mend", folder)
    assert (result.exit_code, "Versuchen Sie es mit einer anderen" in result.stdout) == (1, True)
    result = held.run("backup", folder)
    assert (result.exit_code, "steht in keiner Sicherung hier" in result.stdout) == (1, True)
    result = held.run("verify", folder)
    assert (result.exit_code, "ist verloren" in result.stdout) == (1, True)


def test_a_backup_made_while_people_work_holds_what_its_catalogue_names(
    held: Terminal, folder: Path, tmp_path: Path
) -> None:
    """Files come and go all the time; each backup is one state there was."""
    enough = threading.Event()
    working = threading.Thread(target=_work, args=(held.home, tmp_path / "offered.txt", enough))
    working.start()
    try:
        for number in range(2):
            done = held.json("backup", folder)
            assert done["lost"] == []
            back = Terminal(tmp_path / f"neu-{number}")
            result = held.run("restore", folder / done["snapshot"], "--home", back.home, "--json")
            assert result.exit_code == 0, result.output
            report = back.json("check")
            assert (report["missing"], report["altered"], report["unlisted"]) == ([], [], [])
    finally:
        enough.set()
        working.join()


def _work(home: Path, offered: Path, enough: threading.Event) -> None:
    archive = Archive.open(Home(home))
    number, held = 0, list[str]()
    while not enough.is_set():
        number += 1
        offered.write_text(f"Protokoll {number}", encoding="utf-8")
        held.append(archive.take_in(Submission(offered, "protokoll.txt", Details(is_sample=number % 7 == 0))).code)
        if number % 5 == 0:
            archive.discard_samples()
        time.sleep(0.01)
    archive.close()


def test_a_running_archive_tells_its_backups_what_was_erased(held: Terminal, folder: Path, tmp_path: Path) -> None:
    add_account(held.home)
    assert held.run("backup", folder).exit_code == 0
    archive = Archive.open(Home(held.home))
    gone = archive.descriptions()[0]
    server = Server(held.home)
    try:
        archive.erase(gone.code, "", ErasureReason.REQUESTED)
        until = time.monotonic() + PATIENCE
        while gone.checksum not in (folder / "geloescht.txt").read_text(encoding="utf-8"):
            assert time.monotonic() < until, "the folder of backups is never told"
            time.sleep(0.1)
    finally:
        server.ended()
        archive.close()
    result = held.run("restore", folder, "--home", tmp_path / "neu", "--json")
    assert json.loads(result.stdout)["left_out"] == 1
