"""`wissensarchiv worker`: the process that reads and indexes; started by `start`."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click
import structlog

from archive.errors import HomeUnusableError
from indexer.care import Care
from indexer.extraction.isolation import Extractor
from indexer.index.renditions import Renditions
from indexer.recognising import Recognising
from indexer.rendering import Rendering
from indexer.worker import PAUSE, WorkerRunsError, sole_writer, work, work_beside
from webui.compose import Holdings, open_holdings
from webui.logs import take_over

_log = structlog.get_logger()


@click.command(hidden=True)
@click.pass_obj
def worker(home: Path) -> None:
    """Lese und verzeichne, was neu ist, bis die Eingabe endet."""
    take_over()
    try:
        _work(home, _told_to_stop())
    except HomeUnusableError as error:
        _log.critical("archive cannot be opened", error=type(error).__name__)
        sys.exit(1)


def _work(home: Path, stop: threading.Event) -> None:
    with open_holdings(home) as holdings:
        while not stop.is_set():
            try:
                lock = sole_writer(holdings.archive.home.worker_lock)
                with lock, Extractor() as extractor, _beside(holdings, stop):
                    work(holdings.indexing(extractor), stop)
            except WorkerRunsError:
                # Another one works for this home; this one stands by in case it ends.
                stop.wait(PAUSE)


@contextmanager
def _beside(holdings: Holdings, stop: threading.Event) -> Iterator[None]:
    """Do what no document has to wait for in a thread of its own: read scans, note words, print files, and care."""
    with Extractor() as extractor:
        archive, texts = holdings.archive, holdings.texts
        recognising = Recognising(archive, texts, extractor)
        renditions = Renditions(archive.home.renditions)
        renditions.clean()
        rendering = Rendering(archive, texts, renditions, extractor)
        care, noting = Care(archive), holdings.noting()
        tasks = (care.tell, recognising.next, noting.next, rendering.next, care.check, care.forget)
        thread = threading.Thread(target=work_beside, args=(tasks, stop), daemon=True)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            extractor.close()
            thread.join()


def _told_to_stop() -> threading.Event:
    """Return an event that is set on SIGTERM, and when whoever started this process is gone, however it ended."""
    stop = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, on_signal)
    # Ctrl-C reaches every process of the terminal; the one that started this says when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_end, args=(stop,), daemon=True).start()
    return stop


def _wait_for_end(stop: threading.Event) -> None:
    """Set the event when standard input ends: the other end of the pipe dies with its process."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    stop.set()
