"""From a hit to passages like it, and from a document to documents like it."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_hit_leads_to_similar_passages(quiet: Page, scheme: Any) -> None:  # noqa: ANN401 - a literal
    quiet.emulate_media(color_scheme=scheme)
    quiet.goto("/suche?q=fahrradwerkstatt")
    quiet.locator(".further").first.click()
    expect(quiet.get_by_role("heading", level=1)).to_have_text("Ähnliche Stellen")
    expect(quiet.get_by_text("gemeinsam:").first).to_be_visible()
    assert violations(quiet) == []
    expect(quiet.get_by_role("region", name="Ausgangsstelle").get_by_role("heading", level=3)).to_have_count(1)
    quiet.get_by_role("link", name="Zurück zur Stelle").click()
    expect(quiet.locator(".passage:target")).to_be_visible()


def test_a_document_leads_to_similar_documents(quiet: Page, document: str) -> None:
    quiet.goto(document)
    link = quiet.locator(".similar a").first
    title = link.inner_text()
    link.click()
    expect(quiet.get_by_role("heading", level=1)).to_have_text(title)
