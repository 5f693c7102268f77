"""Why a file gives no text."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from indexer.extraction.pages import Outcome


class UnreadableError(Exception):
    """A file cannot be read; the subclass says why, the message gives the facts."""

    outcome: ClassVar[Outcome]


class BrokenError(UnreadableError):
    """The file is not what it claims to be, or is damaged."""

    outcome = Outcome.BROKEN


class LockedError(UnreadableError):
    """The file opens with a password only."""

    outcome = Outcome.PASSWORD


class TooLargeError(UnreadableError):
    """The file would need more memory, time or pages than one file may have."""

    outcome = Outcome.TOO_LARGE


class UnsupportedError(UnreadableError):
    """Nothing here reads this kind of file."""

    outcome = Outcome.UNSUPPORTED


class OvertimeError(UnreadableError):
    """The file took longer than one file may."""

    outcome = Outcome.TIMED_OUT


class ChildStartError(Exception):
    """The process that reads files cannot be started; no file is to blame."""


@contextmanager
def only_unreadable() -> Iterator[None]:
    """Raise whatever a format library raises as an UnreadableError: on damaged files it may be anything."""
    try:
        yield
    except UnreadableError:
        raise
    except MemoryError as error:
        raise TooLargeError("It needs more memory than one file may have.") from error
    except Exception as error:
        raise BrokenError(f"{type(error).__name__}: {error}") from error


def error_for(outcome: Outcome, detail: str) -> UnreadableError:
    """Return the error that an outcome stands for."""
    kinds = (BrokenError, LockedError, TooLargeError, UnsupportedError, OvertimeError)
    return next((kind for kind in kinds if kind.outcome is outcome), BrokenError)(detail)
