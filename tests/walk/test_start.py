"""The archive as a process: started, used, stopped and killed as it happens in life."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.walk.server import PATIENCE, Server, add_account, is_alive


@pytest.fixture
def served(home_folder: Path) -> Iterator[Callable[..., Server]]:
    """Start servers that are killed at the end, whatever happens."""
    started: list[Server] = []

    add_account(home_folder)

    def start(*options: str) -> Server:
        server = Server(home_folder, *options)
        assert server.sign_in() == 303
        started.append(server)
        return server

    yield start
    for server in started:
        if server.process.poll() is None:
            server.end(signal.SIGTERM)
        for pipe in (server.process.stdout, server.process.stderr):
            assert pipe
            pipe.close()


def wait_until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.1)


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def found(server: Server, word: str) -> bool:
    return "1 Treffer" in server.get(f"/suche?q={word}")[1]


@linux_only
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_uploaded_file_is_found_and_both_processes_end(
    served: Callable[..., Server], number: signal.Signals
) -> None:
    server = served("--empty")
    status, _ = server.upload("wand.txt", b"Die Graffitiwand in der Unterfuehrung.")
    assert status == 303
    wait_until(lambda: found(server, "graffitiwand"))
    children = server.children()
    assert children
    assert server.end(number) == 0
    wait_until(lambda: not any(map(is_alive, children)))
    assert server.process.stderr
    assert "Traceback" not in server.process.stderr.read()


@linux_only
def test_a_killed_worker_is_replaced_and_a_killed_server_takes_its_worker_along(
    served: Callable[..., Server],
) -> None:
    server = served("--empty")
    wait_until(lambda: bool(server.children()))
    (worker,) = server.children()
    os.kill(worker, signal.SIGKILL)
    server.upload("fest.txt", b"Das Sommerfest im Hof.")
    wait_until(lambda: found(server, "sommerfest"))
    (worker,) = server.children()
    server.end(signal.SIGKILL)
    wait_until(lambda: not is_alive(worker))
    again = served("--empty")
    wait_until(lambda: found(again, "sommerfest"))


def test_a_port_in_use_ends_in_one_sentence(home_folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "webui", "--home", str(home_folder), "start", "--empty", "--port", str(port)]
        result = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert result.returncode == 1
    assert f"Der Anschluss {port} ist schon belegt." in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.org"])  # noqa: S104 - that it is refused is the point
def test_without_accounts_nobody_else_can_reach_it(home_folder: Path, host: str) -> None:
    command = [sys.executable, "-m", "webui", "--home", str(home_folder), "start", "--host", host]
    result = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert result.returncode == 2
    assert "127.0.0.1" in result.stderr


def test_with_an_account_others_can_reach_it(home_folder: Path) -> None:
    add_account(home_folder)
    server = Server(home_folder, "--empty", "--host", "0.0.0.0", "--name", "archiv.example.org")  # noqa: S104 - that it can be reached is the point
    try:
        for host in ("archiv.example.org", f"192.0.2.7:{server.port}", "localhost"):
            assert server.get("/health/live", Host=host)[0] == 200
        assert server.get("/health/live", Host="archiv.example.net")[0] == 400
        assert server.sign_in() == 303
    finally:
        said = server.ended()
    assert "Ohne HTTPS kann im Netz mitgelesen werden" in said


def test_a_proxy_in_front_says_who_asks_and_how(served: Callable[..., Server]) -> None:
    server = served("--empty", "--name", "archiv.example.org", "--proxy", "127.0.0.1")
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "archiv.example.org", "X-Forwarded-For": "192.0.2.7"}
    server.cookies.clear()
    assert server.get("/anmelden", **told)[0] == 200
    assert list(server.cookies) == ["__Host-formular"]


def test_without_a_proxy_nobody_says_so(served: Callable[..., Server]) -> None:
    server = served("--empty")
    server.cookies.clear()
    assert server.get("/anmelden", **{"X-Forwarded-Proto": "https", "X-Forwarded-Host": "example.org"})[0] == 200
    assert list(server.cookies) == ["formular"]


def test_the_start_tells_how_to_sign_in_until_someone_has_an_account(home_folder: Path) -> None:
    server = Server(home_folder)
    assert server.process.stdout
    told = [server.process.stdout.readline() for _ in range(7)]
    accounts = dict(re.findall(r"Konto: (\w+) +Passwort: ([\w-]+)", "".join(told)))
    assert list(accounts) == ["mitarbeitende", "koordination", "datenschutz", "technik"]
    assert server.sign_in("technik", accounts["technik"]) == 303
    assert "Dies ist ein Beispielkonto." in server.get("/konto")[1]
    link = re.search(r"http://127\.0\.0\.1:\d+(/einladung/[\w-]+)", told[-1])
    assert link
    assert "Erstes Konto anlegen" in server.get(link[1])[1]
    server.ended()
    add_account(home_folder)
    again = Server(home_folder)
    assert again.sign_in("technik", accounts["technik"]) == 400
    assert again.sign_in() == 303
    assert "Passwort" not in again.ended()


def test_strangers_are_turned_away(served: Callable[..., Server]) -> None:
    server = served("--empty")
    assert server.get("/", Host="archiv.example.org")[0] == 400
    assert server.upload("a.txt", b"x", Origin="http://example.org")[0] == 403
    assert server.get("/health/live")[0] == 200
    assert json.loads(server.get("/health/ready")[1])


def test_what_the_command_takes_in_beside_a_running_server_is_found_there(
    served: Callable[..., Server], home_folder: Path, tmp_path: Path
) -> None:
    server = served("--empty")
    (tmp_path / "a.txt").write_text("Die Zukunftswerkstatt", encoding="utf-8")
    command = [sys.executable, "-m", "webui", "--home", str(home_folder), "ingest", str(tmp_path / "a.txt"), "--json"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    assert json.loads(result.stdout)["status"] == "held"
    wait_until(lambda: found(server, "zukunftswerkstatt"))
