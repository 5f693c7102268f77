"""Where backups may lie, and with which keys."""

from pathlib import Path

import pytest

from archive.archive import Archive
from archive.backup.errors import BackupError, BackupFault, BackupKeyError, KeyFault
from archive.backup.keys import KeyFile, read_key
from tests.archive.backup.making import KEY, backed_up, fault, opened


def test_keys_are_asked_for_and_compared(archive: Archive, folder: Path, tmp_path: Path) -> None:
    wrong = KeyFile(tmp_path / "falsch", b"drei Quitten im Keller")
    backed_up(archive, folder, KEY)
    assert fault(folder, tmp_path / "neu") == KeyFault.NEEDED
    assert fault(folder, tmp_path / "neu", wrong) == KeyFault.WRONG
    with pytest.raises(BackupKeyError):
        backed_up(archive, folder, wrong)
    backed_up(archive, tmp_path / "offen")
    assert fault(tmp_path / "offen", tmp_path / "neu", KEY) == KeyFault.NOT_NEEDED


def test_keys_are_long_and_lie_elsewhere(archive: Archive, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupKeyError, match="unreadable"):
        read_key(tmp_path / "fehlt")
    (tmp_path / "kurz").write_bytes(b"  zu kurz  \n\n\n\n\n\n\n\n")
    with pytest.raises(BackupKeyError, match="too_short"):
        read_key(tmp_path / "kurz")
    own = archive.home.root / "schlüssel"
    own.write_bytes(b"vier Birnen im Hof\n")
    assert read_key(own).secret == b"vier Birnen im Hof"
    with pytest.raises(BackupKeyError, match="badly_placed"):
        backed_up(archive, folder, read_key(own))
    assert not folder.exists()


def test_backups_are_made_where_they_belong(archive: Archive, folder: Path, tmp_path: Path) -> None:
    def why(target: Path) -> str:
        with pytest.raises(BackupError) as raised:
            backed_up(archive, target)
        return raised.value.fault

    assert why(archive.home.root / "sicherungen") == BackupFault.TOGETHER
    assert why(tmp_path) == BackupFault.TOGETHER
    (tmp_path / "voll").mkdir()
    (tmp_path / "voll" / "brief.txt").write_text("x", encoding="utf-8")
    assert why(tmp_path / "voll") == BackupFault.NOT_EMPTY
    assert why(tmp_path / "voll" / "brief.txt") == BackupFault.UNUSABLE
    with opened(tmp_path / "anderes") as other:
        backed_up(other, folder)
    assert why(folder) == BackupFault.OTHER_ARCHIVE
    assert fault(tmp_path / "voll", tmp_path / "neu") == BackupFault.NO_BACKUP
