"""The first week of somebody new without scripts and without an account, the own site, and building a path."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from archive.accounts.values import Credentials
from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser

WEEK = "/einstieg/erste-woche"


@pytest.fixture
def plain(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, **browser_context_args)
    yield context.new_page()
    context.close()


def step(page: Page, number: int) -> Locator:
    return page.locator(".step").nth(number - 1)


def test_the_first_week_without_scripts(plain: Page, staff: Credentials) -> None:
    sign_in(plain, staff)
    plain.goto(WEEK)
    step(plain, 2).get_by_role("button", name="Als gelesen markieren").click()
    expect(plain.locator(".told")).to_contain_text("1 von 7 gelesen")
    expect(step(plain, 2)).to_be_in_viewport()
    step(plain, 2).get_by_role("button", name="Markierung aufheben").click()
    expect(plain.locator(".told")).to_contain_text("0 von 7 gelesen")


@pytest.mark.parametrize("browsing", ["quiet", "plain"])
def test_without_an_account_nothing_but_the_address_remembers(browsing: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(browsing)
    page.goto(WEEK)
    step(page, 1).get_by_role("link", name="Als gelesen markieren").click()
    expect(page.locator(".told")).to_contain_text("1 von 7 gelesen")
    expect(page).to_have_url(re.compile(r"gelesen=\d+"))
    assert page.context.cookies() == []
    kept = page.url
    page.goto("/")
    page.goto(kept)
    page.get_by_role("navigation", name="Sie sind hier").get_by_role("link", name="Ihr Einstieg").click()
    page.get_by_role("link", name="Weiter: Schritt 2").click()
    expect(step(page, 2)).to_be_in_viewport()
    assert page.context.cookies() == []


def test_each_step_has_one_number(quiet: Page) -> None:
    """What other lists number by themselves is not added to it."""
    quiet.goto(WEEK)
    expect(quiet.locator(".step")).to_have_count(7)
    drawn = quiet.locator(".step").evaluate_all("all => all.map(each => getComputedStyle(each, '::before').content)")
    assert set(drawn) == {'""', "none"}


def test_the_own_site_is_chosen_once(quiet: Page, staff: Credentials) -> None:
    sign_in(quiet, staff)
    quiet.goto("/einstieg")
    quiet.get_by_label("An welchem Standort arbeiten Sie?").select_option("gotha")
    quiet.get_by_role("button", name="Standort wählen").click()
    expect(quiet.get_by_role("heading", name="Ihr Standort: Gotha")).to_be_in_viewport()
    quiet.goto("/")
    own = quiet.get_by_role("region", name="Ihr Standort: Gotha")
    for heading in ("Neueste Dokumente", "Offene Aufgaben", "Letzte Treffen", "Nachbarn in der Region"):
        expect(own.get_by_role("heading", name=heading)).to_be_visible()
    own.get_by_role("button", name="Anderen Standort wählen").click()
    expect(quiet.get_by_label("An welchem Standort arbeiten Sie?")).to_be_visible()


def test_the_coordination_builds_a_path_without_scripts(plain: Page, coordination: Credentials) -> None:
    sign_in(plain, coordination)
    plain.goto("/verwaltung/lernpfade")
    plain.get_by_label("Titel").fill("Nach der Elternzeit")
    plain.get_by_role("button", name="Anlegen und Schritte hinzufügen").click()
    for word in ("Nadelmethode", "Persona"):
        plain.get_by_label("Dokument, Methode oder Stelle suchen").fill(word)
        plain.get_by_role("main").get_by_role("button", name="Suchen").click()
        offered = plain.locator(".offered > li").filter(has=plain.get_by_role("link", name=word, exact=True))
        offered.get_by_role("button", name="Dokument hinzufügen").click()
    step(plain, 2).get_by_role("button", name="Nach oben").click()
    expect(plain.locator(".step h3")).to_have_text(["Persona", "Nadelmethode"])
    plain.get_by_role("button", name="Veröffentlichen").click()
    plain.get_by_role("link", name="So sehen ihn Lesende").click()
    expect(plain.locator(".step h2").first).to_contain_text("Persona")
    plain.go_back()
    plain.get_by_text("Lernpfad löschen").click()
    plain.get_by_role("button", name="Endgültig löschen").click()
    expect(plain.get_by_text("Nach der Elternzeit")).to_have_count(0)
