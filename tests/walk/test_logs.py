"""What the running program says about its work: enough to find a fault, and nothing about anybody."""

import json
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.pages import wait_until
from tests.walk.server import NAME, PASSWORD, Server, add_account
from webui.logs import VARIABLE

#: Words that readers send, each in another way; none of them may be repeated.
PRIVATE = ("Kirschenklau", "kirschpfad", "kirschtoken", "kirschdatei", "kirschenzeile", "kirschkopf", "192.0.2.7")

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def saying(home_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Server]]:
    """Start a server that says things in a format."""
    add_account(home_folder)
    servers: list[Server] = []

    def start(wanted: str) -> Server:
        monkeypatch.setenv(VARIABLE, wanted)
        servers.append(Server(home_folder, "--empty", "--proxy", "127.0.0.1", "--name", "archiv.example.org"))
        return servers[-1]

    yield start
    for server in servers:
        if server.process.poll() is None:
            server.ended()


def _use(server: Server) -> None:
    """Do what readers do, with words that are nobody's business."""
    assert server.sign_in("Kirschenklau", PASSWORD) == 400
    assert server.sign_in() == 303
    assert server.upload("kirschdatei.txt", b"Die kirschenzeile.")[0] == 303
    wait_until(lambda: "1 Treffer" in server.get("/suche?q=kirschenzeile")[1])
    told = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "http", "X-Forwarded-Host": "127.0.0.1"}
    assert (
        server.get("/suche?q=Kirschenklau", **told, **{"User-Agent": "kirschkopf", "Referer": "/kirschkopf"})[0] == 200
    )
    assert server.get("/kirschpfad")[0] == 404
    assert server.get("/einladung/kirschtoken")[0] == 404
    assert server.get("/health/live")[0] == 200


def test_every_line_is_json_with_the_facts_of_a_request_and_none_of_its_reader(
    saying: Callable[[str], Server],
) -> None:
    server = saying("json")
    _use(server)
    said = server.ended()
    lines: list[dict[str, Any]] = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert [line for line in said.splitlines() if not line.startswith("{")] == []
    assert all(list(line)[:3] == ["time", "level", "event"] for line in lines)
    requests = [line for line in lines if line["event"] == "request"]
    assert {
        ("GET", "/suche", 200),
        ("POST", "/anmelden", 303),
        ("POST", "/anmelden", 400),
        ("POST", "/hochladen", 303),
        ("GET", "/einladung/<token>", 404),
        ("GET", "", 404),
    } <= {(line["method"], line["route"], line["status"]) for line in requests}
    assert all(isinstance(line["ms"], int) and re.fullmatch("[0-9a-f]{8}", line["request"]) for line in requests)
    assert len({line["request"] for line in requests}) == len(requests)
    assert {"serving", "documents indexed or taken out", "stopped"} <= {line["event"] for line in lines}
    assert not any(line["route"].startswith("/health") for line in requests)
    assert [word for word in (*PRIVATE, NAME, PASSWORD) if word.lower() in said.lower()] == []


def test_people_read_a_line_a_request(saying: Callable[[str], Server]) -> None:
    server = saying("text")
    server.get("/suche?q=Kirschenklau")
    said = server.ended()
    assert re.search(
        r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ info    request request=\w{8} method=GET route=/suche status=200 ms=\d+$",
        said,
        re.MULTILINE,
    )
    assert "Kirschenklau" not in said


def test_unless_asked_it_says_nothing_while_all_is_well(saying: Callable[[str], Server]) -> None:
    server = saying("warnungen")
    _use(server)
    assert server.ended() == ""


@linux_only
def test_a_worker_that_was_killed_is_told(saying: Callable[[str], Server]) -> None:
    server = saying("json")
    wait_until(lambda: bool(server.children()))
    (worker,) = server.children()
    os.kill(worker, signal.SIGKILL)
    wait_until(lambda: server.children() not in ([worker], []))
    (line,) = (json.loads(line) for line in server.ended().splitlines() if "worker ended" in line)
    assert (line["level"], line["exit_code"]) == ("warning", -signal.SIGKILL)


def test_another_word_is_refused_in_one_sentence(home_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "laut")
    with pytest.raises(AssertionError, match="laut"):
        Server(home_folder, "--empty")
