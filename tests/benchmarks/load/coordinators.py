"""What the coordination does meanwhile: upload DOCX and PDF files, look them through, and publish."""

import random
import threading
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.benchmarks.load.browser import Answer, Browser, sign_in
from tests.benchmarks.load.minutes import Minutes

BOUNDARY = "grenze"

#: Files brought at once.
FILES = 3


class Coordinator:
    """Somebody who brings files until he is told to stop."""

    def __init__(self, browser: Browser, account: tuple[str, str], seed: int) -> None:
        self._browser = browser
        self._account = account
        self._minutes = Minutes(seed)
        self._random = random.Random(seed)  # noqa: S311 - no secret
        #: Documents that others find now.
        self.published = 0

    def work(self, stop: threading.Event) -> None:
        """Bring files, look them through and publish them, until the event is set."""
        sign_in(self._browser, *self._account)
        while not stop.wait(self._random.uniform(20, 40)):
            table = self._upload(self._minutes.files(FILES))
            if table.status == 200:
                stop.wait(self._random.uniform(10, 20))
                self._publish(self._browser.open(table.path, "Hochgeladenes prüfen"))
        self._browser.close()

    def _upload(self, files: list[tuple[str, bytes]]) -> Answer:
        form = self._browser.open("/hochladen", "Hochladen, Formular")
        body = _multipart(_value(form.tree, "csrf_token"), files)
        return self._browser.sent(
            "/hochladen", body, {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}, "Hochladen"
        )

    def _publish(self, table: Answer) -> None:
        form = table.tree.css_first("form.batch")
        if form is None:
            return
        answer = self._browser.send(table.path, [*_fields(form), ("tat", "veroeffentlichen")], "Veröffentlichen")
        links = answer.links(r"/dokumente/D-[\d-]+$") if answer.status == 200 and "neu=" in answer.path else []
        self.published += len(links)


def _multipart(token: str, files: list[tuple[str, bytes]]) -> bytes:
    parts = [b'Content-Disposition: form-data; name="csrf_token"\r\n\r\n' + token.encode()]
    for name, content in files:
        about = f'name="dateien"; filename="{name}"\r\nContent-Type: application/octet-stream'
        parts.append(f"Content-Disposition: form-data; {about}\r\n\r\n".encode() + content)
    start = f"--{BOUNDARY}\r\n".encode()
    return b"".join(start + part + b"\r\n" for part in parts) + f"--{BOUNDARY}--\r\n".encode()


def _value(tree: LexborHTMLParser, name: str) -> str:
    found = tree.css_first(f"main input[name={name}]")
    return (found.attributes["value"] or "") if found else ""


def _fields(form: LexborNode) -> Iterator[tuple[str, str]]:
    """Yield what a browser sends of a form that nobody has changed, without its buttons."""
    for each in form.css("input[name]"):
        stated = each.attributes
        if stated.get("type") not in {"checkbox", "radio"} or "checked" in stated:
            yield stated["name"] or "", stated.get("value") or ""
    for each in form.css("select[name]"):
        chosen = each.css_first("option[selected]") or each.css_first("option")
        yield each.attributes["name"] or "", (chosen.attributes.get("value") or "") if chosen else ""
