"""Without JavaScript, without a mouse, on a small screen, on paper, in another language."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from archive.accounts.values import Credentials
from tests.browser.conftest import sign_in
from webui.compose import Holdings

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, **browser_context_args)
    yield context.new_page()
    context.close()


def test_searching_and_filtering_need_no_script(plain: Page) -> None:
    plain.goto("/")
    plain.get_by_label("Wonach suchen Sie?").fill("jugendkonferenz")
    plain.get_by_role("button", name="Suchen").click()
    plain.get_by_role("group", name="Dokumentart").get_by_role("checkbox").first.check()
    plain.get_by_role("button", name="Filter anwenden").click()
    expect(plain).to_have_url(re.compile(r"q=jugendkonferenz&art="))
    plain.locator(".hit").first.get_by_role("link", name="Im Text anzeigen").first.click()
    expect(plain.locator(".passage:target mark").first).to_be_visible()


def test_uploading_needs_no_script(plain: Page, offered: Path, holdings: Holdings, coordination: Credentials) -> None:
    sign_in(plain, coordination)
    plain.goto("/hochladen")
    plain.get_by_label("Dateien auswählen").set_input_files(offered)
    plain.get_by_role("button", name="Hochladen und prüfen").click()
    expect(plain.get_by_role("status")).to_contain_text("1 Datei angekommen")
    expect(plain.get_by_text("1 Datei wird noch gelesen.")).to_be_visible()
    plain.get_by_label("Titel").fill("Lastenräder")
    plain.get_by_role("button", name="Als Entwurf speichern").last.click()
    plain.get_by_role("link", name=offered.name, exact=True).click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Lastenräder")
    expect(plain.get_by_text("wird gerade gelesen")).to_be_visible()
    assert holdings.archive.descriptions()[-1].file_name == offered.name


def test_the_keyboard_is_enough(quiet: Page) -> None:
    quiet.goto("/treffen")
    quiet.keyboard.press("Tab")
    expect(quiet.get_by_role("link", name="Zum Inhalt springen")).to_be_in_viewport()
    quiet.keyboard.press("Enter")
    quiet.keyboard.press("Tab")
    expect(quiet.locator("main a").first).to_be_focused()
    quiet.goto("/")
    quiet.get_by_label("Wonach suchen Sie?").focus()
    quiet.keyboard.type("nadelmethode")
    quiet.keyboard.press("Enter")
    choice = quiet.get_by_role("group", name="Dokumentart").get_by_role("checkbox").first
    _tab_to(quiet, choice.get_attribute("value") or "")
    quiet.keyboard.press("Space")
    expect(choice).to_be_checked()
    quiet.keyboard.press("Enter")
    expect(quiet).to_have_url(re.compile("art="))


def test_what_has_the_focus_is_seen(quiet: Page, document: str) -> None:
    for path in ("/", "/suche?q=graffiti", document):
        quiet.goto(path)
        for _ in range(25):
            quiet.keyboard.press("Tab")
            width = quiet.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
            assert width >= 2, quiet.evaluate("document.activeElement.outerHTML")


def test_signing_in_and_out_needs_no_mouse(quiet: Page, coordination: Credentials) -> None:
    quiet.goto("/hochladen")
    expect(quiet).to_have_url(re.compile("/anmelden"))
    quiet.get_by_label("Konto").focus()
    quiet.keyboard.type(coordination.name)
    quiet.keyboard.press("Tab")
    quiet.keyboard.type(coordination.password)
    quiet.keyboard.press("Enter")
    expect(quiet.get_by_role("heading", level=1)).to_have_text("Dokumente hochladen")
    quiet.get_by_role("button", name="Abmelden").focus()
    quiet.keyboard.press("Enter")
    expect(quiet.get_by_role("link", name="Anmelden")).to_be_visible()


def test_filters_fold_away_in_narrow_windows_only(quiet: Page) -> None:
    quiet.goto("/suche?q=graffiti")
    button = quiet.get_by_role("button", name="Filter anwenden")
    expect(button).to_be_visible()
    quiet.set_viewport_size({"width": 360, "height": 640})
    expect(button).to_be_hidden()
    quiet.locator("summary", has_text="Ergebnisse eingrenzen").click()
    expect(button).to_be_visible()


def test_what_can_be_clicked_is_large_enough(quiet: Page, document: str) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 CSS pixels, links within a line of text excepted."""
    for path in ("/", "/suche?q=graffiti", document):
        quiet.goto(path)
        small = quiet.eval_on_selector_all(
            "button, select, summary, input:not([type=hidden]), .pin, .chips a, .paging a, .tiles a,"
            " :is(.ways, .own-ways) a, .facets label",
            """all => all.filter(each => each.offsetParent && each.type !== "checkbox")
                .filter(each => each.offsetWidth < 24 || each.offsetHeight < 24)
                .map(each => each.outerHTML)""",
        )
        assert not small


def test_paper_shows_the_text_and_nothing_to_click(quiet: Page, document: str) -> None:
    quiet.goto(document)
    quiet.emulate_media(media="print")
    expect(quiet.get_by_role("navigation", name="Hauptnavigation")).to_be_hidden()
    expect(quiet.locator(".pin").first).to_be_hidden()
    expect(quiet.locator(".leaf").first).to_be_visible()


def test_english_stays_english(quiet: Page) -> None:
    quiet.goto("/")
    quiet.get_by_role("link", name="English").click()
    quiet.get_by_label("What are you looking for?").fill("graffiti")
    quiet.get_by_role("button", name="Search").click()
    expect(quiet.get_by_role("status")).to_contain_text("matches in")
    quiet.locator(".hit h2 a").first.click()
    expect(quiet.get_by_role("heading", name="Reading version")).to_be_visible()
    quiet.get_by_role("link", name="Deutsch").click()
    expect(quiet.get_by_role("heading", name="Lesefassung")).to_be_visible()


def test_another_site_cannot_upload(page: Page, base_url: str) -> None:
    """A form on a page of another origin: the browser sends it, the archive refuses it."""
    page.set_content(
        f'<form action="{base_url}/hochladen" method="post" enctype="multipart/form-data">'
        '<input name="dateien" value="x"><button>Los</button></form>'
    )
    with page.expect_navigation() as navigation:
        page.get_by_role("button", name="Los").click()
    assert navigation.value.status == 403


def _tab_to(page: Page, value: str) -> None:
    """Press Tab until the check box with a value has the focus."""
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == value:
            return
    pytest.fail(f"{value} is not reached by Tab")
