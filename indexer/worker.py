"""The worker: the only writer of what is derived, one process at a time."""

import fcntl
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
from sqlalchemy.exc import OperationalError

from indexer.extraction.errors import ChildStartError
from indexer.index.view import is_sound
from indexer.indexing import Indexing

#: Seconds between two looks for something to do.
PAUSE = 0.5
#: … where nobody waits.
LONG_PAUSE = 2.0

_log = structlog.get_logger()


class WorkerRunsError(Exception):
    """Another process holds the worker's lock."""


@contextmanager
def sole_writer(lock: Path) -> Iterator[None]:
    """Hold the worker's lock; the kernel frees it when the process ends, however it ends.

    Raises:
        WorkerRunsError: Another process holds it.
    """
    file = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WorkerRunsError from error
        yield
    finally:
        os.close(file)


def is_working(lock: Path) -> bool:
    """Tell whether some process is the sole writer."""
    try:
        file = os.open(lock, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(file)
    return False


def work(indexing: Indexing, stop: threading.Event) -> None:
    """Keep the index up with the catalogue until told to stop."""
    mend(indexing)
    while not stop.is_set():
        try:
            done = indexing.catch_up()
        except OperationalError as error:
            # A catalogue that is locked or full comes back; what is not indexed yet stays on the list.
            _log.warning("catalogue busy", error=type(error.orig).__name__)
            done = 0
        except ChildStartError as error:
            # No file is to blame, and none is lost: what cannot be read now stays on the list.
            _log.error("files cannot be read", reason=str(error))
            done = 0
        if not done:
            stop.wait(PAUSE)


def work_beside(tasks: Iterable[Callable[[], bool]], stop: threading.Event) -> None:
    """Do what takes long and nobody waits for, until told to stop.

    Args:
        tasks: Each does one thing and tells whether there was one; what comes first goes first.
        stop: Set when it is enough.
    """
    asked = tuple(tasks)
    while not stop.is_set():
        if not any(task() for task in asked):
            stop.wait(LONG_PAUSE)


def mend(indexing: Indexing) -> None:
    """Withdraw generations that cannot be opened, so that the next ones are built from the files."""
    for generations in indexing.areas:
        current = generations.current()
        if current and not is_sound(current, indexing.schema):
            _log.warning("index unreadable, building it anew", generation=current.name)
            generations.withdraw()
        generations.clean()
