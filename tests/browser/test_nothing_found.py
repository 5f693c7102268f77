"""The page without hits leads on."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser


def test_a_way_on_leads_to_hits(quiet: Page) -> None:
    quiet.goto("/suche?q=praktikumsplatz")
    expect(quiet.get_by_role("heading", name="Keine Treffer für „praktikumsplatz“")).to_be_visible()
    expect(quiet.get_by_text("steht in keinem Dokument")).to_be_visible()
    quiet.get_by_role("link", name="praktikum platz").click()
    expect(quiet.locator(".hit").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_barriers(quiet: Page, scheme: Any) -> None:  # noqa: ANN401 - a literal
    quiet.emulate_media(color_scheme=scheme)
    for query in ("q=praktikumsplatz", "q=graffiti+xyzzyq&jahr=1999", "q=xyzzyq"):
        quiet.goto(f"/suche?{query}")
        assert violations(quiet) == []
