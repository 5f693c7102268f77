"""WCAG 2.2 AA and best practice, as far as a machine can tell; `test_every_page` holds every page to it."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}

#: One fault for each kind of rule the pages are held to: contrast, names, language, landmarks.
BAD_PAGE = """<!doctype html><html><title></title>
<p style="color:#bbb;background:#fff">Kaum zu lesen</p><img src="x.png"><input><h1></h1><a href="/"></a></html>"""


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
