"""Reads a large body only from somebody who may upload: what others send is refused before it takes room.

The server hands a request on when it has all of it, in memory and on the disk. So whether its sender may send so much
is asked as soon as its head is there, or when a body without a stated length has become large. A body that is refused,
or is larger than anything that is taken, is not read: the request goes on without it, so that the app says in its own
words what is wrong, and the connection ends with the answer.
"""

import socket
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from flask import Flask
from waitress.parser import HTTPRequestParser
from waitress.server import BaseWSGIServer
from waitress.utilities import RequestEntityTooLarge
from werkzeug.http import parse_cookie

from archive.faults import fault_of
from archive.rights import Right
from webui.guard import LARGEST_BATCH
from webui.pace import Pace, PacedChannel
from webui.services import EXTENSION, Services
from webui.signed_in import PREFIX, SESSION

#: Bytes of a body that anybody may send; forms are far below.
SMALL = 1024**2

#: Seconds for which what is still sent of a refused body is thrown away. Where a connection ends with bytes that nobody
#: has read, whoever sends them is told of that and not of the answer.
LINGERING = 2.0

#: Tells by the headers of a request whether its sender may send a large body.
Admits = Callable[[Mapping[str, str]], bool]


class AdmittedRequest(HTTPRequestParser):  # type: ignore[misc]  # it has no types
    """A request whose body is read as far as its sender may send one."""

    # As the server declares them, without types.
    body_rcv: Any
    error: Any

    def __init__(self, admits: Admits, adjustments: object) -> None:
        self._admits = admits
        self._is_admitted = False
        self.is_refused = False
        super().__init__(adjustments)

    def received(self, data: bytes) -> int:
        """Take bytes, and return how many of them belong to the request."""
        taken: int = super().received(data)
        if isinstance(self.error, RequestEntityTooLarge) or (self._is_large() and not self._may_go_on()):
            self._go_on_without_body()
        return taken

    def _is_large(self) -> bool:
        return self.body_rcv is not None and max(self.content_length, self.body_bytes_received) > SMALL

    def _may_go_on(self) -> bool:
        self._is_admitted = self._is_admitted or self._admits(self.headers)
        return self._is_admitted

    def _go_on_without_body(self) -> None:
        self.close()
        self.body_rcv = self.error = None
        self.expect_continue, self.completed, self.is_refused = False, True, True
        # Whoever may write to this address is told that it is too much, everybody else that he may not.
        self.headers.update(CONNECTION="close", CONTENT_LENGTH=str(LARGEST_BATCH + 1))


class AdmittingChannel(PacedChannel):
    """A connection that does not read what it refuses."""

    def __init__(self, admits: Admits, pace: Pace, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - the server's own
        self.parser_class = partial(AdmittedRequest, admits)
        self._has_refused = False
        #: By time.monotonic; 0 while the connection is used.
        self._until = 0.0
        super().__init__(pace, *arguments, **named)

    def service(self) -> None:
        """Answer a request."""
        self._has_refused = self.requests[0].is_refused
        super().service()

    def handle_close(self) -> None:
        """End the connection; where a body was refused, once its sender could read the answer."""
        if self._has_refused and not self._until and self.connected:
            self._until = time.monotonic() + LINGERING
            self.will_close = False
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)
                return
        super().handle_close()

    def readable(self) -> bool:
        """Return whether more may be read."""
        if not self._until:
            return super().readable()
        if time.monotonic() > self._until:
            super().handle_close()
        return bool(self.connected)

    def writable(self) -> bool:
        """Return whether there is something to send."""
        return not self._until and bool(super().writable())

    def handle_read(self) -> None:
        """Take what was sent, or throw it away."""
        if self._until:
            with suppress(OSError):
                self.recv(self.adj.recv_bytes)
        else:
            super().handle_read()


def admit(sockets: dict[int, Any], app: Flask, pace: Pace) -> None:
    """Hold requests that come to the listening ones of these sockets to what their senders may send, and to a pace."""
    admits = partial(_may_upload, app.extensions[EXTENSION])
    for each in sockets.values():
        if isinstance(each, BaseWSGIServer):
            each.channel_class = partial(AdmittingChannel, admits, pace)


def _may_upload(services: Services, headers: Mapping[str, str]) -> bool:
    """Tell whether a request is that of somebody who may upload; of nobody, while nobody can be looked up."""
    cookies = parse_cookie(headers.get("COOKIE", ""))
    tokens = filter(None, (cookies.get(name) for name in (SESSION, PREFIX + SESSION)))
    try:
        accounts = [services.archive.sign_ins.whose(each) for each in tokens]
    except Exception as error:
        if fault_of(error) is None:
            raise
        return False
    return any(each.reader.may(Right.UPLOAD) for each in accounts if each)
