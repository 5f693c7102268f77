"""Asks readers to come back later when more want a page than can be answered soon, instead of letting all wait.

Whoever writes is let in: what somebody typed or sends is not lost. So are styles and scripts, which cost next to
nothing, and those who ask whether the server lives.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from flask import Flask, render_template
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import ThreadedTaskDispatcher
from waitress.utilities import Error
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from webui.api.problems import MEDIA_TYPE, told
from webui.guard import HEADERS, READING
from webui.i18n import LANGUAGES
from webui.interface import is_for_programs

#: Requests that may wait: on two cores all of them are answered in about as many seconds as readers are patient.
LONGEST_QUEUE = 48

#: Seconds after which whoever was turned away should ask again.
LATER = 5

#: Paths that are always answered.
ALWAYS = ("/static/", "/health/")


class TooMuchError(Error):  # type: ignore[misc]  # it has no types
    """More is asked than can be answered soon."""

    code = HTTPStatus.SERVICE_UNAVAILABLE
    reason = HTTPStatus.SERVICE_UNAVAILABLE.phrase

    def __init__(self, media_type: str, body: bytes) -> None:
        super().__init__("")
        self._media_type = media_type
        self._page = body

    def to_response(self, ident: str | None = None) -> tuple[str, list[tuple[str, str]], bytes]:  # noqa: ARG002 - the server's own
        """Return status, headers and body."""
        headers = {
            **HEADERS,
            "Content-Type": self._media_type,
            "Retry-After": str(LATER),
            "Cache-Control": "no-store",
        }
        return f"{self.code} {self.reason}", list(headers.items()), self._page


class Apologies:
    """What is said to those who are turned away, made once; one serves all threads."""

    def __init__(self, app: Flask) -> None:
        self._pages: Mapping[str, TooMuchError] = {code: _page(app, code) for code in LANGUAGES}
        self._problem = _problem(app)

    def to(self, asked: HTTPRequestParser) -> TooMuchError:
        """Return what is said to whoever sent a request."""
        if is_for_programs(asked.path):
            return self._problem
        wanted = parse_accept_header(asked.headers.get("ACCEPT_LANGUAGE"), LanguageAccept)
        return self._pages[wanted.best_match(self._pages, default="de") or "de"]


class Turnstile(ThreadedTaskDispatcher):  # type: ignore[misc]  # it has no types
    """Lets requests wait in a queue that is never long; those who come to a full one are told so by a thread apart."""

    def __init__(self, apologies: Apologies, longest: int = LONGEST_QUEUE) -> None:
        super().__init__()
        self._apologies = apologies
        self._longest = longest
        self._apart = ThreadedTaskDispatcher()
        self._apart.set_thread_count(1)

    def add_task(self, task: HTTPChannel) -> None:
        """Let a request wait, or turn it away."""
        asked = task.requests[0]
        if len(self.queue) >= self._longest and _may_be_turned_away(asked):
            asked.error = self._apologies.to(asked)
            self._apart.add_task(task)
        else:
            super().add_task(task)

    def shutdown(self, *arguments: Any, **named: Any) -> bool:  # noqa: ANN401 - the server's own
        """End all threads."""
        self._apart.shutdown(*arguments, **named)
        return bool(super().shutdown(*arguments, **named))


def _may_be_turned_away(asked: HTTPRequestParser) -> bool:
    return not asked.error and asked.command in READING and not asked.path.startswith(ALWAYS)


def _page(app: Flask, language: str) -> TooMuchError:
    with app.test_request_context(headers={"Accept-Language": language}):
        page = render_template("errors/busy.html", seconds=LATER)
    return TooMuchError("text/html; charset=utf-8", page.encode())


def _problem(app: Flask) -> TooMuchError:
    with app.test_request_context(headers={"Accept-Language": "de"}):
        return TooMuchError(MEDIA_TYPE, told(HTTPStatus.SERVICE_UNAVAILABLE))
