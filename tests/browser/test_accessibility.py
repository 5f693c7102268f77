"""WCAG 2.2 AA and best practice on every page, light and dark, as far as a machine can tell."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from archive.accounts.values import Credentials
from indexer.analysis.german import GermanAnalysis
from indexer.search.searcher import Searcher
from tests.browser.conftest import DESK, invite, sign_in
from webui.app import create_app
from webui.compose import Holdings
from webui.services import Services

pytestmark = pytest.mark.browser

RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}

PAGES = [
    "/",
    "/suche",
    "/suche?q=graffiti&standort=Hamburg",
    "/suche?q=grafitti+prävenzion",
    "/suche?q=xyzzyq&jahr=2019",
    "/suche?q=graffiti&lang=en",
    "/treffen",
    "/treffen/standorttreffen-hamburg-2019",
    "/treffen/standorttreffen-gotha-2020",
    "/standorte",
    "/standorte/gotha",
    "/standorte/sachsen-anhalt",
    "/themen",
    "/themen/kultur",
    "/themen/matrix",
    "/treffen/zeitleiste",
    "/neues",
    "/methoden",
    "/methoden?dauer=30&personen=12&alter=9",
    "/aufgaben",
    "/aufgaben?q=graffiti&wer=hamburg&sortierung=frist",
    "/aufgaben?q=xyzzyq",
    "/einstieg",
    "/einstieg/erste-woche?gelesen=5.6",
    "/?mein-standort=gotha",
    "/anmelden",
    "/einladung/gilt-nicht",
    "/hilfe",
    "/hilfe/suchzeichen",
    "/glossar",
    "/api",
    "/abonnieren?q=graffiti",
    "/impressum",
    "/datenschutz",
    "/barrierefreiheit",
    "/nicht-da",
]

#: One fault for each kind of rule the pages are held to: contrast, names, language, landmarks.
BAD_PAGE = """<!doctype html><html><title></title>
<p style="color:#bbb;background:#fff">Kaum zu lesen</p><img src="x.png"><input><h1></h1><a href="/"></a></html>"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_barriers_a_machine_can_find(page: Page, path: str, scheme: Any) -> None:  # noqa: ANN401 - a literal
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_document_has_no_barriers_a_machine_can_find(page: Page, document: str, scheme: Any) -> None:  # noqa: ANN401 - a literal
    page.emulate_media(color_scheme=scheme)
    for address in (f"{document}?q=graffiti", f"{document}/fassungen"):
        page.goto(address)
        assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_the_signed_in_have_none_either(
    page: Page,
    scheme: Any,  # noqa: ANN401 - a literal
    coordination: Credentials,
    holdings: Holdings,
    document: str,
) -> None:
    link = invite(holdings, "eingeladen")
    page.emulate_media(color_scheme=scheme)
    for path in (link, f"/einladung/{holdings.archive.accounts.invite_first().token}"):
        page.goto(path)
        assert violations(page) == []
    sign_in(page, coordination)
    for path in (
        "/",
        "/hochladen",
        "/konto",
        *DESK,
        f"{document}/korrigieren",
        "/konten",
        "/konten/eingeladen/entfernen",
    ):
        page.goto(path)
        assert violations(page) == []


def test_no_page_of_the_desk_is_forgotten(holdings: Holdings, german: GermanAnalysis) -> None:
    searcher = Searcher(holdings.areas, holdings.texts, german, holdings.known_names)
    rules = create_app(Services(holdings.archive, searcher, holdings.texts)).url_map.iter_rules()
    pages = {each.rule for each in rules if each.rule.startswith("/verwaltung") and "GET" in (each.methods or ())}
    listed = {path.partition("?")[0] for path in DESK}
    assert {each for each in pages if "<" not in each and not each.endswith(".csv")} <= listed


def test_narrow_pages_have_none_either(page: Page, document: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    for path in ("/", "/suche?q=graffiti", document):
        page.goto(path)
        assert violations(page) == []


def test_a_bad_page_does_not_pass(page: Page) -> None:
    page.set_content(BAD_PAGE)
    found = {line.split(":")[0] for line in violations(page)}
    assert {"color-contrast", "html-has-lang", "image-alt", "label", "link-name", "document-title"} <= found


def violations(page: Page) -> list[str]:
    """Return a line for each rule a page breaks, with the places."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]
