"""Runs the web server in this process and the worker in another, and ends both cleanly."""

import errno
import logging
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

import click
import structlog
import waitress
from flask import Flask
from waitress.server import BaseWSGIServer

from indexer.search.searcher import Searcher
from webui import lasting
from webui.admission import admit
from webui.app import create_app
from webui.compose import Holdings
from webui.guard import LARGEST_BATCH
from webui.logs import LogFormat
from webui.overload import Apologies, Turnstile
from webui.pace import Pace
from webui.reach import Reach
from webui.services import Services
from webui.welcome import welcome

#: A search takes milliseconds; more threads than this only wait for each other on two cores.
THREADS = 8

#: Connections that are kept at once. A browser keeps some six; a process may commonly have a thousand files.
CONNECTIONS = 500

#: Seconds a worker may take to finish the document in hand.
GRACE = 10.0

#: How slowly a request may arrive.
PACE = Pace()

#: A worker that ended is started again after so many seconds.
PAUSE = 1.0


_log = structlog.get_logger()


class PortInUseError(Exception):
    """Another program listens on the port."""


class _StopError(SystemExit):
    """The server was told to stop. It may be told so in the middle of anything: waitress lets only this kind pass."""


def serve(holdings: Holdings, reach: Reach, log: LogFormat) -> None:
    """Serve until SIGINT or SIGTERM.

    Args:
        holdings: What is served.
        reach: Where, and to whom.
        log: How both processes say what they do.

    Raises:
        PortInUseError: Another program listens on the port.
    """
    searcher = holdings.searcher()
    services = Services(holdings.archive, searcher, holdings.texts)
    app = create_app(services, reach.hosts())
    # Under a flood of requests waitress would write a line for each.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = listen(app, reach)
    _on_being_told_to_stop(_stop)
    worker = _Worker(str(holdings.archive.home.root), log)
    try:
        _load(searcher)
        _greet(holdings, reach.address(server.effective_port))
        server.run()
    except _StopError:
        pass
    finally:
        # A second signal while all is being put away changes nothing.
        _on_being_told_to_stop(signal.SIG_IGN)
        server.close()
        services.page_pictures.close()
        worker.end()


def _load(searcher: Searcher) -> None:
    """Read what the first answer would have to wait for."""
    searcher.view()
    lasting.leave_to_itself()


def _greet(holdings: Holdings, address: str) -> None:
    click.echo(f"Bereit: {address}   (Ende mit Strg+C)")
    for line in welcome(holdings.archive, address):
        click.echo(line)
    sys.stdout.flush()
    _log.info("serving")


def listen(app: Flask, reach: Reach, pace: Pace = PACE) -> BaseWSGIServer:
    """Return the web server of an app, which listens already and answers as soon as it runs.

    Raises:
        PortInUseError: Another program listens on the port.
    """
    sockets: dict[int, Any] = {}
    turnstile = Turnstile(Apologies(app))
    turnstile.set_thread_count(THREADS)
    try:
        server = waitress.create_server(
            app,
            map=sockets,
            _dispatcher=turnstile,
            host=reach.host.strip("[]"),
            port=reach.port,
            connection_limit=CONNECTIONS,
            # The other way of waiting knows no more than a thousand files.
            asyncore_use_poll=True,
            ident=None,
            # From so many bytes on.
            max_request_body_size=LARGEST_BATCH + 1,
            clear_untrusted_proxy_headers=True,
            **(_trust(reach.proxy) if reach.proxy else {}),
        )
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortInUseError from error
        raise
    admit(sockets, app, pace)
    return server


def _trust(proxy: str) -> dict[str, object]:
    """Return what lets the server take one proxy's word on who asks, by which name, and whether over HTTPS."""
    headers = {"x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"}
    return {"trusted_proxy": proxy, "trusted_proxy_count": 1, "trusted_proxy_headers": headers}


def _on_being_told_to_stop(act: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, act)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _StopError


class _Worker:
    """The worker process, started again if it ends before it should."""

    def __init__(self, home: str, log: LogFormat) -> None:
        self._command = [sys.executable, "-m", "webui", "--home", home, "--log", log.value, "worker"]
        self._ending = threading.Event()
        self._process = self._started()
        self._watch = threading.Thread(target=self._keep_alive, daemon=True)
        self._watch.start()

    def end(self) -> None:
        """Tell the worker to stop, and wait until it has."""
        self._ending.set()
        self._watch.join()
        self._process.terminate()
        try:
            self._process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        # The pipe is never written to: it ends when this process does, and so tells the worker.
        return subprocess.Popen(self._command, stdin=subprocess.PIPE)  # noqa: S603 - our own program

    def _keep_alive(self) -> None:
        while not self._ending.wait(PAUSE):
            if self._process.poll() is not None:
                _log.warning("worker ended, starting it again", exit_code=self._process.returncode)
                self._process = self._started()
