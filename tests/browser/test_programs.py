"""A token is made, read with and revoked; a search is subscribed to: by hand, and without JavaScript."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from archive.accounts.values import Credentials
from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(browser: Browser, base_url: str) -> Iterator[Page]:
    """A page of a browser without JavaScript, as narrow as a telephone."""
    context = browser.new_context(
        base_url=base_url, locale="de-DE", java_script_enabled=False, viewport={"width": 320, "height": 800}
    )
    yield context.new_page()
    context.close()


def test_a_token_is_made_read_with_and_revoked(plain: Page, coordination: Credentials) -> None:
    sign_in(plain, coordination)
    plain.goto("/konto")
    plain.get_by_label("Wofür ist er?").fill("Auswertung")
    plain.get_by_role("button", name="Zugangsschlüssel anlegen").click()
    secret = plain.get_by_label("Zugangsschlüssel „Auswertung“").input_value()
    headers = {"Authorization": f"Bearer {secret}"}
    assert plain.request.get("/api/v1/documents", headers=headers).json()["total"] > 0
    plain.get_by_role("button", name="Ich habe ihn kopiert").click()
    plain.get_by_role("button", name=re.compile("Widerrufen.*Auswertung")).click()
    assert plain.request.get("/api/v1/documents", headers=headers).status == 401


def test_a_search_is_subscribed_to(plain: Page, coordination: Credentials) -> None:
    sign_in(plain, coordination)
    plain.goto("/suche?q=graffiti")
    plain.get_by_role("link", name="Abonnieren").click()
    expect(plain.get_by_role("heading", name="Abonnieren: graffiti")).to_be_visible()
    plain.get_by_role("button", name="Eigene Adresse anlegen").click()
    address = plain.get_by_label("Ihre Adresse").input_value()
    assert len(re.findall("<entry>", plain.request.get(address).text())) > 0
