"""A folder of backups is kept in order, and nothing in it is believed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.archive import Archive, Submission
from archive.backup.backing_up import BackedUp
from archive.backup.errors import BackupError, BackupFault
from archive.backup.keys import KeyFile
from archive.backup.mending import mend
from archive.backup.telling import tell_erasures
from archive.backup.vault import locked
from archive.custody import FileState
from archive.erasure import ErasureReason
from archive.home import Home
from archive.values import Details
from tests.archive.backup.making import KEY, backed_up, fault, files, no_report, opened, restored
from tests.archive.conftest import Offer


def original(folder: Path, number: int = 0) -> Path:
    """Return the file of an original in a folder of backups."""
    return sorted(path for path in (folder / "dateien").rglob("*") if path.is_file())[number]


def test_as_many_snapshots_are_kept_as_were_asked_for(archive: Archive, offer: Offer, folder: Path) -> None:
    shared = offer("Bleibt.")
    gone = offer("Geht mit den Beispielen.", details=None)
    made: list[BackedUp] = [backed_up(archive, folder)]
    archive.erase(gone.code, "", ErasureReason.EXPIRED)
    made += [backed_up(archive, folder) for _ in range(2)]
    assert len({each.snapshot for each in made}) == 3
    last = backed_up(archive, folder, keep=2)
    assert last.retained.removed == (made[0].snapshot, made[1].snapshot)
    assert last.retained.kept == (made[2].snapshot, last.snapshot)
    assert original(folder).name == shared.checksum
    assert len(files(folder / "dateien")) == 1


def test_an_original_no_snapshot_names_goes_after_the_last_that_did(
    archive: Archive, offer: Offer, folder: Path
) -> None:
    offer("Ein Beispiel.", details=Details(is_sample=True))
    offer("Kein Beispiel.")
    backed_up(archive, folder)
    archive.discard_samples()
    backed_up(archive, folder)
    assert len(files(folder / "dateien")) == 2
    backed_up(archive, folder, keep=1)
    assert list(files(folder / "dateien").values()) == [b"Kein Beispiel."]


def test_a_snapshot_nobody_can_read_lets_no_original_be_deleted(archive: Archive, offer: Offer, folder: Path) -> None:
    offer("Ein Fest.")
    first = backed_up(archive, folder)
    (folder / first.snapshot / "verzeichnis.json").write_bytes(b"{")
    (folder / "dateien" / "ab").mkdir(exist_ok=True)
    (folder / "dateien" / "ab" / ("ab" * 32)).write_bytes(b"von wem?")
    done = backed_up(archive, folder)
    assert (done.retained.unreadable, done.retained.originals) == ((first.snapshot,), 0)
    done = backed_up(archive, folder, keep=2)
    assert (done.retained.unreadable, done.retained.originals) == ((), 1)


@pytest.mark.parametrize("key", [None, KEY])
def test_what_rots_in_a_backup_is_renewed_by_the_next(
    archive: Archive, offer: Offer, folder: Path, key: KeyFile | None
) -> None:
    offer("Ein Fest.")
    backed_up(archive, folder, key)
    path = original(folder)
    good = path.read_bytes()
    path.write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
    assert backed_up(archive, folder, key).copied == 1
    assert restored(folder, folder.with_name("neu"), key).lost == ()


@pytest.mark.parametrize("key", [None, KEY])
@pytest.mark.parametrize(
    "harm", [lambda content: content[:-1], lambda content: content + b"x", lambda _: b"", lambda c: c[:20] + c[:20]]
)
def test_a_damaged_original_is_told_and_the_rest_comes_back(
    archive: Archive, offer: Offer, folder: Path, key: KeyFile | None, harm: Callable[[bytes], bytes]
) -> None:
    offer("Ein langes Fest im Quartier.")
    offer("Noch eines.")
    backed_up(archive, folder, key)
    path = original(folder)
    path.write_bytes(harm(path.read_bytes()))
    back = restored(folder, folder.with_name("neu"), key)
    assert (back.documents, back.files, len(back.lost)) == (2, 1, 1)
    with opened(folder.with_name("neu")) as new:
        list(new.fixity.check_all())


def test_encrypted_files_cannot_take_each_others_place(archive: Archive, offer: Offer, folder: Path) -> None:
    offer("Eins")
    offer("Zwei")
    backed_up(archive, folder, KEY)
    first, second = original(folder, 0), original(folder, 1)
    one, other = first.read_bytes(), second.read_bytes()
    first.write_bytes(other)
    second.write_bytes(one)
    assert len(restored(folder, folder.with_name("neu"), KEY).lost) == 2


def test_a_large_encrypted_original_comes_back_and_cannot_be_cut(archive: Archive, folder: Path) -> None:
    large = folder.with_name("groß.txt")
    large.write_text("Ein sehr langes Fest.\n" * 200_000, encoding="utf-8")
    receipt = archive.take_in(Submission(large, "groß.txt", Details()))
    backed_up(archive, folder, KEY)
    back = folder.with_name("neu")
    assert restored(folder, back, KEY).lost == ()
    with opened(back) as new:
        assert new.path(receipt.checksum).read_bytes() == large.read_bytes()
    path = original(folder)
    path.write_bytes(path.read_bytes()[: 16 + 2 * (1024**2 + 16)])
    assert len(restored(folder, folder.with_name("gekürzt"), KEY).lost) == 1


@pytest.mark.parametrize("name", ["catalogue.sqlite", "verzeichnis.json", "fingerprints.secret"])
@pytest.mark.parametrize("key", [None, KEY])
def test_nothing_comes_back_without_a_sound_catalogue(
    archive: Archive, offer: Offer, folder: Path, name: str, key: KeyFile | None
) -> None:
    offer("Ein Fest.")
    done = backed_up(archive, folder, key)
    path = folder / done.snapshot / f"{name}{'.aes' if key else ''}"
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    expected = BackupFault.UNREADABLE if name == "verzeichnis.json" and not key else BackupFault.ALTERED
    assert fault(folder, folder.with_name("neu"), key) == expected
    path.unlink()
    assert fault(folder, folder.with_name("neu"), key) == BackupFault.MISSING


def test_links_and_devices_are_no_files(archive: Archive, offer: Offer, folder: Path, tmp_path: Path) -> None:
    offer("Ein Fest.")
    done = backed_up(archive, folder)
    catalogue = folder / done.snapshot / "catalogue.sqlite"
    elsewhere = tmp_path / "anderswo"
    catalogue.rename(elsewhere)
    catalogue.symlink_to(elsewhere)
    assert fault(folder, tmp_path / "neu") == BackupFault.NOT_A_FILE
    catalogue.unlink()
    os.mkfifo(catalogue)
    assert fault(folder, tmp_path / "neu") == BackupFault.NOT_A_FILE
    catalogue.unlink()
    catalogue.mkdir()
    assert fault(folder, tmp_path / "neu") == BackupFault.NOT_A_FILE
    catalogue.rmdir()
    elsewhere.rename(catalogue)
    path = original(folder)
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert len(restored(folder, tmp_path / "neu").lost) == 1


def test_a_snapshot_names_no_paths_and_no_sizes_beyond_what_is_held(
    archive: Archive, offer: Offer, folder: Path, tmp_path: Path
) -> None:
    offer("Ein Fest.")
    done = backed_up(archive, folder)
    manifest = folder / done.snapshot / "verzeichnis.json"
    good = manifest.read_text(encoding="utf-8")
    checksum = original(folder).name
    for bad in (
        good.replace(f'"{checksum}"', '"../../../etc/passwd"'),
        good.replace(f'"{checksum}": 9', f'"{checksum}": 99999999999999'),
        good.replace(f'"{checksum}": 9', f'"{checksum}": -1'),
        good.replace('"documents"', '"dokumente"'),
    ):
        assert bad != good
        manifest.write_text(bad, encoding="utf-8")
        assert fault(folder, tmp_path / "neu") == BackupFault.UNREADABLE
    manifest.write_text(good.replace(f'"{checksum}": 9', f'"{checksum}": 8'), encoding="utf-8")
    assert len(restored(folder, tmp_path / "kürzer").lost) == 1
    manifest.write_text(good.replace('"catalogue.sqlite"', '"../catalogue.sqlite"'), encoding="utf-8")
    assert fault(folder, tmp_path / "neu") == BackupFault.MISSING


def test_a_backup_of_a_newer_program_is_not_touched(archive: Archive, folder: Path, tmp_path: Path) -> None:
    done = backed_up(archive, folder)
    manifest = folder / done.snapshot / "verzeichnis.json"
    good = manifest.read_text(encoding="utf-8")
    schema = good.partition('"schema": "')[2][:4]
    manifest.write_text(good.replace(f'"schema": "{schema}"', '"schema": "9999"'), encoding="utf-8")
    assert fault(folder, tmp_path / "neu") == BackupFault.NEWER
    header = folder / "sicherung.json"
    header.write_text(header.read_text(encoding="utf-8").replace('"format":1', '"format":2'), encoding="utf-8")
    assert fault(folder, tmp_path / "neu") == BackupFault.NEWER


def test_only_one_writes_into_a_folder(archive: Archive, folder: Path) -> None:
    backed_up(archive, folder)
    with locked(folder), pytest.raises(BackupError, match="busy"):
        backed_up(archive, folder)
    backed_up(archive, folder)


def test_a_damaged_catalogue_is_not_backed_up(archive: Archive, offer: Offer, folder: Path) -> None:
    for number in range(50):
        offer(f"Text {number}")
    backed_up(archive, folder)
    before = files(folder)
    archive.close()
    content = bytearray(archive.home.catalogue.read_bytes())
    for page in range(3, len(content) // 4096, 2):
        content[page * 4096 : page * 4096 + 512] = bytes(512)
    archive.home.catalogue.write_bytes(content)
    with pytest.raises(Exception, match=r"catalogue|malformed"):
        backed_up(archive, folder)
    assert files(folder) == before


def test_a_lost_original_is_told_and_comes_back_from_a_backup_that_has_it(
    archive: Archive, offer: Offer, folder: Path
) -> None:
    first, second = offer("Eins"), offer("Zwei")
    backed_up(archive, folder)
    third = offer("Drei")
    for each in (first, third):
        archive.path(each.checksum).unlink()
    archive.path(second.checksum).chmod(0o600)
    archive.path(second.checksum).write_bytes(b"Zwex")
    done = backed_up(archive, folder)
    assert [each.checksum for each in done.lost] == [third.checksum]
    damaged = mend(archive, folder, None, no_report)
    assert {each.checksum: each.state for each in damaged} == {
        first.checksum: FileState.MISSING,
        second.checksum: FileState.ALTERED,
        third.checksum: FileState.MISSING,
    }
    assert archive.path(first.checksum).read_bytes() == b"Eins"
    assert archive.path(second.checksum).read_bytes() == b"Zwei"
    back = restored(folder, folder.with_name("neu"))
    assert [each.checksum for each in back.lost] == [third.checksum]


def test_a_folder_out_of_reach_is_told_of_erasures_later(archive: Archive, offer: Offer, folder: Path) -> None:
    gone = offer("Ein Fest.")
    assert not tell_erasures(archive)
    backed_up(archive, folder)
    folder.rename(folder.with_name("im Regal"))
    archive.erase(gone.code, "", ErasureReason.REQUESTED)
    assert not tell_erasures(archive)
    folder.with_name("im Regal").rename(folder)
    with locked(folder):
        assert not tell_erasures(archive)
    assert tell_erasures(archive)
    assert gone.checksum in (folder / "geloescht.txt").read_text(encoding="utf-8")


def test_a_folder_of_another_archive_is_told_nothing(archive: Archive, offer: Offer, folder: Path) -> None:
    gone = offer("Ein Fest.")
    backed_up(archive, folder)
    folder.rename(folder.with_name("weg"))
    with opened(folder.with_name("anderes")) as other:
        backed_up(other, folder)
    archive.erase(gone.code, "", ErasureReason.REQUESTED)
    assert not tell_erasures(archive)
    assert gone.checksum not in (folder / "geloescht.txt").read_text(encoding="utf-8")


def test_a_list_of_erasures_nobody_can_read_stops_everything(archive: Archive, folder: Path, tmp_path: Path) -> None:
    backed_up(archive, folder)
    (folder / "geloescht.txt").write_text("was ist das?\n", encoding="utf-8")
    assert fault(folder, tmp_path / "neu") == BackupFault.UNREADABLE
    with pytest.raises(BackupError):
        backed_up(archive, folder)


def test_a_line_without_a_moment_means_every_backup(
    archive: Archive, offer: Offer, folder: Path, tmp_path: Path
) -> None:
    receipt = offer("Ein Fest.")
    backed_up(archive, folder)
    with (folder / "geloescht.txt").open("a", encoding="utf-8") as file:
        file.write(f"{receipt.checksum}  von Hand\n")
    assert restored(folder, tmp_path / "neu").documents == 0


def test_a_home_that_is_not_there_yet_has_no_backups(home: Home, folder: Path) -> None:
    with opened(home.root) as archive:
        assert archive.backups.last() is None
        done = backed_up(archive, folder)
        last = archive.backups.last()
        assert last
        assert (last.path, last.snapshot) == (folder.resolve(), done.snapshot)
