"""Requests that mean harm: what a page offers, with some of it exchanged for what nobody should send."""

import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any
from urllib.parse import quote_from_bytes, quote_plus

from hypothesis import strategies as st
from werkzeug.test import EnvironBuilder

from tests.webui.hostile.offered import Offer, Offers
from tests.webui.hostile.values import HEADERS, header_values, values
from tests.webui.hostile.world import Ticket
from webui.once_more import PROOF

Fields = tuple[tuple[bytes, bytes], ...]

#: Stands in a form for the token of whoever sends it.
TOKEN = b"token of the form"

#: Fields that carry files.
FILES = (b"dateien",)

MOST_EDITS = 3

BOUNDARY = b"grenze"

_PART = re.compile(r"<(?:[^<>:]+:)?(\w+)>")


class Shape(Enum):
    """How a body is written."""

    FORM = auto()
    MULTIPART = auto()
    #: … that ends too early, …
    TORN = auto()
    #: … or says not where its parts end.
    UNBOUNDED = auto()
    JSON = auto()
    TEXT = auto()


TYPES = {
    Shape.FORM: "application/x-www-form-urlencoded",
    Shape.MULTIPART: "multipart/form-data; boundary=grenze",
    Shape.TORN: "multipart/form-data; boundary=grenze",
    Shape.UNBOUNDED: "multipart/form-data",
    Shape.JSON: "application/json",
    Shape.TEXT: 'text/plain; charset="\\',
}


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """Where requests are sent."""

    endpoint: str
    method: str
    #: With its variable parts: "/dokumente/<code>".
    path: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, before somebody sends it."""

    method: str
    #: As bytes mean it, not as they are quoted.
    path: bytes
    query: Fields
    form: Fields
    shape: Shape
    headers: tuple[tuple[str, bytes], ...]

    def environ(self, ticket: Ticket, address: str) -> dict[str, Any]:
        """Return what a server hands to the app when somebody sends this."""
        query = "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in self.query)
        form = tuple((name, ticket.form.encode() if value == TOKEN else value) for name, value in self.form)
        body = b"" if self.method == "GET" else _body(self.shape, form)
        environ = EnvironBuilder(method=self.method, base_url="http://localhost").get_environ()
        environ |= {"PATH_INFO": self.path.decode("latin-1"), "QUERY_STRING": query, "REMOTE_ADDR": address}
        environ |= {"REQUEST_URI": f"{quote_from_bytes(self.path)}?{query}", "HTTP_COOKIE": ticket.cookies}
        if self.method != "GET":
            environ |= {"CONTENT_TYPE": TYPES[self.shape], "CONTENT_LENGTH": str(len(body))}
            environ |= {"wsgi.input": io.BytesIO(body), "HTTP_ORIGIN": "http://localhost"}
        return environ | {
            f"HTTP_{name.upper().replace('-', '_')}": value.decode("latin-1") for name, value in self.headers
        }


def requests(target: Target, offers: Offers) -> st.SearchStrategy[Asked]:
    """Return the strategy for requests to an address."""
    names = st.sampled_from([name.encode() for name in offers.names])

    @st.composite
    def drawn(draw: st.DrawFn) -> Asked:
        offer = draw(st.sampled_from(offers.of(target.endpoint, target.method)))
        form = (*_encoded(offer.form), *(() if target.method == "GET" else ((PROOF.encode(), TOKEN),)))
        return Asked(
            target.method,
            draw(_paths(target.path, offer, offers)),
            draw(_edited(_encoded(offer.query), names)),
            draw(_edited(form, names)) if target.method == "POST" else (),
            draw(st.sampled_from((*Shape, Shape.FORM, Shape.FORM, Shape.FORM, Shape.MULTIPART))),
            draw(st.lists(st.tuples(st.sampled_from(HEADERS), header_values), max_size=1).map(tuple)),
        )

    return drawn()


def _encoded(pairs: Sequence[tuple[str, str]]) -> Fields:
    return tuple((name.encode(), value.encode()) for name, value in pairs if name != PROOF)


@st.composite
def _paths(draw: st.DrawFn, path: str, offer: Offer, offers: Offers) -> bytes:
    """Return an address with the parts that are offered; one in four times, with one that is not."""
    parts = {}
    pieces = _PART.split(path)
    for name in pieces[1::2]:
        real = (offer.parts[name],) if name in offer.parts else offers.parts.get(name, ("x",))
        parts[name] = draw(st.sampled_from(real)).encode()
    if parts and draw(st.integers(0, 3)) == 0:
        parts[draw(st.sampled_from(sorted(parts)))] = draw(values)
    return b"".join(parts[each] if place % 2 else each.encode() for place, each in enumerate(pieces))


@st.composite
def _edited(draw: st.DrawFn, fields: Fields, names: st.SearchStrategy[bytes]) -> Fields:
    """Return fields of which some were exchanged, dropped, repeated or added."""
    edited = list(fields)
    for _ in range(draw(st.integers(0, MOST_EDITS))):
        act = draw(st.sampled_from(("exchange", "exchange", "exchange", "drop", "repeat", "add")))
        if act == "add" or not edited:
            edited.append((draw(st.one_of(names, names, values)), draw(values)))
            continue
        place = draw(st.integers(0, len(edited) - 1))
        name, _ = edited[place]
        match act:
            case "exchange":
                edited[place] = (name, draw(values))
            case "repeat":
                edited.insert(draw(st.integers(0, len(edited))), (name, draw(values)))
            case _:
                del edited[place]
    return tuple(edited)


def _body(shape: Shape, form: Fields) -> bytes:
    match shape:
        case Shape.FORM | Shape.TEXT:
            return "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in form).encode()
        case Shape.JSON:
            return json.dumps({name.decode("latin-1"): value.decode("latin-1") for name, value in form}).encode()
        case Shape.TORN:
            return b"".join(_parts(form))[:-20]
        case _:
            return b"".join((*_parts(form), b"--" + BOUNDARY + b"--\r\n"))


def _parts(form: Fields) -> Iterator[bytes]:
    for name, value in form:
        about = b'name="' + name.replace(b'"', b"%22") + b'"'
        if name in FILES:
            about += b'; filename="' + value[:3000] + b'"\r\nContent-Type: application/pdf'
        yield b"--" + BOUNDARY + b"\r\nContent-Disposition: form-data; " + about + b"\r\n\r\n" + value + b"\r\n"
