"""A backup whose process is killed leaves the earlier ones good, and is cleared up by the next."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from archive import audit
from archive.archive import Archive
from tests.archive.backup.making import backed_up, files, opened, restored
from tests.archive.conftest import Offer
from tests.walk.server import PATIENCE

#: Originals that are to be copied while the process is killed.
MORE = 30

#: So much fits into one file of a disk that is full; a catalogue does.
MEBIBYTES = 2


def originals(folder: Path) -> int:
    return sum(1 for path in (folder / "dateien").rglob("*") if path.is_file())


def unfinished(folder: Path) -> list[str]:
    return [name for name in files(folder) if ".part" in name or name.startswith(".unfertig")]


#: When the process is killed: as soon as one of these can be seen in the folder.
MOMENTS: dict[str, Callable[[Path], bool]] = {
    "it has begun": lambda folder: any(folder.glob(".unfertig-*")),
    "one original is being written": lambda folder: any(folder.glob("dateien/*/*.part")),
    "some originals are copied": lambda folder: originals(folder) >= 1 + MORE // 2,
    "all originals are copied": lambda folder: originals(folder) == 1 + MORE,
    "the catalogue is copied": lambda folder: any(folder.glob(".unfertig-*/catalogue.sqlite")),
    "the list of all is written": lambda folder: any(folder.glob(".unfertig-*/verzeichnis.json")),
    "it has its name": lambda folder: len(list(folder.glob("2*Z"))) == 2,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_earlier_backup_stays_good_whenever_the_process_is_killed(
    archive: Archive, offer: Offer, tmp_path: Path, moment: str
) -> None:
    folder = tmp_path / "Sicherungen"
    offer("Das Erste")
    first = backed_up(archive, folder)
    good = files(folder)
    for number in range(MORE):
        offer(f"Protokoll {number} " * 5_000)
    _kill(archive.home.root, folder, MOMENTS[moment])
    assert files(folder).items() >= good.items()
    back = restored(folder / first.snapshot, tmp_path / "früher")
    assert (back.documents, back.lost) == (1, ())
    last = backed_up(archive, folder)
    assert (last.documents, last.lost, unfinished(folder)) == (1 + MORE, (), [])
    assert originals(folder) == 1 + MORE
    back = restored(folder, tmp_path / "neu")
    assert (back.documents, back.lost) == (1 + MORE, ())
    with opened(tmp_path / "neu") as new:
        assert [*audit.missing(new), *audit.altered(new)] == []


def test_the_very_first_backup_may_be_killed_too(archive: Archive, offer: Offer, tmp_path: Path) -> None:
    folder = tmp_path / "Sicherungen"
    offer("Das Erste")
    _kill(archive.home.root, folder, Path.exists)
    assert backed_up(archive, folder).lost == ()
    assert restored(folder, tmp_path / "neu").documents == 1


def test_a_disk_without_room_leaves_the_earlier_backup_and_nothing_else(
    archive: Archive, offer: Offer, tmp_path: Path
) -> None:
    folder = tmp_path / "Sicherungen"
    offer("Das Erste")
    backed_up(archive, folder)
    good = files(folder)
    offer("Zu viel " * 500_000)
    command = [sys.executable, "-m", "webui", "--home", str(archive.home.root), "backup", str(folder)]
    limited = ["bash", "-c", f'ulimit -f {MEBIBYTES * 1024}; exec "$@"', "bash", *command]
    done = subprocess.run(limited, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "in dem genug Platz ist; frühere Sicherungen sind unverändert" in done.stderr
    assert files(folder) == good


def _kill(home: Path, folder: Path, is_time: Callable[[Path], bool]) -> None:
    """Back a home up in a process of its own, and kill that at its time, or as soon after as this sees it."""
    command = [sys.executable, "-m", "webui", "--home", str(home), "backup", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + PATIENCE
    while not is_time(folder) and process.poll() is None:
        assert time.monotonic() < until, "the backup does not get so far"
    process.send_signal(signal.SIGKILL)
    assert process.wait(PATIENCE) in (-signal.SIGKILL, 0)
