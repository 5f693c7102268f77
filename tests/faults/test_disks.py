"""A disk that is full, and one that turned read-only, under a running server: nothing accepted is lost."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.disks import filled, read_only, small_disk
from tests.faults.pages import browse, finds, upload, wait_until
from tests.walk.server import Server, add_account
from tests.walk.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts disks")

MEGABYTES = 48
#: More than what is written between two looks of a file system, so that none of it fits.
LARGE = 200_000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """A server with a document that is found, and its home on a small disk."""
    try:
        with small_disk(tmp_path_factory.mktemp("disk") / "mounted", MEGABYTES) as disk:
            home = disk / "home"
            add_account(home)
            running = Server(home, "--empty")
            assert running.sign_in() == 303
            assert upload(running, 0)[0] == 303
            wait_until(lambda: finds(running, 0))
            yield running, home
            running.ended()
    except PermissionError as error:
        pytest.skip(f"this process may mount no disk: {error}")


def test_a_full_disk_refuses_what_is_sent_and_goes_on_showing_what_it_has(server: tuple[Server, Path]) -> None:
    running, home = server
    with filled(home.parent):
        status, page = running.upload("groß.txt", b"Wort " * LARGE)
        assert status == 507
        assert "Der Speicherplatz ist voll: Nichts wurde gespeichert" in page
        assert not browse(running)
        assert finds(running, 0)
    assert upload(running, 1)[0] == 303
    wait_until(lambda: finds(running, 1))
    assert not [each for each in (home / "store").rglob("*") if each.is_file() and each.stat().st_size > LARGE]


def test_what_was_taken_in_before_the_disk_was_full_is_indexed_afterwards(server: tuple[Server, Path]) -> None:
    running, home = server
    for number in range(2, 6):
        assert upload(running, number)[0] == 303
    with filled(home.parent):
        assert not browse(running)
    wait_until(lambda: all(finds(running, number) for number in range(6)))


def test_a_store_that_turned_read_only_says_so_and_is_read_on(server: tuple[Server, Path]) -> None:
    running, home = server
    with read_only(home / "store"):
        status, page = upload(running, 6)
        assert status == 507
        assert "Das Archiv kann gerade nicht schreiben: Nichts wurde gespeichert" in page
        assert not browse(running)
        assert finds(running, 0)
    assert upload(running, 6)[0] == 303
    wait_until(lambda: finds(running, 6))
    report = Terminal(home).json("check")
    assert (report["missing"], report["altered"], report["not_indexed"]) == ([], [], [])


def test_a_home_that_cannot_be_written_is_refused_with_what_to_do(server: tuple[Server, Path], tmp_path: Path) -> None:
    _, home = server
    other = tmp_path / "home"
    shutil.copytree(home, other)
    with read_only(other):
        refused = Terminal(other).run("start", "--port", "0")
    assert refused.exit_code == 1
    assert "schreib" in refused.output
