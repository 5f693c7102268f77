"""Runs programs that read files for us, and leaves nothing of them behind."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

#: Tells where the session's number stands in Linux' `/proc/PID/stat`, counted behind the program's name.
_SESSION = 3


def run(
    command: Sequence[str], seconds: float, content: bytes = b"", environment: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Run a program to its end, or for as long as it may take; what it started ends with it.

    Raises:
        TimeoutError: It took longer.
    """
    with subprocess.Popen(  # noqa: S603 - a fixed program, no shell reads a file's name
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        process_group=0,
        env={**os.environ, **(environment or {})},
    ) as process:
        try:
            output, errors = process.communicate(content, seconds)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError(f"{Path(command[0]).name} took more than {seconds} seconds.") from error
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return subprocess.CompletedProcess(command, process.returncode, output, errors)


def kill_session(leader: int) -> None:
    """Kill the process that leads a session, and every process of it, whichever group it is in.

    Where the system does not list sessions as Linux does, the leader's group is killed.
    """
    for pid in _members(leader):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def _members(leader: int) -> list[int]:
    """Return the processes of a session besides its leader."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            facts = (each / "stat").read_text(errors="replace").rpartition(")")[2].split()
            if int(facts[_SESSION]) == leader != int(each.name):
                found.append(int(each.name))
    return found
