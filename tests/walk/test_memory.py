"""What is being uploaded lies on disk, not in memory."""

import re
import socket
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.walk.server import PATIENCE, Server, add_account

MEGABYTE = 1024**2

#: Megabytes of a body that never comes to its end.
SENT = 200


def resident(pid: int) -> int:
    """Return the megabytes a process holds in memory."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    assert found
    return int(found[1]) // 1024


def spooled(pid: int) -> int:
    """Return the megabytes in files that a process has open and that have no name any more."""
    total = 0
    for each in Path(f"/proc/{pid}/fd").iterdir():
        try:
            if "(deleted)" in str(each.readlink()):
                total += each.stat().st_size
        except FileNotFoundError:
            continue  # closed while this looked
    return total // MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_an_unfinished_upload_is_held_on_disk(home_folder: Path) -> None:
    add_account(home_folder)
    server = Server(home_folder, "--empty")
    try:
        assert server.sign_in() == 303
        before = resident(server.process.pid)
        with closing(socket.create_connection(("127.0.0.1", server.port), PATIENCE)) as connection:
            cookies = "; ".join(f"{name}={value}" for name, value in server.cookies.items())
            head = ("POST /hochladen HTTP/1.1", "Host: 127.0.0.1", f"Cookie: {cookies}", "Content-Length: 300000000")
            connection.sendall("\r\n".join((*head, "", "")).encode())
            for _ in range(SENT):
                connection.sendall(bytes(MEGABYTE))
            until = time.monotonic() + PATIENCE
            while spooled(server.process.pid) < SENT - 1:
                assert time.monotonic() < until
                time.sleep(0.1)
            assert resident(server.process.pid) - before < SENT // 4
            assert server.get("/")[0] == 200
    finally:
        server.ended()
