"""What every answer has to be like, whatever was asked."""

import json
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from werkzeug.datastructures import Headers
from werkzeug.wrappers import Response

from tests.webui.hostile.values import IMAGE, SCRIPT

#: Media types in which a browser would run a script.
RUNNING = ("text/html", "application/xhtml+xml", "image/svg+xml")

#: Policies, word for word: a change of them is a decision.
POLICIES = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

#: The policy of files from outside: they are shown, and do nothing.
ORIGINAL = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

#: What tells strangers how the archive is built.
TELLING = ("Server", "X-Powered-By", "Via")


def faults(answer: Response) -> list[str]:
    """Return what is wrong with an answer to a request that means harm."""
    return [*_broken(answer), *header_faults(answer.headers)]


def header_faults(headers: Headers) -> list[str]:
    """Return which headers an answer lacks, or has and should not."""
    is_file = headers.get("Content-Security-Policy") == ORIGINAL
    policies = {**POLICIES, "Content-Security-Policy": ORIGINAL} if is_file else POLICIES
    missing = [f"{name}: {headers.get(name)}" for name, value in policies.items() if headers.get(name) != value]
    return missing + [name for name in TELLING if name in headers]


def _broken(answer: Response) -> Iterator[str]:
    body = answer.get_data()
    if answer.status_code >= 500:
        yield f"status {answer.status_code}"
    if b"Traceback (most recent" in body:
        yield "a traceback"
    if answer.mimetype in RUNNING and (SCRIPT in body or IMAGE in body):
        yield "a script, as it was sent"
    if _leads_away(answer.headers.get("Location", "")):
        yield f"leads to {answer.headers['Location']}"
    if not _is_whole(answer, body):
        yield f"unreadable {answer.mimetype}"


def _leads_away(location: str) -> bool:
    split = urlsplit(location)
    return split.scheme not in ("", "http") or split.netloc not in ("", "localhost") or "\\" in location[:2]


def _is_whole(answer: Response, body: bytes) -> bool:
    """Tell whether an answer is what it says it is."""
    if not body or "Content-Encoding" in answer.headers:
        return True
    try:
        if str(answer.mimetype).endswith("json"):
            json.loads(body)
        if str(answer.mimetype).endswith("xml"):
            ET.fromstring(body)  # noqa: S314 - the archive's own
    except (ValueError, ET.ParseError):
        return False
    return True
