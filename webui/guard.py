"""Who may talk to the server, from where, and what a browser may do with its pages.

Another web site must not be able to use a reader's browser as a messenger: unknown host names are turned away (DNS
rebinding), writing requests must come from the archive's own pages (cross-site request forgery; see also `forms`), and
pages load nothing from elsewhere.
"""

from collections.abc import Container
from functools import partial
from urllib.parse import urlsplit

from flask import Flask, Request, Response, abort, request

#: The names by which a machine calls itself; any port.
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})

#: Methods that change nothing.
READING = frozenset({"GET", "HEAD", "OPTIONS"})

MEGABYTE = 1_000_000

#: The largest file that is taken in; office documents and scans of whole meetings stay well below.
LARGEST_FILE = 50 * MEGABYTE

#: The largest upload of many files at once; werkzeug keeps them on disk meanwhile.
LARGEST_BATCH = 500 * MEGABYTE

#: Nothing from elsewhere, nothing inline, no frames around the pages.
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


#: Over HTTPS: browsers are to come back over HTTPS only, for a year.
TRANSPORT_SECURITY = "max-age=31536000"


def init_app(app: Flask, hosts: Container[str]) -> None:
    """Guard an app that answers to some host names."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BATCH

    app.before_request(partial(_turn_away, hosts))
    app.after_request(_add_headers)


def _turn_away(hosts: Container[str]) -> None:
    if host_name(request.host) not in hosts:
        abort(400)
    if request.method not in READING and not comes_from_here(request):
        abort(403)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = TRANSPORT_SECURITY
    return response


def host_name(host: str) -> str:
    """Return a Host header without its port: "[::1]:8000" → "[::1]"."""
    name, colon, port = host.rpartition(":")
    return name.lower() if colon and port.isdigit() else host.lower()


def comes_from_here(asked: Request) -> bool:
    """Tell whether a writing request was sent by one of the archive's own pages.

    Browsers say so in Sec-Fetch-Site and in Origin, else in Referer; scripts of other sites can neither set nor
    suppress these headers. A request with none of them is no browser's, and so in nobody's name.
    """
    if asked.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    sender = asked.headers.get("Origin") or asked.headers.get("Referer")
    if sender:
        return urlsplit(sender).netloc == asked.host
    return True
