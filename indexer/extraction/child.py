"""The child process that reads files: `python -m indexer.extraction.child DESCRIPTOR MEMORY`.

It says READY once, then for every request first the number of pages, then what it was asked for: a reading, or the
names of attachments and one message for each of them, or a page and its image, or the name of a rendition.
It ends as soon as its parent hangs up, even in the middle of a file.
"""

import json
import os
import queue
import resource
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from indexer.extraction.attachments import attachments
from indexer.extraction.drawing import draw
from indexer.extraction.errors import UnreadableError, only_unreadable
from indexer.extraction.extract import count_pages, extract
from indexer.extraction.ocr import recognise
from indexer.extraction.picture import encode_frame
from indexer.extraction.programs import kill_session
from indexer.extraction.rendition import make_rendition
from indexer.extraction.tasks import Task
from indexer.extraction.wire import encode

#: The child's first message: everything is loaded, the clock may run.
READY = b"ready"

#: Bytes of one file that the programs it starts may write.
LARGEST_FILE = 1024**3


@dataclass(frozen=True, slots=True)
class Request:
    """A file, and what of it is asked for."""

    path: Path
    media_type: str
    #: Of the page to draw, counted from 1, and the pixels its picture shall be wide; 0 where nothing is drawn.
    page: int = 0
    width: int = 0
    #: An empty folder for what is made of the file, or "".
    folder: str = ""


Requests = queue.SimpleQueue[dict[str, Any]]


def main(descriptor: int, memory: int) -> None:
    """Read one file after another, as asked by the parent."""
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, LARGEST_FILE)
    connection = Connection(descriptor)
    requests: Requests = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(connection, requests), daemon=True).start()
    connection.send_bytes(READY)
    while True:
        _answer(connection, requests.get())


def _answer(connection: Connection, request: dict[str, Any]) -> None:
    """Do one task; the limit on processor time is the parent's time limit once more."""
    more = {each: request[each] for each in ("page", "width", "folder") if each in request}
    asked = Request(Path(request["path"]), request["media_type"], **more)
    _allow_seconds(request["seconds"])
    pages = count_pages(asked.path, asked.media_type)
    connection.send_bytes(str(pages).encode())
    _allow_seconds(request["seconds"] + max(pages, 1) * request["seconds_per_page"])
    for message in TASKS[Task(request["task"])](asked):
        connection.send_bytes(message)


def _read(asked: Request) -> Iterator[bytes]:
    yield encode(extract(asked.path, asked.media_type))


def _recognise(asked: Request) -> Iterator[bytes]:
    yield encode(recognise(asked.path, asked.media_type))


def _attachments(asked: Request) -> Iterator[bytes]:
    """Yield the names of all attachments, then each one; or why there are none to be had."""
    try:
        with only_unreadable():
            found = list(attachments(asked.path, asked.media_type))
    except UnreadableError as error:
        yield _failure(error)
        return
    yield json.dumps({"names": [each.name for each in found]}).encode()
    for each in found:
        yield each.content


def _draw(asked: Request) -> Iterator[bytes]:
    """Yield the size and words of a page, then its image; or why it cannot be drawn."""
    try:
        with only_unreadable():
            picture = draw(asked.path, asked.media_type, asked.page, asked.width)
    except UnreadableError as error:
        yield _failure(error)
        return
    yield encode_frame(picture)
    yield picture.image


def _render(asked: Request) -> Iterator[bytes]:
    """Yield the name of the rendition in the folder; or why there is none."""
    try:
        with only_unreadable():
            made = make_rendition(asked.path, asked.media_type, Path(asked.folder))
    except UnreadableError as error:
        yield _failure(error)
        return
    yield json.dumps({"name": made.name}).encode()


def _failure(error: UnreadableError) -> bytes:
    return json.dumps({"outcome": error.outcome, "detail": str(error)}).encode()


#: What each task answers, message by message.
TASKS: Mapping[Task, Callable[[Request], Iterator[bytes]]] = {
    Task.READ: _read,
    Task.RECOGNISE: _recognise,
    Task.ATTACHMENTS: _attachments,
    Task.DRAW: _draw,
    Task.RENDER: _render,
}


def _listen(connection: Connection, requests: Requests) -> None:
    """Take requests; when the parent hangs up, end the process with the programs it started."""
    try:
        while True:
            requests.put(json.loads(connection.recv_bytes()))
    except (EOFError, OSError):
        kill_session(os.getpid())


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
