"""An app behind the real web server, in a thread of its own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from waitress import wasyncore
from waitress.server import BaseWSGIServer

from webui.pace import Pace
from webui.reach import Reach
from webui.running import PACE, listen

LOCAL = Reach("127.0.0.1", 0)


@contextmanager
def running(app: Flask, pace: Pace = PACE, reach: Reach = LOCAL) -> Iterator[BaseWSGIServer]:
    """Serve an app."""
    server = listen(app, reach, pace)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield server
    finally:
        _end(server, thread)


@contextmanager
def served(app: Flask, pace: Pace = PACE, reach: Reach = LOCAL) -> Iterator[int]:
    """Serve an app and yield the port."""
    with running(app, pace, reach) as server:
        yield server.effective_port


def _end(server: BaseWSGIServer, thread: threading.Thread) -> None:
    """End a server and its thread.

    What a trigger is given is done in the server's own thread, which ends once it watches no socket any more. They are
    closed after it: the pipe of the trigger may still be written to by who pulled it.
    """
    watched: dict[int, wasyncore.dispatcher] = {}

    def release() -> None:
        watched.update(server._map)  # noqa: SLF001
        server._map.clear()  # noqa: SLF001

    server.trigger.pull_trigger(release)
    thread.join()
    server.task_dispatcher.shutdown()
    wasyncore.close_all(watched, ignore_all=True)
