"""Large bodies are read from those who may upload, and from nobody else."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import pytest
from waitress.server import BaseWSGIServer

from archive.accounts.errors import AccountExistsError
from archive.rights import Role
from tests.webui.serving import running
from webui.admission import SMALL
from webui.app import create_app
from webui.guard import LARGEST_BATCH
from webui.services import Services

PASSWORD = "vier Birnen im Hof"

#: Seconds until a test gives up.
PATIENCE = 20

CHUNK = b"-" * 65536


def head(path: str, body: str, cookie: str = "") -> bytes:
    """Return the head of a request whose body is described by a header."""
    lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: multipart/form-data; boundary=x", body]
    return "\r\n".join([*lines, *([f"Cookie: {cookie}"] if cookie else []), "", ""]).encode()


@pytest.fixture
def server(filled: Services) -> Iterator[BaseWSGIServer]:
    with running(create_app(filled)) as server:
        yield server


@contextmanager
def connected(server: BaseWSGIServer) -> Iterator[socket.socket]:
    with closing(socket.create_connection(("127.0.0.1", server.effective_port), PATIENCE)) as connection:
        yield connection


def session_of(services: Services, role: Role) -> str:
    """Return the cookie of somebody of a role."""
    name = f"Anna {role}"
    with suppress(AccountExistsError):
        services.archive.accounts.add(name, role, PASSWORD)
    return f"sitzung={services.archive.sign_ins.sign_in(name, PASSWORD, '127.0.0.1')}"


def answer(connection: socket.socket) -> tuple[int, str]:
    """Return status and text of the answer after which the other side ends the connection."""
    received = b""
    while data := connection.recv(65536):
        received += data
    said, _, text = received.partition(b"\r\n\r\n")
    assert b"Connection: close" in said
    return int(said.split()[1]), text.decode()


def received(server: BaseWSGIServer) -> int:
    """Return how many bytes of unfinished bodies the server holds."""
    return sum(each.request.body_bytes_received for each in list(server.active_channels.values()) if each.request)


def test_a_visitor_is_turned_away_before_he_sends_anything(server: BaseWSGIServer) -> None:
    with connected(server) as connection:
        connection.sendall(head("/hochladen", f"Content-Length: {400_000_000}"))
        status, text = answer(connection)
    assert status == 403
    assert "anmelden" in text.lower()


def test_whoever_asks_first_whether_to_send_is_not_told_to_go_on(server: BaseWSGIServer) -> None:
    with connected(server) as connection:
        connection.sendall(head("/hochladen", f"Content-Length: {400_000_000}\r\nExpect: 100-continue"))
        assert answer(connection)[0] == 403


def test_whoever_sends_all_the_same_gets_the_answer(server: BaseWSGIServer) -> None:
    def send(connection: socket.socket, sent: list[int]) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                sent.append(connection.send(CHUNK))
            except OSError:
                return

    sent: list[int] = []
    with connected(server) as connection:
        connection.sendall(head("/hochladen", f"Content-Length: {LARGEST_BATCH}"))
        sending = threading.Thread(target=send, args=(connection, sent))
        sending.start()
        assert answer(connection)[0] == 403
        # The other side ends the connection, although not all was sent.
        sending.join(PATIENCE)
        assert not sending.is_alive()
    assert not server.active_channels


def test_what_is_sent_after_the_answer_is_thrown_away_for_a_while(server: BaseWSGIServer) -> None:
    with connected(server) as connection:
        connection.sendall(head("/hochladen", "Content-Length: 400000000"))
        assert answer(connection)[0] == 403
        for _ in range(3):
            connection.sendall(CHUNK)
            time.sleep(0.05)


def test_the_role_counts_and_not_that_somebody_is_signed_in(server: BaseWSGIServer, filled: Services) -> None:
    with connected(server) as connection:
        connection.sendall(head("/hochladen", "Content-Length: 400000000", session_of(filled, Role.STAFF)))
        assert answer(connection)[0] == 403


def test_what_anybody_may_write_to_is_no_way_round(server: BaseWSGIServer) -> None:
    with connected(server) as connection:
        connection.sendall(head("/anmelden", "Content-Length: 400000000"))
        assert answer(connection)[0] == 413


def test_a_body_of_no_stated_length_is_refused_when_it_has_become_large(server: BaseWSGIServer) -> None:
    chunk = f"{len(CHUNK):x}\r\n".encode() + CHUNK + b"\r\n"
    with connected(server) as connection:
        connection.sendall(head("/hochladen", "Transfer-Encoding: chunked"))
        for _ in range(SMALL // len(CHUNK)):
            connection.sendall(chunk)
        connection.sendall(chunk)
        assert answer(connection)[0] == 403


def test_whoever_may_upload_is_heard(server: BaseWSGIServer, filled: Services) -> None:
    with connected(server) as connection:
        connection.sendall(head("/hochladen", "Content-Length: 400000000", session_of(filled, Role.COORDINATION)))
        connection.sendall(CHUNK * 6)
        until = time.monotonic() + PATIENCE
        while received(server) < len(CHUNK) * 6:
            assert time.monotonic() < until
            time.sleep(0.01)


@pytest.mark.parametrize("length", [LARGEST_BATCH + 1, 10**15])
def test_more_than_anybody_may_send_is_refused_in_german(server: BaseWSGIServer, filled: Services, length: int) -> None:
    cookie = session_of(filled, Role.COORDINATION)
    with connected(server) as connection:
        connection.sendall(head("/hochladen", f"Content-Length: {length}", cookie))
        status, text = answer(connection)
    assert status == 413
    assert "500 MB" in text
