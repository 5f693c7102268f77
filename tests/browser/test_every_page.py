"""Every page there is: no barriers, light or dark, no scrolling sideways, nothing to read that needs JavaScript."""

from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page

from archive.accounts.values import Credentials
from archive.batches import Arrival
from archive.custody import Status, Submission
from archive.values import Details, Visibility
from indexer.extraction.isolation import Extractor
from tests.browser.conftest import invite, sign_in
from tests.browser.test_accessibility import violations
from tests.browser.tour import NOT_PAGES, Tour, Values
from webui.compose import Holdings

pytestmark = pytest.mark.browser

#: The narrowest window that WCAG 2.2 asks for (1.4.10), and one of a desk, in CSS pixels.
NARROWEST, WIDE = 320, 1280

#: Addresses of nothing, which say so.
NOWHERE = ("/nicht-da", "/einladung/gilt-nicht")

#: Reads what a page has to say to readers, a line each; without what only helps to handle it, and without fields whose
#: every choice a script brings, where a link leads to a page that has them all.
SAID = """() => {
    const main = document.querySelector("main").cloneNode(true);
    main.querySelectorAll("button, script, [data-scripted], [data-all]").forEach((each) => each.remove());
    return main.textContent.split("\\n").map((line) => line.trim()).filter(Boolean);
}"""


@pytest.fixture(scope="session")
def draft(holdings: Holdings, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The code of a document that waits to be looked through, with what has to be decided on."""
    path = tmp_path_factory.mktemp("draft") / "brief.txt"
    path.write_text("Brief aus Gotha\n\nBitte an erika.beispiel@example.org antworten, Telefon 030 1234567.", "utf-8")
    code = holdings.archive.take_in(Submission(path, "brief.txt", Details(visibility=Visibility.DRAFT))).code
    with Extractor() as extractor:
        holdings.indexing(extractor).catch_up()
    return code


@pytest.fixture(scope="session")
def tour(app: Flask, holdings: Holdings, coordination: Credentials, document: str, draft: str) -> Tour:
    """All addresses of the sample holdings, read by the sample accounts."""
    assert coordination
    batch = holdings.archive.batches.begin("")
    arrivals = [
        Arrival("brief.txt", Status.HELD, draft),
        Arrival("leer.pdf", Status.REFUSED, "", "Die Datei ist leer."),
    ]
    holdings.archive.batches.add(batch, arrivals)
    reader = app.test_client()
    decision = reader.get("/api/v1/decisions").get_json()["items"][0]
    decided = {"passage": decision["passage"]["id"], "code": decision["document"]["document"]}
    method = {"code": reader.get("/api/v1/methods").get_json()["items"][0]["description"]["document"]}
    usual = {"code": document.rpartition("/")[2], "key": "erste-woche", "gap": "ohne-treffen", "name": "eingeladen"}
    link = invite(holdings, "eingeladen").rpartition("/")[2]
    meetings = ("standorttreffen-hamburg-2019", "standorttreffen-gotha-2020")
    vocabularies: list[dict[str, str | int]] = [{"address": each} for each in ("standorte", "treffen", "schlagworte")]
    own: dict[str, tuple[dict[str, str | int], ...]] = {
        "uploads.batch": ({"key": batch},),
        "drafts.edit": ({"code": draft}, {}),
        "drafts.ask_to_discard": ({"code": draft},),
        "personal.index": ({"code": draft}, {}),
        "documents.document": ({}, method),
        "following.became": (decided,),
        "documents.similar_passages": (decided,),
        "quotations.quotation": (decided,),
        "methods.card": (method,),
        "methods.experience_form": (method,),
        "meetings.meeting": tuple({"key": each} for each in meetings),
        "sites.site": ({"key": "gotha"}, {"key": "sachsen-anhalt"}),
        "topics.topic": ({"key": "kultur"},),
        "introductions.edit": ({"key": "kultur"},),
        "links.form": ({"token": link},),
        "vocabularies.vocabulary": tuple(vocabularies),
        "vocabularies.entry": ({"address": "standorte", "key": "gotha"}, {"address": "treffen", "key": meetings[0]}),
        "vocabularies.ask_to_merge": ({"address": "standorte", "key": "gotha"},),
        "meetings.files": ({"key": meetings[0]},),
        "meetings.appointment": ({"key": meetings[0]},),
        "uploads.state": ({"key": batch},),
    }
    return Tour(app, Values({**usual, "number": 1, "filename": "css/base.css"}, own))


@pytest.fixture(scope="session")
def open_context(
    browser: Browser, browser_context_args: dict[str, Any], coordination: Credentials
) -> Iterator[Callable[..., Page]]:
    """Opens a page of a visitor or of the coordination."""
    opened: list[BrowserContext] = []

    def open_for(who: str, *, scripts: bool) -> Page:
        opened.append(browser.new_context(java_script_enabled=scripts, reduced_motion="reduce", **browser_context_args))
        page = opened[-1].new_page()
        if who == "coordination":
            sign_in(page, coordination)
        return page

    yield open_for
    for each in opened:
        each.close()


def paths(tour: Tour, who: str) -> tuple[str, ...]:
    return tour.of_the_coordination() if who == "coordination" else (*tour.open_to_all(), *NOWHERE)


@pytest.mark.parametrize("who", ["visitor", "coordination"])
def test_every_page_is_for_everyone(tour: Tour, open_context: Callable[..., Page], who: str) -> None:
    page, plain = (open_context(who, scripts=scripts) for scripts in (True, False))
    assert {
        path: found for path in paths(tour, who) if (found := [*faults_of(page, path), *lacks(page, plain, path)])
    } == {}


def test_only_what_is_no_page_is_left_out(tour: Tour, open_context: Callable[..., Page]) -> None:
    asking = open_context("coordination", scripts=True).context.request
    answers = {path: asking.get(path, max_redirects=0) for path in tour.others()}
    pages = [path for path, each in answers.items() if each.ok and "text/html" in each.headers.get("content-type", "")]
    assert pages == []
    assert set(NOT_PAGES) <= {rule.endpoint for rule in tour.app.url_map.iter_rules()}


def faults_of(page: Page, path: str) -> Iterator[str]:
    """Visit a page, and tell what is wrong with it."""
    page.set_viewport_size({"width": WIDE, "height": 900})
    answer = page.goto(path)
    assert answer
    if not answer.ok and path not in NOWHERE:
        yield f"status {answer.status}"
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        yield from (f"{scheme}: {each}" for each in violations(page))
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > NARROWEST:
        yield f"{width} pixels wide"


def lacks(page: Page, plain: Page, path: str) -> Iterator[str]:
    """Visit a page that is open already once more without scripts, and tell what is not to be read there."""
    plain.goto(path, wait_until="domcontentloaded")
    there = set(plain.evaluate(SAID))
    yield from (f"without scripts: {line}" for line in page.evaluate(SAID) if line not in there)
