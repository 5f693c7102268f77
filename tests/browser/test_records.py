"""Tables of the desk on a phone: each row is a card, and nothing has to be pushed aside to be read."""

import pytest
from playwright.sync_api import Page, expect

from archive.accounts.values import Credentials
from tests.browser.conftest import sign_in
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", ["/konten", "/verwaltung/loeschfristen", "/verwaltung/lernpfade"])
def test_rows_fit_a_phone(quiet: Page, coordination: Credentials, address: str) -> None:
    sign_in(quiet, coordination)
    quiet.goto(address)
    expect(quiet.locator("table.records thead")).to_be_in_viewport()
    quiet.set_viewport_size({"width": 360, "height": 800})
    assert quiet.locator(".scroller").evaluate("each => each.scrollWidth <= each.clientWidth")
    said = quiet.locator("table.records td[data-head]").first.evaluate(
        "each => getComputedStyle(each, '::before').content"
    )
    assert said.startswith('"')
    assert violations(quiet) == []
