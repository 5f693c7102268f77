"""Searching as people do it: typing, filtering, paging, reading."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_search_leads_from_the_start_page_to_the_place_in_the_text(quiet: Page) -> None:
    quiet.goto("/")
    quiet.get_by_label("Wonach suchen Sie?").fill("graffiti hamburg")
    quiet.get_by_role("button", name="Suchen").click()
    expect(quiet.get_by_role("status")).to_have_text(re.compile(r"^\d+ Treffer in \d+ Dokumenten?$"))
    expect(quiet.locator(".hit mark").first).to_be_visible()
    quiet.locator(".hit").first.get_by_role("link", name="Im Text anzeigen").first.click()
    expect(quiet).to_have_url(re.compile(r"/dokumente/D-\d{4}-\d{4}\?q=graffiti\+hamburg#D-"))
    expect(quiet.locator(".passage:target")).to_be_in_viewport()
    expect(quiet.locator(".passage:target mark").first).to_be_visible()


@pytest.mark.parametrize("legend", ["Treffen", "Standort", "Handlungsfeld", "Dokumentart", "Abschnittsart", "Jahr"])
def test_each_facet_leaves_as_many_documents_as_it_says(quiet: Page, legend: str) -> None:
    quiet.goto("/suche?q=graffiti")
    choice = quiet.get_by_role("group", name=legend).get_by_role("checkbox").first
    label = quiet.get_by_role("group", name=legend).locator("label").first.inner_text()
    choice.check()
    quiet.get_by_role("button", name="Filter anwenden").click()
    count = int(re.findall(r"\((\d+)\)$", label.strip())[0])
    expect(quiet.get_by_role("status")).to_contain_text(f"in {count} Dokument")
    chip = quiet.get_by_role("list", name="Gewählte Filter").get_by_role("link").first
    expect(chip).to_contain_text(legend)
    chip.click()
    expect(quiet).to_have_url(re.compile(r"/suche\?q=graffiti$"))


def test_values_of_one_facet_widen_and_of_two_narrow(quiet: Page) -> None:
    quiet.goto("/suche")
    sites = quiet.get_by_role("group", name="Standort")
    sites.get_by_role("checkbox").nth(0).check()
    sites.get_by_role("checkbox").nth(1).check()
    quiet.get_by_role("button", name="Filter anwenden").click()
    both = _documents(quiet)
    quiet.get_by_role("group", name="Abschnittsart").get_by_label("Beschluss").check()
    quiet.get_by_role("button", name="Filter anwenden").click()
    assert _documents(quiet) < both
    assert quiet.url.count("standort=") == 2


def test_further_pages_show_other_documents(quiet: Page) -> None:
    quiet.goto("/suche")
    first = quiet.locator(".hit h2").all_inner_texts()
    quiet.get_by_role("link", name="Nächste Seite").click()
    expect(quiet.get_by_text(re.compile(r"^Seite 2 von \d+$"))).to_be_visible()
    assert not set(first) & set(quiet.locator(".hit h2").all_inner_texts())
    quiet.get_by_role("link", name="Vorherige Seite").click()
    assert quiet.locator(".hit h2").all_inner_texts() == first


def test_matches_in_a_document_are_walked_one_by_one(quiet: Page, document: str) -> None:
    quiet.goto(f"{document}?q=graffiti")
    quiet.get_by_role("link", name="Zur ersten Fundstelle").click()
    expect(quiet.locator(".passage:target")).to_contain_text("Fundstelle 1 von")
    quiet.locator(".passage:target").get_by_role("link", name="Nächste Fundstelle").click()
    expect(quiet.locator(".passage:target")).to_contain_text("Fundstelle 2 von")
    expect(quiet.locator(".passage:target")).to_be_in_viewport()


def test_a_quotation_is_copied_with_its_source(quiet: Page, document: str) -> None:
    quiet.context.grant_permissions(["clipboard-read", "clipboard-write"])
    quiet.goto(document)
    passage = quiet.locator(".passage[data-kind=Beschluss]").first
    passage.hover()
    passage.get_by_role("button", name="Zitat kopieren").click()
    expect(passage.get_by_role("button", name="Zitat kopiert")).to_be_visible()
    copied = str(quiet.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith("„")
    assert re.search(r"Standorttreffen Hamburg 2019, .*D-\d{4}-\d{4}, Seite \d; http://127", copied)


def test_the_slash_leads_to_the_search_box(quiet: Page) -> None:
    quiet.goto("/treffen")
    quiet.keyboard.press("/")
    expect(quiet.get_by_label("Wonach suchen Sie?")).to_be_focused()
    quiet.keyboard.type("a/b")
    expect(quiet.get_by_label("Wonach suchen Sie?")).to_have_value("a/b")


def _documents(page: Page) -> int:
    return int(re.findall(r"in (\d+) Dokument", page.get_by_role("status").inner_text())[0])


def test_every_example_of_the_help_finds_something(quiet: Page) -> None:
    quiet.goto("/hilfe")
    examples = [each.get_attribute("href") for each in quiet.locator("main article ul a").all()]
    assert len(examples) == 3
    for example in examples:
        quiet.goto(str(example))
        expect(quiet.locator(".hit").first).to_be_visible()
