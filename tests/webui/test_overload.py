"""When more is asked than can be answered, those who come later are told so, and those who write are let in."""

import http.client
import json
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import pytest
from flask import Flask

from tests.webui.serving import running, served
from tests.webui.test_slow_uploads import PATIENCE
from webui.app import create_app
from webui.overload import LONGEST_QUEUE
from webui.pace import Pace
from webui.running import THREADS
from webui.services import Services

#: Where somebody waits for as long as a test likes.
SLOW = "/langsam"


class Gate:
    """Holds up requests for one address of an app until it is opened."""

    def __init__(self, app: Flask) -> None:
        self._open = threading.Event()
        self.began = threading.Semaphore(0)
        app.add_url_rule(SLOW, "slow", self._wait)

    def _wait(self) -> str:
        self.began.release()
        assert self._open.wait(PATIENCE)
        return "endlich"

    def open(self) -> None:
        """Let everybody through."""
        self._open.set()


def connection(port: int) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: str


def asked(port: int, path: str, **headers: str) -> Answer:
    """Ask by a connection of its own."""
    with closing(connection(port)) as sent:
        sent.request("GET", path, headers=headers)
        answer = sent.getresponse()
        return Answer(answer.status, answer.headers, answer.read().decode())


@contextmanager
def crowded(services: Services) -> Iterator[tuple[int, list[http.client.HTTPConnection], Gate]]:
    """Serve an app all of whose threads are busy and whose queue is full."""
    app = create_app(services)
    gate = Gate(app)
    with running(app, Pace()) as server:
        port = server.effective_port
        waiting = [connection(port) for _ in range(THREADS + LONGEST_QUEUE)]
        for number, each in enumerate(waiting):
            each.request("GET", SLOW)
            if number < THREADS:
                assert gate.began.acquire(timeout=PATIENCE)
        until = time.monotonic() + PATIENCE
        while len(server.task_dispatcher.queue) < LONGEST_QUEUE:
            assert time.monotonic() < until
            time.sleep(0.01)
        try:
            yield port, waiting, gate
        finally:
            gate.open()
            for each in waiting:
                each.close()


def test_who_comes_to_a_full_queue_is_told_when_to_come_back(filled: Services) -> None:
    with crowded(filled) as (port, _, _):
        answer = asked(port, "/suche?q=graffiti")
        assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
        assert answer.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert '<html lang="de">' in answer.body
        assert "Bitte laden Sie diese Seite in 5 Sekunden noch einmal." in answer.body
        assert '<html lang="en">' in asked(port, "/", **{"Accept-Language": "en-GB,en;q=0.8"}).body


def test_programs_are_told_so_too(filled: Services) -> None:
    with crowded(filled) as (port, _, _):
        answer = asked(port, "/api/v1/sites")
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert json.loads(answer.body)["status"] == answer.status == 503


def test_all_who_wait_are_answered_and_then_everybody_is(filled: Services) -> None:
    with crowded(filled) as (port, waiting, gate):
        gate.open()
        assert [each.getresponse().read() for each in waiting] == [b"endlich"] * len(waiting)
        assert asked(port, "/hilfe").status == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/health/live", 200), ("GET", "/static/css/base.css", 200), ("POST", "/abmelden", 403)],
)
def test_nobody_who_writes_is_turned_away(filled: Services, method: str, path: str, status: int) -> None:
    with crowded(filled) as (port, _, gate), closing(connection(port)) as sent:
        sent.request(method, path, headers={"Content-Length": "0"})
        gate.open()
        assert sent.getresponse().status == status


def test_unused_connections_make_way_where_there_are_many(filled: Services) -> None:
    with served(create_app(filled), Pace(many=2, idle=0.2)) as port:
        connections = [connection(port) for _ in range(3)]
        for each in connections:
            each.request("GET", "/hilfe")
            assert each.getresponse().read()
        for each in connections:
            assert each.sock
            assert each.sock.recv(1) == b""
            each.close()
        assert asked(port, "/hilfe").status == 200


@pytest.mark.parametrize(("connections", "seconds", "is_ended"), [(200, 100, False), (201, 3, False), (201, 3.1, True)])
def test_few_connections_are_kept(connections: int, seconds: float, is_ended: bool) -> None:  # noqa: FBT001 - a table
    assert Pace().is_kept_too_long(connections, seconds) == is_ended
