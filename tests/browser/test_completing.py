"""Completions below the search box: by keyboard, by mouse, by ear, and on a slow connection."""

import re
import threading

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

FIELD = "Wonach suchen Sie?"


def typed(page: Page, text: str) -> None:
    page.goto("/")
    page.get_by_label(FIELD).press_sequentially(text)
    expect(page.get_by_role("listbox", name="Vorschläge")).to_be_visible()


def test_the_arrow_keys_lead_through_the_options_and_enter_searches(quiet: Page) -> None:
    typed(quiet, "jugendkonf")
    field = quiet.get_by_role("combobox", name=FIELD)
    expect(field).to_have_attribute("aria-expanded", "true")
    quiet.keyboard.press("ArrowDown")
    first = quiet.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    expect(field).to_be_focused()
    quiet.keyboard.press("ArrowUp")
    expect(quiet.locator("[aria-selected=true]")).to_have_count(0)
    quiet.keyboard.press("ArrowDown")
    quiet.keyboard.press("Enter")
    expect(quiet).to_have_url(re.compile(r"/suche\?q=Jugendkonferenz$"))


def test_enter_without_a_choice_searches_for_what_was_typed(quiet: Page) -> None:
    typed(quiet, "jugendkonf")
    quiet.keyboard.press("Enter")
    expect(quiet).to_have_url(re.compile(r"/suche\?q=jugendkonf$"))


def test_a_name_leads_to_its_page(quiet: Page) -> None:
    typed(quiet, "hamburg")
    quiet.get_by_role("group", name="Standorte").get_by_role("option", name="Hamburg").click()
    expect(quiet).to_have_url(re.compile(r"/standorte/hamburg$"))


def test_escape_closes_and_keeps_what_was_typed(quiet: Page) -> None:
    typed(quiet, "graff")
    quiet.keyboard.press("Escape")
    expect(quiet.get_by_role("listbox")).to_be_hidden()
    expect(quiet.get_by_label(FIELD)).to_have_value("graff")
    expect(quiet.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")


def test_leaving_the_field_closes_too(quiet: Page) -> None:
    typed(quiet, "graff")
    quiet.keyboard.press("Tab")
    expect(quiet.get_by_role("listbox")).to_be_hidden()


def test_the_number_of_options_is_said(quiet: Page) -> None:
    typed(quiet, "graff")
    count = quiet.get_by_role("listbox").get_by_role("option").count()
    expect(quiet.locator("[aria-live]")).to_have_text(f"{count} Vorschläge. Mit den Pfeiltasten auswählen.")


def test_one_letter_asks_nothing_and_many_letters_ask_once(quiet: Page) -> None:
    asked: list[str] = []
    quiet.on("request", lambda request: asked.append(request.url) if "/vorschlaege" in request.url else None)
    quiet.goto("/")
    quiet.get_by_label(FIELD).press_sequentially("g")
    quiet.wait_for_timeout(300)
    assert asked == []
    quiet.get_by_label(FIELD).press_sequentially("raffiti", delay=10)
    expect(quiet.get_by_role("listbox")).to_be_visible()
    assert len(asked) == 1


def test_a_late_answer_is_dropped(page: Page) -> None:
    late = threading.Event()

    def delay(route: Route) -> None:
        if route.request.url.endswith("q=nadel"):
            held.append(route)
            late.set()
        else:
            route.continue_()

    held: list[Route] = []
    page.route("**/vorschlaege*", delay)
    page.goto("/")
    page.get_by_label(FIELD).press_sequentially("nadel")
    page.wait_for_timeout(300)
    page.get_by_label(FIELD).fill("graff")
    expect(page.get_by_role("option").first).to_contain_text("Graffiti")
    assert len(held) == 1
    held[0].abort()
    page.wait_for_timeout(200)
    expect(page.get_by_role("option").first).to_contain_text("Graffiti")


def test_an_error_of_the_server_leaves_a_search_box(page: Page) -> None:
    page.route("**/vorschlaege*", lambda route: route.fulfill(status=500, body="Fehler"))
    page.goto("/")
    page.get_by_label(FIELD).press_sequentially("nadel")
    page.wait_for_timeout(300)
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/suche\?q=nadel$"))


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_when_options_come(quiet: Page, width: int) -> None:
    quiet.set_viewport_size({"width": width, "height": 800})
    quiet.goto("/treffen")
    before = quiet.locator("main h1").bounding_box()
    quiet.get_by_label(FIELD).press_sequentially("hamburg")
    expect(quiet.get_by_role("listbox")).to_be_visible()
    assert quiet.locator("main h1").bounding_box() == before
    assert quiet.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_list_has_no_barriers(quiet: Page, scheme: str) -> None:
    quiet.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in ("/", "/treffen"):
        quiet.goto(path)
        quiet.get_by_label(FIELD).press_sequentially("hamburg")
        expect(quiet.get_by_role("listbox")).to_be_visible()
        quiet.keyboard.press("ArrowDown")
        assert violations(quiet) == []
