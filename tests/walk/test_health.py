"""What a running server says of itself to whoever watches over it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.worker import sole_writer
from tests.faults.pages import upload, wait_until
from tests.walk.server import PATIENCE, Server, add_account
from tests.walk.terminal import Terminal


@pytest.fixture
def home(home_folder: Path, tmp_path: Path) -> Path:
    """A home with a document that is found."""
    add_account(home_folder)
    (tmp_path / "a.txt").write_text("Die Fahrradwerkstatt", encoding="utf-8")
    assert Terminal(home_folder).run("ingest", tmp_path / "a.txt").exit_code == 0
    return home_folder


@pytest.fixture
def started() -> Iterator[list[Server]]:
    """Servers that are ended whatever happens."""
    servers: list[Server] = []
    yield servers
    for server in servers:
        server.ended()


def _told(server: Server, path: str) -> tuple[int, dict[str, str]]:
    status, body = server.get(path)
    return status, json.loads(body)


def _is_ready(server: Server) -> bool:
    return _told(server, "/health/ready") == (200, {"status": "ok"})


def test_a_server_without_index_lives_and_is_ready_once_there_is_one(home: Path, started: list[Server]) -> None:
    shutil.rmtree(home / "derived")
    with sole_writer(home / "worker.lock"):  # its own worker stands by meanwhile
        server = Server(home)
        started.append(server)
        assert _told(server, "/health/live") == (200, {"status": "ok"})
        assert _told(server, "/health/ready") == (503, {"status": "starting"})
        assert server.get("/")[0] == 200
    wait_until(lambda: _is_ready(server))
    assert server.sign_in() == 303
    assert "1 Treffer" in server.get("/suche?q=fahrradwerkstatt")[1]


def test_while_an_index_is_built_beside_the_old_one_the_server_stays_ready(home: Path, started: list[Server]) -> None:
    server = Server(home)
    started.append(server)
    wait_until(lambda: _is_ready(server))
    command = [sys.executable, "-m", "webui", "--home", str(home), "reindex"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as rebuilding:
        ready = [_is_ready(server)]
        while rebuilding.poll() is None:
            ready.append(_is_ready(server))
        assert rebuilding.wait(PATIENCE) == 0
    assert all(ready)


@pytest.mark.parametrize("becomes", ["deleted", "replaced"])
def test_without_its_catalogue_a_server_lives_takes_nothing_and_is_not_ready(
    home: Path, started: list[Server], becomes: str
) -> None:
    server = Server(home)
    started.append(server)
    assert server.sign_in() == 303
    kept = home / "catalogue.kept"
    shutil.copy2(home / "catalogue.sqlite", kept)
    (home / "catalogue.sqlite").unlink()
    if becomes == "replaced":
        kept.rename(home / "catalogue.sqlite")
    assert _told(server, "/health/ready") == (503, {"status": "catalogue", "fault": "gone"})
    assert _told(server, "/health/live") == (200, {"status": "ok"})
    status, page = upload(server, 1)
    assert status == 503
    assert "Der Katalog des Archivs fehlt oder wurde ersetzt: Nichts wurde gespeichert" in page


def test_probes_need_no_account_and_tell_nothing_of_the_holdings(home: Path, started: list[Server]) -> None:
    server = Server(home)
    started.append(server)
    wait_until(lambda: _is_ready(server))
    assert server.cookies == {}
    assert {server.get(f"/health/{each}")[1].strip() for each in ("live", "ready")} == {'{"status":"ok"}'}
