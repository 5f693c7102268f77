"""Takes the pictures of the user's guide, `docs/anleitung.md`, as part of `make screenshots`.

Each is cut to what the guide speaks of. Two files that name an invented person are uploaded for it, as drafts.
"""

import io
import re
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, ViewportSize, expect

from archive.accounts.values import Credentials
from tests.browser.conftest import sign_in

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"

#: The window, in pixels.
WINDOW: ViewportSize = {"width": 1280, "height": 900}

#: Pixels of page above and below what is shown.
MARGIN = 16

#: Milliseconds in which uploaded files are read.
PATIENCE = 90_000

MINUTES = """Protokoll des Standorttreffens in Gotha: Nachtrag

Standorttreffen Gotha 2020
Datum: 25. und 26. November 2020
Ort: Gotha

TOP 1 Nähcafé

Beschluss: Das Nähcafé in Gotha bekommt eine zweite Maschine.
"""

NOTE = """Protokoll des Regionaltreffens Ost

Datum: 14. Oktober 2021
Ort: Gotha
Protokoll: Erika Beispiel

TOP 1 Nähcafé

Das Nähcafé ist jede Woche geöffnet. Rückfragen nimmt Erika Beispiel entgegen.
"""

UPLOADED: tuple[FilePayload, ...] = (
    {"name": "gotha-nachtrag.txt", "mimeType": "text/plain", "buffer": MINUTES.encode()},
    {"name": "regionaltreffen-ost-2021.txt", "mimeType": "text/plain", "buffer": NOTE.encode()},
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A stretch of a page, over the whole width."""

    name: str
    #: "" for the page that is open.
    path: str
    #: Selectors of the first and the last element to be seen.
    top: str
    bottom: str


#: What whoever reads sees.
READING = (
    Picture("guide-search", "/suche?q=graffiti+hamburg", ".asking", ".hits > li >> nth=0"),
    Picture("guide-register", "/aufgaben?wer=gotha", "nav.tabs", ".register tbody >> nth=1"),
    Picture("guide-methods", "/methoden?dauer=120&personen=12&alter=9", "h1", "main .card >> nth=0"),
    Picture("guide-path", "/einstieg/erste-woche?gelesen=5.6", "h1", ".step >> nth=2"),
)

#: What the coordination sees.
CHECKING = Picture("guide-check", "", "h1", "form.batch")
DECIDING = Picture("guide-personal", "", "h1", "fieldset.panel >> nth=0")


def take(browser: Browser, address: str, coordination: Credentials) -> None:
    """Take all of them from a served archive with the sample holdings, into `docs/images`."""
    page = browser.new_page(base_url=address, locale="de-DE", viewport=WINDOW)
    for picture in READING:
        page.goto(picture.path, wait_until="networkidle")
        _keep(page, picture)
    _keep_a_match(page)
    sign_in(page, coordination)
    _upload(page)
    _keep(page, CHECKING)
    page.get_by_role("link", name="Personenangaben ansehen").click()
    _keep(page, DECIDING)
    page.close()


def _keep_a_match(page: Page) -> None:
    """Follow the first decision found into its document."""
    page.goto("/suche?q=graffiti+hamburg&abschnitt=Beschluss")
    page.get_by_role("link", name=re.compile("^Im Text anzeigen")).first.click()
    page.wait_for_load_state("networkidle")
    _keep(page, Picture("guide-match", "", "h3:has(~ .passage:target) >> nth=-1", ".passage:target"))


def _upload(page: Page) -> None:
    page.goto("/hochladen")
    page.locator("#files").set_input_files(UPLOADED)
    page.get_by_role("button", name="Hochladen und prüfen").click()
    page.wait_for_url(re.compile("/hochladen/.+"))
    expect(page.locator("#waiting")).to_have_count(0, timeout=PATIENCE)
    expect(page.locator(".row")).to_have_count(len(UPLOADED))


def _keep(page: Page, picture: Picture) -> None:
    first, last = (page.locator(each).bounding_box() for each in (picture.top, picture.bottom))
    assert first
    assert last
    above = page.evaluate("scrollY")
    top = max(above + first["y"] - MARGIN, 0)
    height = above + last["y"] + last["height"] + MARGIN - top
    area = {"x": 0.0, "y": top, "width": float(WINDOW["width"]), "height": height}
    taken = page.screenshot(full_page=True, clip=area)  # type: ignore[arg-type]
    with Image.open(io.BytesIO(taken)) as image:
        reduced = image.convert("P", palette=Image.Palette.ADAPTIVE, colors=64)
        reduced.save(IMAGES / f"{picture.name}.png", optimize=True)
