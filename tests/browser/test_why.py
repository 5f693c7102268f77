"""The disclosure that tells why a hit was found."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_reasons_are_shown_on_demand_without_barriers(quiet: Page, scheme: Any) -> None:  # noqa: ANN401 - a literal
    quiet.emulate_media(color_scheme=scheme)
    quiet.goto("/suche?q=graffiti+hamburg")
    reasons = quiet.locator(".why").first
    expect(reasons.get_by_role("listitem").first).to_be_hidden()
    quiet.get_by_text("Warum dieser Treffer?").first.focus()
    quiet.keyboard.press("Enter")
    expect(reasons.get_by_role("listitem").first).to_contain_text("% der Wertung")
    assert violations(quiet) == []


def test_reasons_fit_into_narrow_windows(quiet: Page) -> None:
    quiet.set_viewport_size({"width": 320, "height": 640})
    quiet.goto("/suche?q=graffiti+hamburg")
    quiet.evaluate("document.querySelectorAll('.why').forEach(each => each.open = true)")
    assert quiet.evaluate("document.documentElement.scrollWidth") <= 320
