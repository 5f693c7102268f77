"""What was typed into a form whose session has ended: it goes with the pages until its writer sends it once more.

The server keeps none of it. Whoever signs in is shown it, and presses a button: nothing is written in the name of
someone who has not seen what it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from flask import request

from webui.onward import onward

#: The field of the sign-in form that says where what was typed was going; typed fields carry the prefix.
TO = "eingabe-fuer"
PREFIX = "eingabe."

#: Only forms of this type are kept: files cannot be put into a page.
KEPT_TYPE = "application/x-www-form-urlencoded"

#: What nobody wants to see in a page, and what the new page has of its own.
SECRET = frozenset({"passwort", "bisher", "neu"})
PROOF = "csrf_token"
#: Letters of it.
PROOF_LENGTH = 64


@dataclass(frozen=True, slots=True)
class Typed:
    """A form as it was sent."""

    #: The path it was sent to, with its query.
    to: str
    #: Name and value of each field, in their order; a name can come several times.
    fields: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> list[str]:
        """Return what reads as typed by hand, for showing it."""
        return [value for _, value in self.fields if len(value.split()) > 1]

    @classmethod
    def of(cls, to: str, fields: Mapping[str, list[str]]) -> Self:
        """Return the form of these fields, without what proves where it came from."""
        return cls(to, tuple((name, value) for name, values in fields.items() if name != PROOF for value in values))


def refused() -> Typed | None:
    """Return the form that is being refused, or None where the request is none that can be sent once more."""
    if request.method != "POST" or request.mimetype != KEPT_TYPE or SECRET & set(request.form):
        return None
    return Typed.of(request.full_path.rstrip("?"), dict(request.form.lists()))


def carried() -> Typed | None:
    """Return the form that came along with the sign-in form, or None."""
    if TO not in request.form:
        return None
    fields = {name.removeprefix(PREFIX): each for name, each in request.form.lists() if name.startswith(PREFIX)}
    return Typed.of(onward(request.form[TO]), fields)


def was_made_here(sent: str) -> bool:
    """Tell whether a browser says that this form is the archive's, and its proof looks like one of another session.

    Other sites cannot set these headers, and a browser that sends none is not asked to send anything once more.
    """
    says_so = request.headers.get("Sec-Fetch-Site") == "same-origin" or "Origin" in request.headers
    return says_so and len(sent) == PROOF_LENGTH and sent.isascii() and sent.isalnum()


def came_from() -> str:
    """Return the path of the page that a form stood on, or of the start page."""
    parts = urlsplit(request.referrer or "")
    if parts.netloc != request.host:
        return "/"
    return onward(f"{parts.path}?{parts.query}" if parts.query else parts.path)
