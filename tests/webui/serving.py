"""An app behind the real web server, in a thread of its own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

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
        server.trigger.pull_trigger(partial(wasyncore.close_all, server._map, ignore_all=True))  # noqa: SLF001
        thread.join()
        server.task_dispatcher.shutdown()


@contextmanager
def served(app: Flask, pace: Pace = PACE, reach: Reach = LOCAL) -> Iterator[int]:
    """Serve an app and yield the port."""
    with running(app, pace, reach) as server:
        yield server.effective_port
