"""While an answer takes seconds the page says that the archive is at work."""

import pytest
from playwright.sync_api import Page, expect

from archive.accounts.values import Credentials
from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser


def test_searching_for_a_person_says_that_it_takes_seconds(quiet: Page, coordination: Credentials) -> None:
    sign_in(quiet, coordination)
    quiet.goto("/verwaltung/auskunft")
    working = quiet.locator("form[data-working] [role=status]")
    expect(working).to_have_text("")
    # An answer without content leaves the page as it is while it waits.
    quiet.route("**/verwaltung/auskunft", lambda route: route.fulfill(status=204))
    quiet.get_by_label("Name der Person").fill("Quastia Muster")
    quiet.get_by_role("button", name="Als Datei speichern").click()
    expect(working).to_have_text("")
    quiet.locator("main").get_by_role("button", name="Suchen").click()
    expect(working).to_contain_text("Das dauert einige Sekunden")
