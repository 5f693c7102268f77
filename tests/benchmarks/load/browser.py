"""Asks a server as a browser does: several kept connections, cookies, and files it need not ask for again."""

import http.client
import itertools
import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from selectolax.lexbor import LexborHTMLParser

#: Connections a browser opens to one server, and keeps.
CONNECTIONS = 6

#: Seconds after which somebody gives up waiting for a page.
PATIENCE = 30.0

#: What is asked for beside a page: its styles, scripts and pictures.
BESIDE = 'link[rel="stylesheet"], link[rel="icon"], script[src], main img[src]'

_MAX_AGE = re.compile(r"max-age=(\d+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request and what became of it."""

    #: When it was sent, by time.monotonic.
    at: float
    kind: str
    #: 0 where there was no answer.
    status: int
    seconds: float
    #: What was wrong, beside the status.
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    status: int
    path: str
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def tree(self) -> LexborHTMLParser:
        """Its page."""
        return LexborHTMLParser(self.body)

    def links(self, pattern: str) -> list[str]:
        """Return the addresses on the page that match a pattern, each once."""
        found = (node.attributes.get("href") or "" for node in self.tree.css("main a[href]"))
        return [each for each in dict.fromkeys(found) if re.match(pattern, each)]


#: What stands for no answer.
NOTHING = Answer(0, "", http.client.HTTPMessage(), b"")


@dataclass
class Kept:
    """A file a browser has: until when it need not ask, and by what it asks then."""

    until: float
    headers: Mapping[str, str]


@dataclass
class Browser:
    """One browser; used by one thread."""

    port: int
    note: Callable[[Asked], None]
    cookies: dict[str, str] = field(default_factory=dict)
    #: Path → file.
    kept: dict[str, Kept] = field(default_factory=dict)
    #: Set when nobody wants anything any more.
    stop: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        """Open no connection yet."""
        connections = [http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE) for _ in range(CONNECTIONS)]
        self._first = connections[0]
        self._connections = itertools.cycle(connections)
        self._all = connections

    def open(self, path: str, kind: str) -> Answer:
        """Open a page with all that belongs to it; of pictures, those within the page."""
        answer = self.ask("GET", path, kind)
        if answer.status in {302, 303}:
            return self.open(answer.headers["Location"], kind)
        for node in answer.tree.css(BESIDE) if answer.status == 200 else ():
            address = node.attributes.get("href") or node.attributes.get("src") or ""
            self.fetch(address)
        return answer

    def fetch(self, path: str) -> None:
        """Ask for a file that belongs to a page, unless it is kept."""
        kept = self.kept.get(path)
        if self.stop.is_set() or (kept and time.monotonic() < kept.until):
            return
        kind = "Stil oder Skript" if path.startswith("/static/") else "Bild"
        answer = self.ask("GET", path, kind, headers=kept.headers if kept else {}, by=next(self._connections))
        if answer.status == 200:
            tag, age = answer.headers.get("ETag"), _MAX_AGE.search(answer.headers.get("Cache-Control", ""))
            until = time.monotonic() + (int(age[1]) if age else 0)
            self.kept[path] = Kept(until, {"If-None-Match": tag} if tag else {})

    def send(self, path: str, form: list[tuple[str, str]], kind: str) -> Answer:
        """Send a form, and open where it leads."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.sent(path, urlencode(form).encode(), headers, kind)

    def sent(self, path: str, body: bytes, headers: Mapping[str, str], kind: str) -> Answer:
        """Send a body, and open where that leads."""
        answer = self.ask("POST", path, kind, body, headers={**headers, "Origin": f"http://127.0.0.1:{self.port}"})
        return self.open(answer.headers["Location"], "Seite danach") if answer.status == 303 else answer

    def ask(self, method: str, path: str, kind: str, body: bytes = b"", **more: Any) -> Answer:  # noqa: ANN401 - headers and a connection
        """Ask, and note how long it took; what was not answered has the status 0.

        Args:
            method: Of HTTP.
            path: With its query string.
            kind: Of request, for the figures.
            body: What is sent.
            more: `headers` that are sent, too; `by` which connection, if not by the first.
        """
        path, began = path.partition("#")[0], time.monotonic()
        try:
            answer = self._answer(method, path, body, **more)
        except (OSError, http.client.HTTPException) as error:
            self.note(Asked(began, kind, 0, time.monotonic() - began, type(error).__name__))
            return NOTHING
        self.note(Asked(began, kind, answer.status, time.monotonic() - began))
        return answer

    def close(self) -> None:
        """Close every connection."""
        for each in self._all:
            each.close()

    def _answer(
        self,
        method: str,
        path: str,
        body: bytes,
        *,
        headers: Mapping[str, str] | None = None,
        by: http.client.HTTPConnection | None = None,
    ) -> Answer:
        connection = by or self._first
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        named = {"Cookie": cookies, "Accept-Encoding": "gzip", "Accept-Language": "de", **(headers or {})}
        is_kept = connection.sock is not None
        try:
            connection.request(method, path, body or None, named)
            response = connection.getresponse()
            content = response.read()
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            connection.close()
            if not is_kept:
                raise
            # The server may close what nobody used for a while; browsers then ask again without a word.
            return self._answer(method, path, body, headers=headers, by=by)
        except BaseException:
            connection.close()
            raise
        for cookie in response.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(response.status, path, response.headers, content)


def sign_in(browser: Browser, name: str, password: str) -> None:
    """Sign somebody in.

    Raises:
        RuntimeError: It is not possible.
    """
    form = browser.open("/anmelden", "Anmelden")
    if form.status != 200:
        raise RuntimeError(name)
    token = form.tree.css_first("input[name=csrf_token]")
    entered = [
        ("konto", name),
        ("passwort", password),
        ("csrf_token", (token.attributes["value"] or "") if token else ""),
    ]
    answer = browser.send("/anmelden", entered, "Anmelden")
    if answer.status != 200 or b"/konto" not in answer.body:
        raise RuntimeError(name)


class Notes:
    """What all browsers asked; one serves all threads."""

    def __init__(self) -> None:
        self._asked: list[Asked] = []
        self._lock = threading.Lock()

    def add(self, asked: Asked) -> None:
        """Note a request."""
        with self._lock:
            self._asked.append(asked)

    def between(self, since: float, until: float) -> list[Asked]:
        """Return what was asked in a time, by time.monotonic."""
        with self._lock:
            return [each for each in self._asked if since <= each.at < until]
