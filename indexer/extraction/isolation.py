"""Reads files in a child process, so that no file can stop or harm the program."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Self

from indexer.extraction.limits import MOST_TEXT, Limits
from indexer.extraction.pages import Outcome, Reading
from indexer.extraction.wire import decode

#: Seconds a child may take to load its libraries; 1 s on a free machine.
START = 60.0
#: Bytes of one answer: text in UTF-8 with its escapes, and the frame around it.
LARGEST_ANSWER = 6 * MOST_TEXT
#: The directory from which `indexer` is imported.
ROOT = Path(__file__).resolve().parents[2]


class Extractor:
    """A reader of files with one child process at a time, started when first needed.

    Use it as a context manager. It is not to be shared between threads.
    """

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 - the value is frozen
        self._limits = limits
        self._child: _Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, path: Path, media_type: str) -> Reading:
        """Read a file as `extract` does; a child that hangs or dies becomes an outcome too."""
        child = self._ready_child()
        try:
            return child.read(path, media_type)
        except TimeoutError as error:
            self.close()
            return Reading(Outcome.TIMED_OUT, media_type, detail=str(error))
        except (EOFError, OSError, ValueError) as error:
            self.close()
            return Reading(
                Outcome.BROKEN, media_type, detail=f"The reading process died: {child.ending()} {error}".strip()
            )

    def close(self) -> None:
        """End the child process; the next file gets another."""
        if self._child:
            self._child.end()
            self._child = None

    def _ready_child(self) -> "_Child":
        """Return a child that lives and has not read its share of files."""
        if self._child and (self._child.is_dead() or self._child.files >= self._limits.files_per_child):
            self.close()
        if not self._child:
            self._child = _Child(self._limits)
        return self._child


class _Child:
    """A running child process and the line to it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._connection, far_end = Pipe()
        with far_end:
            self._process = _start(far_end, limits.memory)
        self.files = 0
        try:
            self._receive(START, 16)
        except BaseException:
            self.end()
            raise

    def read(self, path: Path, media_type: str) -> Reading:
        """Ask for one file; raise TimeoutError, EOFError, OSError or ValueError where no whole answer comes."""
        self.files += 1
        limits = self._limits
        started = time.monotonic()
        request = {
            "path": str(path.resolve()),
            "media_type": media_type,
            "seconds": limits.seconds,
            "seconds_per_page": limits.seconds_per_page,
        }
        self._connection.send_bytes(json.dumps(request).encode())
        pages = int(self._receive(limits.seconds, 16))
        allowed = limits.seconds + limits.seconds_per_page * pages
        return decode(self._receive(allowed - (time.monotonic() - started), LARGEST_ANSWER))

    def _receive(self, seconds: float, largest: int) -> bytes:
        """Wait for one message of at most so many bytes."""
        if not self._connection.poll(max(seconds, 0)):
            raise TimeoutError(f"No answer within {seconds:.1f} seconds.")
        return self._connection.recv_bytes(largest)

    def is_dead(self) -> bool:
        """Tell whether the process has ended by itself."""
        return self._process.poll() is not None

    def ending(self) -> str:
        """Say how the process ended: "signal 9" or "exit 1"."""
        code = self._process.wait()
        return f"signal {-code}." if code < 0 else f"exit {code}."

    def end(self) -> None:
        """Kill the process with the programs it started, and wait for its end, so that no zombie stays."""
        self._connection.close()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def _start(far_end: Connection, memory: int) -> "subprocess.Popen[bytes]":
    """Start a fresh interpreter that does not hear the terminal's Ctrl-C."""
    return subprocess.Popen(  # noqa: S603 - our own module, no shell
        [sys.executable, "-m", "indexer.extraction.child", str(far_end.fileno()), str(memory)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[far_end.fileno()],
        start_new_session=True,
    )
