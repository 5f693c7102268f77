"""Opening files without copying them."""

import mmap
import pickle
import sys
from pathlib import Path

import pytest

from indexer.index.storage import MappedStorage, patiently


@pytest.fixture
def storage(tmp_path: Path) -> MappedStorage:
    (tmp_path / "lines").write_bytes(b"one\ntwo\nthree")
    (tmp_path / "empty").touch()
    (tmp_path / "pickles").write_bytes(pickle.dumps({"a": 1}, 0) + pickle.dumps([2], 4))
    return MappedStorage(tmp_path)


def test_a_part_looks_into_the_same_map(storage: MappedStorage) -> None:
    file = storage.open_file("lines")
    part = file.subset(4, 9).subset(0, 3)
    assert isinstance(part.view.obj, mmap.mmap)
    assert part.view.obj is file.view.obj
    assert (part.read(), part.read()) == (b"two", b"")


def test_reading_goes_on_where_it_stopped(storage: MappedStorage) -> None:
    file = storage.open_file("lines")
    assert (file.read(2), file.tell(), file.readline(), file.readline(), file.readline()) == (
        b"on",
        2,
        b"e\n",
        b"two\n",
        b"three",
    )
    file.seek(-5, 2)
    assert file.read(99) == b"three"
    assert file.get(4, 3) == b"two"


def test_pickles_follow_each_other(storage: MappedStorage) -> None:
    file = storage.open_file("pickles")
    assert (file.read_pickle(), file.read_pickle()) == ({"a": 1}, [2])


def test_an_empty_file_is_empty(storage: MappedStorage) -> None:
    assert storage.open_file("empty").read() == b""


def test_what_is_missing_for_a_moment_is_waited_for(storage: MappedStorage, tmp_path: Path) -> None:
    tries = []

    def open_late() -> bytes:
        tries.append(1)
        if len(tries) == 3:
            (tmp_path / "late").write_bytes(b"here")
        return bytes(storage.open_file("late").read())

    assert patiently(open_late) == b"here"


def test_what_stays_missing_is_an_error(storage: MappedStorage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.index.storage._PAUSE", 0.0)
    with pytest.raises(FileNotFoundError):
        patiently(lambda: storage.open_file("never"))


def resident(file: Path) -> int:
    """Return how many KiB of a file this process has mapped and holds."""
    said = Path("/proc/self/smaps").read_text(encoding="utf-8").split(str(file), 1)[1]
    return int(said.split("Rss:", 1)[1].split()[0])


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own account of memory")
def test_pages_that_were_let_go_are_held_no_more_and_read_as_before(tmp_path: Path) -> None:
    written = bytes(range(256)) * 16_384
    (tmp_path / "large").write_bytes(written)
    storage = MappedStorage(tmp_path)
    file = storage.open_file("large")
    assert file.get(0, len(written)) == written
    assert resident(tmp_path / "large") == len(written) // 1024
    storage.let_go()
    assert resident(tmp_path / "large") == 0
    assert file.get(0, len(written)) == written
