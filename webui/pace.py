"""Ends requests that arrive too slowly: each holds a connection and a spool file for as long as it lasts.

The server's own time limit counts only from the last byte, so that one byte a minute would hold a connection for ever.
Where there are many connections, those that nobody uses are ended sooner, too: browsers keep theirs after a page, and
whoever comes when there are no more waits without a word.
"""

import time
from dataclasses import dataclass
from typing import Any

from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from webui.guard import HEADERS


@dataclass(frozen=True, slots=True)
class Pace:
    """How slowly a request may arrive."""

    #: Seconds any request may take.
    grace: float = 60.0
    #: Bytes a second, on average, of one that takes longer; the slowest mobile connections make twice as many.
    rate: float = 4096.0
    #: So many connections are many; …
    many: int = 200
    #: … and where there are many, seconds one is kept for the next request.
    idle: float = 3.0

    def is_too_slow(self, received: int, seconds: float) -> bool:
        """Return whether so many bytes in so many seconds are too few."""
        return seconds > self.grace and received < self.rate * seconds

    def is_kept_too_long(self, connections: int, seconds: float) -> bool:
        """Return whether a connection on which nothing was asked for so long makes way for others."""
        return connections > self.many and seconds > self.idle


class GuardedErrorTask(ErrorTask):  # type: ignore[misc]  # it has no types
    """What the server itself says of what is no request, with the headers of all other answers."""

    def execute(self) -> None:
        """Send it."""
        self.response_headers.extend(HEADERS.items())
        super().execute()


class PacedChannel(HTTPChannel):  # type: ignore[misc]  # it has no types
    """A connection that is closed if a request does not keep the pace."""

    error_task_class = GuardedErrorTask

    def __init__(self, pace: Pace, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - the server's own
        self._pace = pace
        self._received = 0
        self._since = 0.0
        super().__init__(*arguments, **named)

    def received(self, data: bytes) -> bool:
        """Take bytes of a request, and count them."""
        if self.request is None:
            self._received, self._since = 0, time.monotonic()
        self._received += len(data)
        return bool(super().received(data))

    def readable(self) -> bool:
        """Return whether more may be read; the server asks every second, so this is where the slow are ended."""
        unfinished = self.request is not None and not self.requests
        if unfinished and self._pace.is_too_slow(self._received, time.monotonic() - self._since):
            self.will_close = True
        if self._is_idle() and self._pace.is_kept_too_long(len(self.server.active_channels), self._seconds_idle()):
            self.will_close = True
        return bool(super().readable())

    def _is_idle(self) -> bool:
        return self.request is None and not self.requests and not self.total_outbufs_len

    def _seconds_idle(self) -> float:
        return time.time() - float(self.last_activity)
