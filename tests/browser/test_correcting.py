"""Correcting what was recognised in a document, by keyboard alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from archive.accounts.values import Credentials
from indexer.extraction.isolation import Extractor
from tests.browser.conftest import sign_in
from webui.compose import Holdings

pytestmark = pytest.mark.browser

#: More presses of the tab key than any page needs from one field to the next.
MOST_PRESSES = 400

#: Nobody else is called so in the sample holdings.
OWNER = "Fachstelle Tastatur"


def tab_to(page: Page, wanted: Locator) -> None:
    """Press the tab key until something has the focus."""
    for _ in range(MOST_PRESSES):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"no way by keyboard to {wanted}")


def retype(page: Page, field: Locator, text: str) -> None:
    tab_to(page, field)
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def correct(page: Page, passage: Locator, values: tuple[str, str, str]) -> None:
    """Open the form of a passage, fill in kind, owner and due date, and save."""
    kind, owner, due = values
    tab_to(page, passage.locator("summary"))
    page.keyboard.press("Enter")
    field = passage.get_by_label("Art", exact=True)
    tab_to(page, field)
    page.keyboard.type(kind)
    expect(field).to_have_value(kind)
    retype(page, passage.get_by_label("Wer", exact=True), owner)
    retype(page, passage.get_by_label("Bis wann"), due)
    tab_to(page, passage.get_by_role("button", name="Speichern"))
    page.keyboard.press("Enter")


def test_a_passage_becomes_a_task_and_is_found_in_the_register(
    quiet: Page, holdings: Holdings, coordination: Credentials, document: str
) -> None:
    sign_in(quiet, coordination)
    quiet.goto("/aufgaben")
    before = quiet.get_by_role("status").inner_text()
    quiet.goto(f"{document}/korrigieren")
    passage = quiet.locator("article.passage[data-kind='Beschluss']").first
    key = passage.get_attribute("id") or ""
    correct(quiet, passage, ("Aufgabe", OWNER, "24. Dezember 2031"))
    expect(quiet.get_by_role("status")).to_contain_text("Gespeichert")
    expect(quiet).to_have_url(re.compile(f"#{key}$"))
    with Extractor() as extractor:
        holdings.indexing(extractor).catch_up()
    quiet.goto("/aufgaben")
    expect(quiet.get_by_role("status")).to_have_text(before)
    retype(quiet, quiet.get_by_label("Wer (Rolle oder Standort)"), OWNER)
    quiet.keyboard.press("Enter")
    row = quiet.locator(".register tbody tr").filter(has_text="24. Dezember 2031")
    expect(row).to_have_count(1)
    expect(row).to_contain_text(OWNER)
