"""The head of every page: one line of ways, and the menu of the desk by mouse, by keyboard and without scripts."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from archive.accounts.values import Credentials
from tests.browser.conftest import sign_in
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

#: Less than two lines are high.
ONE_LINE = 60


def open_menu(page: Page) -> None:
    page.get_by_role("navigation", name="Ihr Bereich").locator("summary").click()


@pytest.mark.parametrize("width", [1280, 1024, 360])
@pytest.mark.parametrize("address", ["/treffen", "/treffen?lang=en"])
def test_the_ways_stand_in_one_line(page: Page, coordination: Credentials, address: str, width: int) -> None:
    sign_in(page, coordination)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    box = page.locator(".ways").bounding_box()
    assert box
    assert box["height"] < ONE_LINE
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_menu_opens_and_closes_by_keyboard(quiet: Page, coordination: Credentials) -> None:
    sign_in(quiet, coordination)
    quiet.goto("/treffen")
    summary = quiet.locator(".menu summary")
    way = quiet.get_by_role("link", name="Alles in der Verwaltung")
    expect(way).to_be_hidden()
    summary.focus()
    quiet.keyboard.press("Enter")
    expect(way).to_be_visible()
    quiet.keyboard.press("Tab")
    expect(quiet.get_by_role("link", name="Hochladen", exact=True)).to_be_focused()
    quiet.keyboard.press("Escape")
    expect(way).to_be_hidden()
    expect(summary).to_be_focused()
    quiet.keyboard.press("Space")
    for _ in range(3):
        quiet.keyboard.press("Tab")
    expect(way).to_be_focused()
    quiet.keyboard.press("Enter")
    expect(quiet).to_have_url(re.compile("/verwaltung$"))
    expect(summary).to_have_attribute("data-here", "")


def test_a_click_beside_the_menu_closes_it(quiet: Page, coordination: Credentials) -> None:
    sign_in(quiet, coordination)
    open_menu(quiet)
    expect(quiet.get_by_role("link", name="Prüfen", exact=True)).to_be_visible()
    quiet.get_by_role("contentinfo").click()
    expect(quiet.get_by_role("link", name="Prüfen", exact=True)).to_be_hidden()


def test_the_menu_needs_no_script(browser: Browser, browser_context_args: Any, coordination: Credentials) -> None:  # noqa: ANN401 - a dictionary
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, coordination)
    open_menu(page)
    page.get_by_role("link", name="Prüfen", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Prüfen")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_open_menu_has_no_barriers(page: Page, coordination: Credentials, scheme: Any, width: int) -> None:  # noqa: ANN401 - a literal
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    sign_in(page, coordination)
    open_menu(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_visitors_have_no_menu(quiet: Page) -> None:
    quiet.goto("/")
    expect(quiet.locator(".menu")).to_have_count(0)
    expect(quiet.get_by_role("navigation", name="Ihr Bereich").get_by_role("link")).to_have_text(["Anmelden"])
