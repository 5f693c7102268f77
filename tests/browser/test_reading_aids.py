"""What helps to read: explanations, quotations, and a page that stands still."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

MOVED = (
    "new Promise((done) => { let moved = 0; new PerformanceObserver((list) => { for (const each of list.getEntries())"
    " moved += each.value; }).observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(moved), 300); })"
)

#: Of Web Vitals: up to this much, readers do not notice that something moved.
NOTICED = 0.1


def test_an_abbreviation_is_explained_by_keyboard_and_put_away_by_escape(page: Page, document: str) -> None:
    page.goto(document)
    word = page.locator(".explained").first
    explanation = word.get_by_role("tooltip")
    expect(explanation).to_be_hidden()
    word.focus()
    expect(explanation).to_be_visible()
    page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()
    word.hover()
    page.keyboard.press("Escape")
    page.mouse.move(0, 0)
    word.hover()
    expect(explanation).to_be_visible()


def test_without_scripts_a_passage_can_be_quoted(browser: Browser, browser_context_args: Any, document: str) -> None:  # noqa: ANN401 - a dictionary
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto(document)
    page.locator(".passage > .quote").first.click()
    text = page.get_by_label("Als Text").input_value()
    assert re.search(r"„.+“\n\(.+, Seite \d+, D-\d+-\d+; http://.+#D-.+\)", text, re.DOTALL)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_explanations_and_quotations_have_no_barriers(page: Page, document: str, scheme: Any, width: int) -> None:  # noqa: ANN401 - a literal
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(document)
    quotation = page.locator(".passage > .pin").first.get_attribute("href")
    assert quotation
    page.locator(".explained").first.focus()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{document}/zitat/{quotation.partition('#')[2]}")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_stand_still_while_they_load(page: Page, document: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/", "/suche?q=graffiti", document, f"{document}?q=graffiti", f"{document}/seiten/1?q=graffiti"):
        page.goto(path)
        assert page.evaluate(MOVED) < NOTICED, path
