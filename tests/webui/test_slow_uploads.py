"""A request that arrives byte by byte keeps nobody else waiting, and is ended."""

import http.client
import socket
import time
from contextlib import closing

import pytest

from tests.webui.serving import served
from webui.app import create_app
from webui.pace import Pace
from webui.running import THREADS
from webui.services import Services

#: Seconds until a test gives up.
PATIENCE = 60

HEAD = b"POST /hochladen HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=x\r\n"


def slow(port: int) -> socket.socket:
    """Begin an upload of a hundred thousand bytes."""
    connection = socket.create_connection(("127.0.0.1", port), PATIENCE)
    connection.sendall(HEAD + b"Content-Length: 100000\r\n\r\n")
    return connection


def status(port: int, path: str) -> int:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", path)
        return connection.getresponse().status


def test_more_slow_uploads_than_threads_keep_nobody_waiting(filled: Services) -> None:
    with served(create_app(filled), Pace()) as port:
        connections = [slow(port) for _ in range(THREADS * 2)]
        for path in ("/", "/suche?q=graffiti", "/treffen"):
            for each in connections:
                each.sendall(b"-")
            assert status(port, path) == 200
        for each in connections:
            each.close()


def drip(connection: socket.socket) -> None:
    """Send byte after byte for as long as the other side lets one."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        connection.sendall(b"-")
        time.sleep(0.05)


@pytest.mark.parametrize("begun", [HEAD + b"Content-Length: 100000\r\n\r\n", HEAD + b"X-Lang: "], ids=["body", "head"])
def test_a_request_byte_by_byte_is_ended(filled: Services, begun: bytes) -> None:
    with served(create_app(filled), Pace(grace=0.5, rate=1000)) as port:
        connection = socket.create_connection(("127.0.0.1", port), PATIENCE)
        connection.sendall(begun)
        with closing(connection), pytest.raises((BrokenPipeError, ConnectionResetError)):
            drip(connection)
        assert status(port, "/") == 200


@pytest.mark.parametrize(
    ("received", "seconds", "is_ended"),
    [(1, 59, False), (1, 61, True), (500 * 1024**2, 3600, False), (4096 * 99, 100, True), (4096 * 100, 100, False)],
)
def test_large_uploads_have_the_time_they_need(received: int, seconds: int, is_ended: bool) -> None:  # noqa: FBT001 - a table
    assert Pace().is_too_slow(received, seconds) == is_ended
