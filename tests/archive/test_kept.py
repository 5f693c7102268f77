"""What is kept of the catalogue is what stands in it."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.catalogue.kept import KeptReads
from archive.entries import KeywordEntry
from archive.home import Home

#: Rows that are written while others read.
WRITTEN = 30


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A small catalogue."""
    path = tmp_path / "catalogue.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE site (label)")
    return path


def write(catalogue: Path) -> None:
    with closing(sqlite3.connect(catalogue, isolation_level=None)) as connection:
        connection.execute("INSERT INTO site VALUES ('Gotha')")


def test_nothing_is_read_twice_until_somebody_writes(catalogue: Path) -> None:
    with closing(KeptReads(catalogue)) as kept:
        reads = iter(range(9))
        assert [kept.get("sites", lambda: next(reads)) for _ in range(3)] == [0, 0, 0]
        assert kept.get("topics", lambda: next(reads)) == 1
        write(catalogue)
        assert [kept.get("sites", lambda: next(reads)) for _ in range(3)] == [2, 2, 2]
        assert kept.get("topics", lambda: next(reads)) == 3


def test_what_is_read_while_somebody_writes_is_read_again(catalogue: Path) -> None:
    with closing(KeptReads(catalogue)) as kept:

        def too_early() -> str:
            write(catalogue)
            assert kept.get("topics", lambda: "after") == "after"
            return "before"

        assert kept.get("sites", too_early) == "before"
        assert kept.get("sites", lambda: "after") == "after"


class Counting:
    """Reads again and again how much was written, while somebody writes."""

    def __init__(self, catalogue: Path, kept: KeptReads) -> None:
        self._catalogue, self._kept = catalogue, kept
        self.written = 0
        #: How much had been written at least whenever less was read.
        self.failed: list[int] = []

    def read(self) -> None:
        while self.written < WRITTEN:
            before = self.written
            if self._kept.get("number", self._count) < before:
                self.failed.append(before)

    def _count(self) -> int:
        with closing(sqlite3.connect(self._catalogue)) as connection:
            return int(connection.execute("SELECT count(*) FROM site").fetchone()[0])


def test_many_threads_get_what_was_written_last(catalogue: Path) -> None:
    with closing(KeptReads(catalogue)) as kept:
        counting = Counting(catalogue, kept)
        threads = [threading.Thread(target=counting.read) for _ in range(4)]
        for each in threads:
            each.start()
        while counting.written < WRITTEN:
            write(catalogue)
            counting.written += 1
        for each in threads:
            each.join()
        assert counting.failed == []


def test_another_process_that_curates_is_seen_at_once(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with closing(Archive.open(home)) as server, closing(Archive.open(home)) as other:
        assert server.vocabularies.keywords() == server.vocabularies.keywords() == ()
        other.curation.add(KeywordEntry("", "Nachtspaziergang"))
        assert [each.label for each in server.vocabularies.keywords()] == ["Nachtspaziergang"]
        server.curation.add(KeywordEntry("", "Baumpflanzung"))
        assert [each.label for each in server.vocabularies.keywords()] == ["Baumpflanzung", "Nachtspaziergang"]
