"""The write-once store."""

import stat
from hashlib import sha256
from pathlib import Path

import pytest

from archive.errors import UnknownFileError
from archive.store import CHUNK, Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return an empty store."""
    (tmp_path / "store").mkdir()
    return Store(tmp_path / "store")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a file longer than is read at a time."""
    path = tmp_path / "source"
    path.write_bytes(b"0123456789" * (CHUNK // 8))
    return path


def test_a_file_stands_under_its_checksum_and_is_read_only(store: Store, source: Path) -> None:
    checksum = store.put(source)
    assert checksum == sha256(source.read_bytes()).hexdigest()
    path = store.root / checksum[:2] / checksum[2:4] / checksum
    assert store.path(checksum) == path
    assert path.read_bytes() == source.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    with store.open(checksum) as file:
        assert file.read(10) == b"0123456789"


def test_storing_the_same_bytes_again_changes_nothing(store: Store, source: Path) -> None:
    before = store.path(store.put(source)).stat()
    after = store.path(store.put(source)).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert list(store.unfinished()) == []


def test_a_source_that_cannot_be_read_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        store.put(tmp_path / "missing")
    assert list(store.root.iterdir()) == []


def test_checksums_are_told_in_order_and_strangers_are_not(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "source"
    stored = []
    for number in range(5):
        source.write_text(str(number), encoding="utf-8")
        stored.append(store.put(source))
    (store.path(stored[0]).parent / "notes.txt").write_text("fremd", encoding="utf-8")
    assert list(store.checksums()) == sorted(stored)


def test_a_removed_file_is_gone(store: Store, source: Path) -> None:
    checksum = store.put(source)
    store.remove(checksum)
    store.remove(checksum)
    assert not store.holds(checksum)
    with pytest.raises(UnknownFileError):
        store.open(checksum)


@pytest.mark.parametrize("checksum", ["", "ab", "../" * 20 + "etc/passwd", "A" * 64, "g" * 64, "0" * 64 + "\n"])
def test_only_checksums_lead_into_the_store(store: Store, checksum: str) -> None:
    with pytest.raises(UnknownFileError):
        store.path(checksum)
