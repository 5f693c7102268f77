"""The worker: the only writer of what is derived, one process at a time."""

import fcntl
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
from sqlalchemy.exc import DBAPIError

from archive.faults import PASSING, fault_of
from indexer.extraction.errors import ChildStartError
from indexer.index import sums
from indexer.index.condition import condition
from indexer.index.view import is_sound
from indexer.indexing import Indexing

#: Seconds between two looks for something to do.
PAUSE = 0.5
#: … where nobody waits.
LONG_PAUSE = 2.0
#: Seconds between two looks whether the index is what was written; each reads all of it.
BETWEEN_LOOKS = 600.0

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
    looked = time.monotonic()
    while not stop.is_set():
        done = _do_one_round(indexing, stop)
        if done:
            _log.info("documents indexed or taken out", count=done)
            note_sums(indexing)
            continue
        if time.monotonic() - looked > BETWEEN_LOOKS:
            look_for_damage(indexing)
            looked = time.monotonic()
        stop.wait(PAUSE)


def _do_one_round(indexing: Indexing, stop: threading.Event) -> int:
    """Return how many documents were done; none where something that goes by stands in the way."""
    try:
        if indexing.texts.database.is_damage_reported():
            mend(indexing)
        return indexing.catch_up()
    except (DBAPIError, sqlite3.Error, OSError) as error:
        # A disk that is full and a catalogue that is locked come back; what is not indexed yet stays on the list.
        fault = fault_of(error)
        if fault not in PASSING:
            raise
        _log.warning("nothing can be written", fault=fault.value)
        stop.wait(LONG_PAUSE)
    except ChildStartError as error:
        # No file is to blame, and none is lost: what cannot be read now stays on the list.
        _log.error("files cannot be read", reason=str(error))
    return 0


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
    texts = indexing.texts
    if texts.database.is_damaged():
        _log.warning("texts unreadable, reading all files anew")
        texts.database.replace()
    for generations in indexing.areas:
        current = generations.current()
        found = condition(generations)
        if current and found and found.passages and not texts.indexed(current.name):
            # Nobody knows any more which documents stand in it.
            generations.withdraw()
        elif current and not (sums.is_intact(current) and is_sound(current, indexing.schema)):
            _log.warning("index unreadable, building it anew", generation=current.name)
            generations.withdraw()
        generations.clean()
    note_sums(indexing)


def note_sums(indexing: Indexing) -> None:
    """Note the checksums of what was written, so that damage shows later."""
    for generations in indexing.areas:
        current = generations.current()
        if current:
            sums.note(current)


def look_for_damage(indexing: Indexing) -> None:
    """Have generations built anew whose files are not what was written."""
    for generations in indexing.areas:
        current = generations.current()
        if current and not sums.is_intact(current):
            _log.warning("index damaged, building it anew", generation=current.name)
            generations.report_damage()
