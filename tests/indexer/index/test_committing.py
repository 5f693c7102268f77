"""A commit is whole or not at all."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from indexer.analysis.plain import PlainAnalysis
from indexer.index.committing import Committing
from indexer.index.schema import passage_schema
from indexer.index.view import IndexView

SCHEMA = passage_schema(PlainAnalysis(), PlainAnalysis())


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """Let no file of this process grow beyond so many bytes, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def put(folder: Path, document: str, **more: str) -> None:
    with Committing(folder, SCHEMA) as committing:
        committing.writer.add_document(id=document, document=document, body="Rap und Tanz", **more)


def documents(folder: Path) -> tuple[str, ...]:
    view = IndexView(folder, SCHEMA)
    found = view.documents
    view.close()
    return found


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # files that failed to close
@pytest.mark.parametrize("room", [0, 100, 1000])
def test_after_a_full_disk_the_next_commit_works(tmp_path: Path, room: int) -> None:
    put(tmp_path, "first")
    with pytest.raises(OSError, match="File too large"), full_disk(room):
        put(tmp_path, "second")
    assert documents(tmp_path) == ("first",)
    put(tmp_path, "third")
    assert documents(tmp_path) == ("first", "third")


def test_an_error_drops_everything(tmp_path: Path) -> None:
    put(tmp_path, "first")
    with pytest.raises(KeyError, match="nosuchfield"):
        put(tmp_path, "second", nosuchfield="Rap")
    put(tmp_path, "third")
    assert documents(tmp_path) == ("first", "third")


def test_what_a_killed_writer_left_is_deleted(tmp_path: Path) -> None:
    put(tmp_path, "first")
    kept = {path.name for path in tmp_path.iterdir()}
    left = ["MAIN_0123456789abcdef.pst", "MAIN_0123456789abcdef.seg", "_MAIN_2.toc.1700000000.25"]
    for name in left:
        (tmp_path / name).write_bytes(b"half")
    with Committing(tmp_path, SCHEMA):
        pass
    assert not any((tmp_path / name).exists() for name in left)
    assert {path.suffix for path in tmp_path.iterdir()} == {Path(name).suffix for name in kept}
    assert documents(tmp_path) == ("first",)
