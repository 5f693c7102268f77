"""Backups made in tests, and homes made of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.backup.backing_up import ALL, BackedUp, back_up
from archive.backup.errors import BackupError, BackupKeyError
from archive.backup.keys import KeyFile
from archive.backup.restoring import Restored, restore
from archive.home import Home

KEY = KeyFile(Path("schlüssel"), b"vier Birnen im Hof")


def no_report(_checksum: str) -> None:
    """Report nothing."""


def backed_up(archive: Archive, folder: Path, key: KeyFile | None = None, keep: int = ALL) -> BackedUp:
    """Make a backup."""
    return back_up(archive, folder, key, keep, no_report)


def restored(backup: Path, target: Path, key: KeyFile | None = None) -> Restored:
    """Make a home of a backup."""
    return restore(backup, target, key, frozenset(), no_report)


@contextmanager
def opened(root: Path) -> Iterator[Archive]:
    """Open the archive of a home."""
    archive = Archive.open(Home(root))
    try:
        yield archive
    finally:
        archive.close()


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path, but those of locks."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != ".sperre")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def fault(folder: Path, target: Path, key: KeyFile | None = None) -> str:
    """Return why nothing comes back, of which nothing is left."""
    with pytest.raises((BackupError, BackupKeyError)) as raised:
        restored(folder, target, key)
    assert not target.exists()
    assert [path.name for path in target.parent.iterdir() if path.name.startswith(f".{target.name}")] == []
    assert isinstance(raised.value, BackupError | BackupKeyError)
    return raised.value.fault
