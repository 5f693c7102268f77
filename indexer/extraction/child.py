"""The child process that reads files: `python -m indexer.extraction.child DESCRIPTOR MEMORY`.

It says READY once, then for every request first the number of pages, then the reading.
It ends as soon as its parent hangs up, even in the middle of a file.
"""

import json
import os
import queue
import resource
import signal
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from indexer.extraction.extract import count_pages, extract
from indexer.extraction.wire import encode

#: The child's first message: everything is loaded, the clock may run.
READY = b"ready"

Requests = queue.SimpleQueue[dict[str, Any]]


def main(descriptor: int, memory: int) -> None:
    """Read one file after another, as asked by the parent."""
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_CORE, 0)
    connection = Connection(descriptor)
    requests: Requests = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(connection, requests), daemon=True).start()
    connection.send_bytes(READY)
    while True:
        _answer(connection, requests.get())


def _answer(connection: Connection, request: dict[str, Any]) -> None:
    """Read one file; the limit on processor time is the parent's time limit once more."""
    path = Path(request["path"])
    media_type = request["media_type"]
    _allow_seconds(request["seconds"])
    pages = count_pages(path, media_type)
    connection.send_bytes(str(pages).encode())
    _allow_seconds(request["seconds"] + pages * request["seconds_per_page"])
    connection.send_bytes(encode(extract(path, media_type)))


def _listen(connection: Connection, requests: Requests) -> None:
    """Take requests; when the parent hangs up, end the process with the programs it started."""
    try:
        while True:
            requests.put(json.loads(connection.recv_bytes()))
    except (EOFError, OSError):
        os.killpg(0, signal.SIGKILL)


def _allow_seconds(seconds: float) -> None:
    """Let the process use this much more processor time, whole seconds rounded up."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 1)


def _limit(what: int, soft: int) -> None:
    """Set a limit where the system knows it; macOS refuses some."""
    _, hard = resource.getrlimit(what)
    with suppress(ValueError, OSError):
        resource.setrlimit(what, (soft, hard))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
