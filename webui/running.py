"""Runs the web server in this process and the worker in another, and ends both cleanly."""

import errno
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from types import FrameType

import click
import waitress
from waitress.server import BaseWSGIServer

from webui.app import create_app
from webui.compose import Holdings
from webui.guard import LARGEST_BATCH
from webui.services import Services

#: A search takes milliseconds; more threads than this only wait for each other on two cores.
THREADS = 8

#: Bytes beyond the largest batch, for the form around it: Flask says what is too large in German, waitress in English.
FORM = 1024**2

#: Seconds a worker may take to finish the document in hand.
GRACE = 10.0

#: A worker that ended is started again after so many seconds.
PAUSE = 1.0


class PortInUseError(Exception):
    """Another program listens on the port."""


class _StopError(Exception):
    """The server was told to stop."""


def serve(holdings: Holdings, host: str, port: int) -> None:
    """Serve until SIGINT or SIGTERM.

    Raises:
        PortInUseError: Another program listens on the port.
    """
    searcher = holdings.searcher()
    app = create_app(Services(holdings.archive, searcher, holdings.texts))
    server = _listen(app, host, port)
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    worker = _Worker(str(holdings.archive.home.root))
    try:
        searcher.view()
        click.echo(f"Bereit: http://{host}:{server.effective_port}/   (Ende mit Strg+C)")
        sys.stdout.flush()
        server.run()
    except _StopError:
        pass
    finally:
        # A second signal while all is being put away changes nothing.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        server.close()
        worker.end()


def _listen(app: Callable[..., object], host: str, port: int) -> BaseWSGIServer:
    try:
        return waitress.create_server(
            app, host=host, port=port, threads=THREADS, ident=None, max_request_body_size=LARGEST_BATCH + FORM
        )
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortInUseError from error
        raise


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _StopError


class _Worker:
    """The worker process, started again if it ends before it should."""

    def __init__(self, home: str) -> None:
        self._command = [sys.executable, "-m", "webui", "--home", home, "worker"]
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
                self._process = self._started()
