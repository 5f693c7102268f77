"""What is made of the word lists once, and kept."""

import os
import tempfile
import time
from mmap import mmap
from pathlib import Path

import pytest

from indexer.analysis.prepared import HEADER, UNUSED, Prepared


class Maker:
    """Makes the same each time, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return b"Quartier" * 2000


@pytest.fixture
def maker() -> Maker:
    return Maker()


def kept(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_it_is_made_once_and_mapped_by_all(maker: Maker, tmp_path: Path) -> None:
    contents = [Prepared(tmp_path / "made").get("nouns", maker) for _ in range(3)]
    assert maker.times == 1
    assert all(isinstance(content, mmap) and content[:] == maker() for content in contents)


def test_others_cannot_read_the_folder(maker: Maker, tmp_path: Path) -> None:
    Prepared(tmp_path / "made").get("nouns", maker)
    assert (tmp_path / "made").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("left", [0, 10, HEADER, HEADER + 1])
def test_a_file_that_was_cut_short_is_made_again(maker: Maker, tmp_path: Path, left: int) -> None:
    prepared = Prepared(tmp_path)
    prepared.get("nouns", maker)
    os.truncate(kept(tmp_path), left)
    assert prepared.get("nouns", maker)[:] == prepared.get("nouns", maker)[:] == Maker()()
    assert maker.times == 2


def test_a_file_with_a_wrong_byte_is_made_again(maker: Maker, tmp_path: Path) -> None:
    prepared = Prepared(tmp_path)
    prepared.get("nouns", maker)
    content = bytearray(kept(tmp_path).read_bytes())
    content[HEADER + 700] ^= 1
    kept(tmp_path).write_bytes(content)
    assert prepared.get("nouns", maker)[:] == Maker()()
    assert maker.times == 2


def test_where_nothing_can_be_written_it_serves_this_process(maker: Maker, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert Prepared(tmp_path / "file" / "made").get("nouns", maker) == Maker()()


def test_what_another_version_left_goes_once_nobody_opens_it(maker: Maker, tmp_path: Path) -> None:
    for name, age in (("old", UNUSED + 60), ("young", UNUSED - 60)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    Prepared(tmp_path).get("nouns", maker)
    assert {path.name.partition("-")[0] for path in tmp_path.iterdir()} == {"nouns", "young"}


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"CACHE_DIRECTORY": "/var/cache/archiv", "HOME": "/home/a"}, "/var/cache/archiv"),
        ({"XDG_CACHE_HOME": "/cache", "HOME": "/home/a"}, "/cache/wissensarchiv"),
        ({"HOME": "/home/a"}, "/home/a/.cache/wissensarchiv"),
        ({}, f"{tempfile.gettempdir()}/wissensarchiv"),
    ],
)
def test_it_lies_where_the_system_keeps_what_can_be_made_again(environment: dict[str, str], folder: str) -> None:
    assert Prepared.of_account(environment).folder == Path(folder)
