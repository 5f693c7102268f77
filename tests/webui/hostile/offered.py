"""What pages offer to be sent: the addresses in their links, and their forms as they stand there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import werkzeug.exceptions
from flask import Flask
from selectolax.lexbor import LexborHTMLParser, LexborNode

import webui
from tests.webui.every_page import Addresses, rules
from tests.webui.people import Person
from webui.api.asking import parameters
from webui.views.api import OPERATIONS

Pairs = tuple[tuple[str, str], ...]

#: Fields and parameters that the code asks for by their names, whether a page offers them or not.
_ASKED = re.compile(r'(?:args|form|values|files)\.get(?:list)?\(\s*"([\w-]+)"')

#: Endpoint → the fields it asks for, where no page of this archive has the form.
UNOFFERED = {
    "corrections.correct_card": "tun text purpose duration material",
    "corrections.discard": "nummer",
    "deletion.erase": "kennung",
    "following.judge": "stelle urteil",
    "learning.choose_site": "standort",
    "likely_versions.decide": "von wahl sicher",
    "personal.erase_earlier": "kennung",
    "signing_in.sign_in": "konto passwort weiter",
    "synonyms.add": "woerter statt frage",
    "unanswered.forget": "suche",
    "uploads.begin": "sendung",
}

#: So many of one sort tell as much as all.
MOST = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that a page offers to be sent."""

    #: Values of the variable parts of the address.
    parts: Mapping[str, str]
    query: Pairs
    form: Pairs


@dataclass(frozen=True, slots=True)
class Offers:
    """All that is offered, by endpoint and method, and the names that are asked for anywhere."""

    by_address: Mapping[tuple[str, str], tuple[Offer, ...]]
    names: tuple[str, ...]
    #: Name of a variable part of addresses → values it has somewhere.
    parts: Mapping[str, tuple[str, ...]]

    def of(self, endpoint: str, method: str) -> tuple[Offer, ...]:
        """Return what is offered of an address; an offer of what it asks for if nothing is."""
        asked = tuple((name, "") for name in UNOFFERED.get(endpoint, "").split())
        return self.by_address.get((endpoint, method), ()) or (Offer({}, (), asked),)


def collect(app: Flask, reader: Person, addresses: Addresses) -> Offers:
    """Open a page of every address and return what all of them offer."""
    found: dict[tuple[str, str], dict[str, Offer]] = defaultdict(dict)
    for method, target, form in _sent(app, reader, addresses):
        _enter(found, app, method, target, form)
    by_address = {address: tuple(offers.values())[:MOST] for address, offers in found.items()}
    fields = {name for offers in by_address.values() for each in offers for name, _ in (*each.form, *each.query)}
    return Offers(by_address, tuple(sorted(fields | set(_asked_for()))), _known_parts(by_address.values()))


def _known_parts(offers: Iterable[Iterable[Offer]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, value in (part for some in offers for each in some for part in each.parts.items()):
        found[name][value] = None
    return {name: tuple(values) for name, values in found.items()}


def _sent(app: Flask, reader: Person, addresses: Addresses) -> Iterator[tuple[str, str, Pairs]]:
    """Yield method, address and form of everything that the pages offer to be sent, and of the pages themselves."""
    for operation in OPERATIONS:
        names = parameters(operation.asked) if operation.takes_parameters else ()
        yield "GET", f"/api/v1{operation.path}?" + "&".join(f"{name}=1" for name in names), ()
    for rule in rules(app):
        (address,) = addresses.of(app, rule, 1)
        yield "GET", address, ()
        with reader.get(address) as answer:
            if answer.mimetype == "text/html":
                yield from _on_page(address, answer.get_data(as_text=True))


def _on_page(address: str, page: str) -> Iterator[tuple[str, str, Pairs]]:
    tree = LexborHTMLParser(page)
    for link in tree.css("a[href]"):
        yield "GET", urljoin(address, link.attributes["href"] or ""), ()
    for form in tree.css("form"):
        method = (form.attributes.get("method") or "get").upper()
        yield method, urljoin(address, form.attributes.get("action") or ""), tuple(_fields(form))


def _fields(form: LexborNode) -> Iterator[tuple[str, str]]:
    """Yield the fields of a form with the values they have, or may be given."""
    for each in form.css("[name]"):
        name, value = each.attributes["name"] or "", each.attributes.get("value") or ""
        if each.tag == "select":
            options = [option.attributes.get("value") or "" for option in each.css("option")]
            value = next(filter(None, options), "")
        elif each.tag == "textarea":
            value = each.text()
        yield name, value


def _enter(found: dict[tuple[str, str], dict[str, Offer]], app: Flask, method: str, target: str, form: Pairs) -> None:
    split = urlsplit(target)
    if split.scheme not in ("", "http") or split.netloc not in ("", "localhost"):
        return
    try:
        endpoint, parts = app.url_map.bind("localhost").match(unquote(split.path), method)
    except werkzeug.exceptions.HTTPException:
        return
    query = tuple(parse_qsl(split.query, keep_blank_values=True))
    shape = " ".join(name for name, _ in (*query, *form))
    body, asked = (form, query) if method == "POST" else ((), (*query, *form))
    found[endpoint, method].setdefault(shape, Offer(_real(parts), asked, body))


def _real(parts: Mapping[str, object]) -> Mapping[str, str]:
    """Return the values of parts that stand for something: descriptions of the interface have names there."""
    return {name: str(value) for name, value in parts.items() if not str(value).startswith("<")}


def _asked_for() -> Iterable[str]:
    sources = Path(webui.__file__).parent.rglob("*.py")
    return (name for source in sources for name in _ASKED.findall(source.read_text(encoding="utf-8")))
