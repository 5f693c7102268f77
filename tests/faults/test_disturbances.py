"""Faults of the disk, the catalogue and the index beside a running server: each goes by without a loss."""

import random
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.pages import QUERIES, browse, finds, upload, wait_until
from tests.walk.server import Server, add_account
from tests.walk.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")

FILES = 3


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """A server with three documents that are found, and its home."""
    home = tmp_path_factory.mktemp("disturbed") / "home"
    add_account(home)
    running = Server(home, "--empty")
    assert running.sign_in() == 303
    for number in range(FILES):
        assert upload(running, number)[0] == 303
    wait_until(lambda: all(finds(running, number) for number in range(FILES)))
    yield running, home
    running.ended()


def _is_whole(running: Server) -> bool:
    return all(finds(running, number) for number in range(FILES))


def test_flipped_bytes_lead_to_a_clear_page_and_to_another_index(server: tuple[Server, Path]) -> None:
    running, home = server
    chance = random.Random(3)  # noqa: S311 - no secret
    for _ in range(3):
        wait_until(lambda: any((home / "derived").glob("*/generation-*/SUMS.json")))
        _flip(list((home / "derived").glob("*/generation-*/*.seg")), chance)
        statuses = [running.get(f"/suche?q={each}") for each in QUERIES]
        assert {status for status, _ in statuses} <= {200, 503}
        assert all("Die Suche wird gerade neu aufgebaut" in page for status, page in statuses if status == 503)
        assert not browse(running)
        wait_until(lambda: _is_whole(running))


def test_a_deleted_index_is_built_again_while_pages_answer(server: tuple[Server, Path]) -> None:
    running, home = server
    shutil.rmtree(home / "derived")
    assert not browse(running)
    assert running.get("/suche?q=graffiti")[0] in {200, 503}
    wait_until(lambda: _is_whole(running))
    assert upload(running, FILES)[0] == 303
    wait_until(lambda: finds(running, FILES))


def test_damaged_texts_are_read_again_from_the_files(server: tuple[Server, Path]) -> None:
    running, home = server
    texts = home / "derived" / "texts.sqlite"
    with closing(sqlite3.connect(texts)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with texts.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (texts.stat().st_size - 100))
    wait_until(lambda: _is_whole(running))
    assert not browse(running)


def test_a_locked_catalogue_stops_no_reader_and_says_so_to_writers(server: tuple[Server, Path]) -> None:
    running, home = server
    with closing(sqlite3.connect(home / "catalogue.sqlite", isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        assert not browse(running)
        assert _is_whole(running)
        assert time.monotonic() - began < 20, "a reader waited for the lock"
        assert running.get("/health/ready")[0] == 200
        connection.execute("ROLLBACK")
    assert upload(running, FILES + 1)[0] == 303
    wait_until(lambda: finds(running, FILES + 1))


def test_a_second_server_of_the_same_home_harms_nothing(server: tuple[Server, Path]) -> None:
    running, home = server
    second = Server(home)
    try:
        assert second.sign_in() == 303
        for number in range(FILES + 2, FILES + 6):
            assert upload(second if number % 2 else running, number)[0] == 303
        wait_until(lambda: all(finds(each, FILES + 5) for each in (running, second)))
    finally:
        second.ended()
    report = Terminal(home).json("check")
    assert (report["missing"], report["altered"], report["not_indexed"]) == ([], [], [])


def _flip(files: list[Path], chance: random.Random) -> None:
    """Turn bytes of files around where they stand, as a dying disk does."""
    for path in files:
        path.chmod(0o600)
        with path.open("r+b") as file:
            for place in chance.sample(range(path.stat().st_size), 200):
                file.seek(place)
                byte = file.read(1)[0]
                file.seek(place)
                file.write(bytes([byte ^ 0xFF]))
