"""The archive as a process: started, used, stopped and killed as it happens in life."""

import http.client
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

#: Seconds; a slow machine loads the lexicon in ten.
PATIENCE = 90

BOUNDARY = "grenze"


class Server:
    """A running `wissensarchiv start`."""

    def __init__(self, home: Path, *options: str) -> None:
        command = [sys.executable, "-m", "webui", "--home", str(home), "start", "--port", "0", *options]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        assert self.process.stdout
        line = self.process.stdout.readline()
        ready = re.match(r"Bereit: http://127\.0\.0\.1:(\d+)/", line)
        assert ready, line + (self.process.stderr.read() if self.process.stderr else "")
        self.port = int(ready[1])

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        return self._ask("GET", path, b"", headers)

    def upload(self, name: str, content: bytes, **headers: str) -> tuple[int, str]:
        body = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="dateien"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        ).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()  # fmt: skip
        return self._ask(
            "POST",
            "/hochladen",
            body,
            {
                "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
                "Origin": f"http://127.0.0.1:{self.port}",
                **headers,
            },
        )

    def children(self) -> list[int]:
        """Process ids of the worker: all the processes this one started."""
        parent = f"PPid:\t{self.process.pid}\n"
        return [int(status.parent.name) for status in Path("/proc").glob("[0-9]*/status") if parent in _read(status)]

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body or None, headers)
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()


@pytest.fixture
def served(home_folder: Path) -> Iterator[Callable[..., Server]]:
    """Start servers that are killed at the end, whatever happens."""
    started: list[Server] = []

    def start(*options: str) -> Server:
        server = Server(home_folder, *options)
        started.append(server)
        return server

    yield start
    for server in started:
        if server.process.poll() is None:
            server.end(signal.SIGTERM)
        for pipe in (server.process.stdout, server.process.stderr):
            assert pipe
            pipe.close()


def _read(status: Path) -> str:
    try:
        return status.read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return ""  # it ended while this looked


def wait_until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.1)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "State:\tZ" not in _read(Path(f"/proc/{pid}/status"))


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def found(server: Server, word: str) -> bool:
    return "1 Treffer" in server.get(f"/suche?q={word}")[1]


@linux_only
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_uploaded_file_is_found_and_both_processes_end(
    served: Callable[..., Server], number: signal.Signals
) -> None:
    server = served("--empty")
    status, page = server.upload("wand.txt", b"Die Graffitiwand in der Unterfuehrung.")
    assert (status, "wand" in page) == (200, True)
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
