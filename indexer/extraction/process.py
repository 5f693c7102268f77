"""A child process that reads files, and the line to it."""

import json
import subprocess
import sys
from collections.abc import Mapping
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from indexer.extraction.errors import ChildStartError
from indexer.extraction.programs import kill_session

#: Seconds a child may take to load its libraries; 1 s on a free machine.
START = 60.0
#: Bytes of the child's first message, and of a number.
SHORT = 16
#: The directory from which `indexer` is imported.
ROOT = Path(__file__).resolve().parents[2]


class Child:
    """A running child process."""

    def __init__(self, memory: int) -> None:
        """Start a child that may use so many bytes of address space.

        Raises:
            ChildStartError: It did not start, or died before it could read anything.
        """
        self._connection, far_end = Pipe()
        with far_end:
            self._process = _start(far_end, memory)
        #: Requests it has had.
        self.files = 0
        try:
            self.receive(START, SHORT)
        except (EOFError, OSError) as error:
            self.end()
            raise ChildStartError(f"The reading process did not start: {self.ending()}") from error

    @property
    def pid(self) -> int:
        """The number of the process, which is that of its session, too."""
        return self._process.pid

    def send(self, request: Mapping[str, object]) -> None:
        """Ask for something to be done with a file."""
        self.files += 1
        self._connection.send_bytes(json.dumps(request).encode())

    def receive(self, seconds: float, largest: int) -> bytes:
        """Wait for one message of at most so many bytes.

        Raises:
            TimeoutError: None came in time.
            EOFError, OSError: The child died, or its message is too long.
        """
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
        kill_session(self._process.pid)
        self._process.wait()


def _start(far_end: Connection, memory: int) -> "subprocess.Popen[bytes]":
    """Start a fresh interpreter that does not hear the terminal's Ctrl-C."""
    try:
        return subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", "indexer.extraction.child", str(far_end.fileno()), str(memory)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[far_end.fileno()],
            start_new_session=True,
        )
    except OSError as error:
        raise ChildStartError(str(error)) from error
