"""What readers do: search, open what was found, its pages, meetings, registers, and follow links."""

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from tests.benchmarks.load.browser import Answer, Browser, sign_in

DOCUMENT = r"/dokumente/D-[\d-]+(?:\?|#|$)"
PICTURED = r"/dokumente/D-[\d-]+/seiten/\d+"
MEETING = r"/treffen/(?!zeitleiste)[\w-]+$"
AGREEMENT = r"/aufgaben/[\w-]+$"
SITE = r"/standorte/[\w-]+$"
TOPIC = r"/themen/(?!matrix)[\w-]+$"
METHOD = r"/methoden/D-[\d-]+"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What readers may look for."""

    questions: tuple[str, ...]
    #: Codes of documents whose pages have pictures.
    pictured: tuple[str, ...]
    #: Account and password of those who are signed in.
    account: tuple[str, str]


class Reader:
    """Somebody who reads until he is told to stop."""

    def __init__(self, browser: Browser, wishes: Wishes, seed: int, pause: Callable[[random.Random], float]) -> None:
        self._browser = browser
        self._wishes = wishes
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._pause = pause
        self._stop = threading.Event()
        #: What somebody does, and how often of a hundred times.
        self._walks: dict[Callable[[], None], int] = {
            self._search: 45,
            self._look_at_pages: 12,
            self._read_meetings: 12,
            self._read_register: 10,
            self._read_dossiers: 12,
            self._read_methods: 6,
            self._begin: 3,
        }

    def read(self, stop: threading.Event, *, is_signed_in: bool) -> None:
        """Read until the event is set."""
        self._stop = stop
        if is_signed_in:
            self._sign_in()
        self._open("/", "Startseite")
        while not stop.is_set():
            (walk,) = self._random.choices(list(self._walks), list(self._walks.values()))
            walk()
        self._browser.close()

    def _sign_in(self) -> None:
        """Sign in, as often as it takes while the server has much to do."""
        while not self._stop.is_set():
            try:
                sign_in(self._browser, *self._wishes.account)
            except RuntimeError:
                self._stop.wait(1)
            else:
                return

    def _open(self, path: str, kind: str) -> Answer:
        """Open a page, and look at it for a while; whoever is asked to come back later does so, as soon as he can."""
        answer = self._browser.open(path, kind)
        later = answer.headers.get("Retry-After", "") if answer.status in {429, 503} else ""
        self._stop.wait(RELOADING if later else self._pause(self._random))
        return answer

    def _follow(self, page: Answer, pattern: str, kind: str) -> Answer | None:
        found = page.links(pattern)
        return self._open(self._random.choice(found), kind) if found and not self._stop.is_set() else None

    def _search(self) -> None:
        question = self._random.choice(self._wishes.questions)
        for end in (3, 6):
            self._browser.ask("GET", f"/vorschlaege?q={quote(question[:end])}", "Vorschlag beim Tippen")
        page = self._open(f"/suche?q={quote(question)}", "Suche")
        if self._random.random() < 0.3:
            values = [node.attributes.get("value") or "" for node in page.tree.css("input[name=standort]")]
            if values:
                site = self._random.choice(values)
                page = self._open(f"/suche?q={quote(question)}&standort={quote(site)}", "Suche")
        for _ in range(self._random.randrange(3)):
            document = self._follow(page, DOCUMENT, "Dokument")
            if document and self._random.random() < 0.5:
                self._follow(document, PICTURED, "Seite mit Bild")

    def _look_at_pages(self) -> None:
        document = self._open(f"/dokumente/{self._random.choice(self._wishes.pictured)}", "Dokument")
        page = self._follow(document, PICTURED, "Seite mit Bild")
        for _ in range(self._random.randrange(3)):
            page = page and self._follow(page, PICTURED, "Seite mit Bild")

    def _read_meetings(self) -> None:
        page = self._open("/treffen", "Treffen, Liste")
        meeting = self._follow(page, MEETING, "Treffen")
        if meeting:
            self._follow(meeting, DOCUMENT, "Dokument")

    def _read_register(self) -> None:
        asked = self._random.choice(("", "?stand=offen", "?sortierung=frist", "?q=jugend"))
        page = self._open(f"/aufgaben{asked}", "Beschlüsse und Aufgaben")
        self._follow(page, AGREEMENT, "Was wurde daraus")

    def _read_dossiers(self) -> None:
        path, pattern, kind = self._random.choice(
            (("/standorte", SITE, "Standort"), ("/themen", TOPIC, "Handlungsfeld"))
        )
        page = self._follow(self._open(path, "Standorte, Handlungsfelder"), pattern, kind)
        if page:
            self._follow(page, DOCUMENT, "Dokument")

    def _read_methods(self) -> None:
        asked = self._random.choice(("", "?dauer=120&personen=12&alter=12", "?phase=ideen"))
        self._follow(self._open(f"/methoden{asked}", "Methoden"), METHOD, "Methode")

    def _begin(self) -> None:
        self._open(
            self._random.choice(("/", "/einstieg", "/glossar", "/treffen/zeitleiste")), "Startseite und Einstieg"
        )


#: Nobody who is turned away loads the page again sooner than after so many seconds.
RELOADING = 1.0


def thinking(chance: random.Random) -> float:
    """Return how many seconds somebody looks at a page."""
    return chance.uniform(3, 8)


def hurrying(_: random.Random) -> float:
    """Return no pause."""
    return 0.0
