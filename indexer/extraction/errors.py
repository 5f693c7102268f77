"""Why a file gives no text."""

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
