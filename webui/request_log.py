"""A line in the log for every request: the pattern of its address, its status, and how long it took.

Who asked, from where, and for what stands nowhere. A number given by chance joins the lines of one request; a page that
failed shows it, so that its reader can tell whoever runs the archive which lines to look at.
"""

import secrets
import time

import structlog
from flask import Flask, Response, g, request

#: Addresses that are asked so often that a line for each would hide the others.
FREQUENT = frozenset({"static", "health.live", "health.ready"})

#: Methods that are named; whatever else a client makes up is not repeated.
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})

_log = structlog.get_logger()


def init_app(app: Flask) -> None:
    """Let an app say what it answers."""
    app.before_request(_begin)
    app.after_request(_end)


def request_number() -> str:
    """Return the number of the current request."""
    return str(g.get("request_number", ""))


def _begin() -> None:
    g.began = time.perf_counter()
    g.request_number = secrets.token_hex(4)
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(
        method=request.method if request.method in METHODS else "?",
        route=request.url_rule.rule if request.url_rule else "",
        request=g.request_number,
    )


def _end(response: Response) -> Response:
    if not structlog.is_configured():
        return response  # nobody said where lines should go: the app runs within something else
    took = round((time.perf_counter() - g.began) * 1000)
    say = _log.info
    if response.status_code >= 500 and request.endpoint not in FREQUENT:  # noqa: PLR2004 - errors of the server
        say = _log.error
    elif response.status_code < 400 and request.endpoint in FREQUENT:  # noqa: PLR2004 - no errors
        say = _log.debug
    say("request", status=response.status_code, ms=took)
    return response
