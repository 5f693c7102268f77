"""Stops Python code that does not come to an end."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Seconds after which an interruption that the interrupted code swallowed is repeated.
REPEAT = 0.5


class DeadlineError(Exception):
    """Code has used up the processor time it was given."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise DeadlineError inside the block when it has used so much processor time.

    Only a process's main thread can be interrupted; in another thread the block runs unlimited.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _interrupt)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, REPEAT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise DeadlineError
