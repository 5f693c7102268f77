"""What the staff of the sites want: agreements, their own site, other sites, exact wording, a method for Friday."""

import re

import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from indexer.extraction.isolation import Extractor
from tests.browser.stories.hands import Hand
from webui.compose import Holdings

pytestmark = pytest.mark.browser

#: The meeting that agreed on graffiti, and how compounds and forms of the word are typed.
MEETING = "Standorttreffen Hamburg 2019"
TYPED = ("Graffiti-Prävention", "Prävention von Graffiti", "graffitipräventions projekte")


def test_an_agreement_is_looked_up(hand: Hand) -> None:
    """M1: What did the meeting agree on graffiti, and who was to do what by when?"""
    page = hand.page
    page.goto("/")
    hand.search("hamburg graffiti")
    hit = page.locator(".hit").first
    expect(hit).to_contain_text(MEETING)
    assert {"Beschluss", "Aufgabe"} & set(hit.locator(".found .kind").all_inner_texts())
    tasks = hit.locator(".found > li", has=page.locator(".kind", has_text="Aufgabe"))
    for task in tasks.all():
        for told in ("TOP 4, Seite 2", "Wer", "Bis wann", "Stand"):
            expect(task).to_contain_text(told)
    original = hit.get_by_role("link", name="Original öffnen").get_attribute("href")
    assert page.request.get(original or "").ok
    hand.press(tasks.first.get_by_role("link", name="Im Text anzeigen"))
    expect(page.locator(".passage:target")).to_be_in_viewport()
    expect(page.locator(".passage:target")).to_have_attribute("data-kind", "Aufgabe")


def test_forms_of_a_word_find_the_same_agreement(hand: Hand, document: str) -> None:
    """M1: whichever way the word is typed."""
    page = hand.page
    page.goto(document)
    decision = page.locator(".passage[data-kind=Beschluss]", has_text="Graffitipräventionsprojekt").get_attribute("id")
    page.goto(f"/suche?q=graffiti&abschnitt=Beschluss&treffen={MEETING}".replace(" ", "+"))
    for typed in TYPED:
        hand.search(typed)
        expect(page).to_have_title(re.compile(re.escape(typed)))
        expect(page.locator(f'.found a[href$="#{decision}"]')).to_be_visible()


def test_that_nothing_was_agreed_is_said(hand: Hand) -> None:
    """M1: nothing is invented; what was said of it is one step away."""
    page = hand.page
    page.goto("/suche?q=graffiti")
    hand.tick(page.get_by_role("group", name="Abschnittsart").get_by_label("Beschluss"))
    hand.press(page.get_by_role("button", name="Filter anwenden"))
    hand.search("nähcafé")
    expect(page.get_by_text("Kein Beschluss gefunden.")).to_be_visible()
    discussed = page.get_by_role("link", name=re.compile(r"Dazu gibt es \d+ Diskussionsabschnitte"))
    number = re.findall(r"\d+", discussed.inner_text())[0]
    hand.press(discussed)
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^{number} Treffer in"))


def test_everything_about_the_own_site_is_on_one_page(hand: Hand) -> None:
    """M3: what is known of Gotha, what is new, agreed and tried there."""
    page = hand.page
    page.goto("/standorte")
    hand.press(page.get_by_role("table").get_by_role("link", name="Gotha", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Gotha")
    expect(page.locator("main dl.facts").first).to_contain_text("Thüringen")
    agreed = page.get_by_role("region", name="Beschlüsse und Aufgaben").locator(".passage")
    assert agreed.count() > 1
    assert {each.get_attribute("data-kind") for each in agreed.all()} <= {"Beschluss", "Aufgabe"}
    for heading in ("Methoden", "Dokumente"):
        expect(page.get_by_role("region", name=heading, exact=True).locator(".card").first).to_be_visible()


def test_the_documents_of_a_site_are_narrowed_and_put_in_order(hand: Hand) -> None:
    """M3: counts stay right beside other filters, and the oldest meeting can come first."""
    page = hand.page
    page.goto("/standorte/gotha")
    hand.press(page.get_by_role("link", name="In den Unterlagen zu diesem Standort suchen"))
    for legend in ("Handlungsfeld", "Jahr"):
        choice = page.get_by_role("group", name=legend).locator("label").first
        counted = _count(choice)
        hand.tick(choice.get_by_role("checkbox"))
        hand.press(page.get_by_role("button", name="Filter anwenden"))
        expect(page.get_by_role("status")).to_contain_text(re.compile(rf"in {counted} Dokument"))
    hand.press(page.get_by_role("list", name="Gewählte Filter").get_by_role("link", name=re.compile("Jahr")))
    hand.press(page.get_by_role("link", name="Älteste zuerst"))
    expect(page.get_by_role("link", name="Älteste zuerst")).to_have_attribute("aria-current", "true")
    years = [int(re.findall(r"\d{4}", each)[-1]) for each in page.locator(".hit > .meta:has(time)").all_inner_texts()]
    assert years == sorted(years)
    assert len(set(years)) > 1


def test_sites_are_compared(hand: Hand) -> None:
    """M4: Which sites have done something with urban gardening?"""
    page = hand.page
    page.goto("/")
    hand.search("urban gardening")
    sites = page.get_by_role("group", name="Standort")
    assert all(_count(each) for each in sites.locator("label").all())
    counted = {name: _count(sites.locator("label", has_text=name)) for name in ("Stuttgart", "Hamburg")}
    for name in counted:
        hand.tick(sites.get_by_label(name))
    hand.press(page.get_by_role("button", name="Filter anwenden"))
    chosen = page.get_by_role("list", name="Gewählte Filter").get_by_role("listitem")
    expect(chosen).to_have_count(3)
    assert max(counted.values()) < _documents(page) <= sum(counted.values())
    kinds = page.get_by_role("group", name="Dokumentart").locator("label", has_text="Methodenpapier")
    narrowed = _count(kinds)
    hand.tick(kinds.get_by_role("checkbox"))
    hand.press(page.get_by_role("button", name="Filter anwenden"))
    expect(chosen).to_have_count(4)
    assert _documents(page) == narrowed < sum(counted.values())


def test_a_chosen_site_stays_where_it_has_nothing(hand: Hand) -> None:
    """M4: values without hits are not offered, but never taken away from whoever has chosen them."""
    page = hand.page
    page.goto("/suche?q=urban+gardening")
    sites = page.get_by_role("group", name="Standort")
    hand.tick(sites.get_by_label("Stuttgart"))
    hand.press(page.get_by_role("button", name="Filter anwenden"))
    hand.search("nähcafé")
    chosen = sites.locator("label", has_text="Stuttgart (0)").get_by_role("checkbox")
    expect(chosen).to_be_checked()
    expect(sites.get_by_text("(0)")).to_have_count(1)
    hand.press(page.get_by_role("link", name="Alle Filter entfernen"))
    expect(page.get_by_role("group", name="Standort").get_by_text("(0)")).to_have_count(0)


def test_exact_words_are_quoted_and_the_link_lasts(hand: Hand, holdings: Holdings) -> None:
    """M5: an exact phrase, copied with its source, for a report; its link leads there after all is read anew."""
    page = hand.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/")
    hand.search('"legale Wand in der Unterführung"')
    expect(page.locator(".hit").first).to_contain_text(MEETING)
    hand.press(page.locator(".hit").first.get_by_role("link", name="Im Text anzeigen").first)
    passage = page.locator(".passage:target")
    words = passage.locator(".words").inner_text()
    assert "legale Wand in der Unterführung" in " ".join(words.split())
    hand.press(passage.get_by_role("button", name="Zitat kopieren"))
    expect(passage.get_by_role("button", name="Zitat kopiert")).to_be_visible()
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert re.search(rf"{MEETING}, 3\.–4\. April 2019, D-\d{{4}}-\d{{4}}, Seite \d; http://127", copied)
    holdings.areas.request_rebuild()
    with Extractor() as extractor:
        while holdings.indexing(extractor).catch_up():
            pass
    page.goto(re.findall(r"http://\S+?(?=\)?$)", copied)[0])
    expect(page.locator(".passage:target .words")).to_have_text(words)


def test_a_method_for_friday_is_found_and_printed(hand: Hand) -> None:
    """M6: up to two hours, 8 to 15 people, from 12 years, without special material."""
    page = hand.page
    page.goto("/")
    hand.press(page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Methoden"))
    hand.choose(page.get_by_label("Dauer"), "bis 2 Stunden")
    hand.press(page.get_by_role("button", name="Filter anwenden"))
    unstated = page.get_by_role("region", name="Dauer nicht angegeben")
    expect(unstated.get_by_role("link", name="Aktivierende Befragung")).to_be_visible()
    hand.write(page.get_by_label("Wie viele sind Sie?"), "8–15")
    hand.write(page.get_by_label("Wie alt sind die Jüngsten?"), "12")
    hand.tick(page.get_by_label("ohne besonderes Material"))
    hand.press(page.get_by_role("button", name="Filter anwenden"))
    expect(page.get_by_role("heading", name="1 Methode passt")).to_be_visible()
    hand.press(page.get_by_role("link", name="Blitzlicht und Feedback-Runden"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Blitzlicht und Feedback-Runden")
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(printed) == 1
    printed.close()


def _count(label: Locator) -> int:
    """Return the number behind a value of a facet."""
    return int(re.findall(r"\((\d+)\)$", label.inner_text().strip())[0])


def _documents(page: Page) -> int:
    """Return how many documents the result page tells."""
    return int(re.findall(r"in (\d+) Dokument", page.get_by_role("status").inner_text())[0])
