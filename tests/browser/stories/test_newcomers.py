"""What whoever is new wants: a first week, the meaning of a word, a protocol without its context, to go on later."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from archive.accounts.values import Credentials
from archive.learning.values import StepContent, StepKind
from archive.values import Visibility
from tests.browser.stories.hands import Hand
from webui.compose import Holdings

pytestmark = pytest.mark.browser

WEEK = "/einstieg/erste-woche"
KEY = "erste-woche"

#: What keeps moments of what somebody did.
MOMENTS = (("web_session", "seen_at"), ("web_session", "began_at"), ("read_step", "at"))


@dataclass(frozen=True, slots=True)
class Changes:
    """What the coordination does to the first week meanwhile."""

    holdings: Holdings
    agent: str

    def withdraw(self, place: int) -> str:
        """Withdraw the document of a step, and return its title."""
        code = self.holdings.archive.learning.paths.entry(KEY).steps[place - 1].content.document
        self.holdings.archive.publishing.withdraw(code, self.agent)
        return self.holdings.archive.describe(code).title

    def add(self, title: str) -> int:
        """Add a step at the end, and return its number."""
        content = StepContent(StepKind.NOTE, 5, "Zum Nachschlagen", title)
        return self.holdings.archive.learning.steps.add(KEY, content, self.agent)


@pytest.fixture
def changes(holdings: Holdings, coordination: Credentials) -> Iterator[Changes]:
    """Let the coordination change the first week, and undo it afterwards."""
    archive = holdings.archive
    agent = next(each.agent for each in archive.accounts.entries() if each.name == coordination.name)
    before = archive.learning.paths.entry(KEY).steps
    visible = {each.content.document: archive.describe(each.content.document).visibility for each in before[:-1]}
    yield Changes(holdings, agent)
    for step in archive.learning.paths.entry(KEY).steps[len(before) :]:
        archive.learning.steps.remove(KEY, step.number, agent)
    for code, visibility in visible.items():
        if archive.describe(code).visibility is Visibility.DRAFT:
            archive.publishing.publish(code, visibility, agent)


def test_the_first_week_is_ticked_off(hand: Hand, staff: Credentials) -> None:
    """N1: five core methods and the programme, each with its minutes; what was read is kept for oneself."""
    page = hand.page
    _sign_in(hand, staff)
    hand.press(_way(page, "Einstieg"))
    hand.press(page.get_by_role("link", name="Erste Woche"))
    expect(page.locator(".told")).to_contain_text("0 von 7 gelesen")
    for number in range(1, 8):
        expect(_step(page, number).locator(".tab")).to_contain_text(re.compile(r"ca\. \d+ Min\."))
    expect(page.locator(".step .tab", has_text="Methodenpapier")).to_have_count(5)
    _read_three(hand)
    hand.press(_step(page, 3).get_by_role("button"))
    expect(page.get_by_role("status")).to_contain_text("2 von 7 gelesen")
    expect(page.get_by_text("Nur Sie sehen Ihren Fortschritt.")).to_be_visible()
    hand.press(_way(page, "Einstieg"))
    hand.press(page.get_by_role("button", name="Meinen Lernstand löschen"))
    expect(page.get_by_text("Weitermachen")).to_have_count(0)
    expect(page.locator(".card", has_text="Erste Woche")).to_contain_text("0 von 7 gelesen")


@pytest.mark.parametrize(("query", "meaning"), [("Mikroprojekt", "Mikroprojekt"), ("was ist isek", "ISEK")])
def test_a_word_is_explained_above_the_hits(hand: Hand, query: str, meaning: str) -> None:
    """N2: what it means and what it stands for, two documents, and then the hits."""
    page = hand.page
    page.goto("/")
    hand.search(query)
    term, hit = page.locator(".term").first, page.locator(".hit").first
    expect(term.locator("dfn")).to_have_text(meaning)
    above, below = term.bounding_box(), hit.bounding_box()
    assert above
    assert below
    assert above["y"] < below["y"]
    documents = term.locator("p", has_text="Zum Weiterlesen").get_by_role("link")
    expect(documents).to_have_count(2)
    title = documents.first.inner_text()
    hand.press(documents.first)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_protocol_is_read_without_its_context(hand: Hand, document: str) -> None:
    """N4: which meeting, how many came, what came before and after; abbreviations; agenda items; what became of it."""
    page = hand.page
    page.goto(document)
    head = page.get_by_role("region", name="Das Treffen")
    for told in ("Bundesweites Treffen aller Standorte", "3.–4. April 2019", "Teilnehmende", "33"):
        expect(head).to_contain_text(told)
    expect(head.get_by_role("link", name="Standorttreffen Frankfurt 2018")).to_be_visible()
    expect(head.get_by_role("link", name="Standorttreffen Dresden 2019")).to_be_visible()
    word = page.locator(".explained").first
    meaning = word.get_by_role("tooltip")
    expect(meaning).to_be_hidden()
    hand.point_at(word)
    expect(meaning).to_be_visible()
    expect(page.get_by_role("region", name="Abkürzungen in diesem Dokument")).to_contain_text(meaning.inner_text())
    contents = page.get_by_role("navigation", name="Inhalt")
    hand.press(contents.get_by_role("link", name=re.compile("^TOP 4")))
    expect(page.get_by_role("heading", name=re.compile("^TOP 4"))).to_be_in_viewport()


def test_a_protocol_leads_to_what_became_of_it(hand: Hand, document: str) -> None:
    """N4: all its decisions and tasks together, and one of them alone."""
    page = hand.page
    page.goto(document)
    decision = page.locator(".passage[data-kind=Beschluss]", has_text="Graffitipräventionsprojekt")
    hand.press(decision.get_by_role("link", name="Was wurde daraus?"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Was wurde daraus?")
    expect(page.locator(".became")).to_contain_text("Graffitipräventionsprojekt")
    page.go_back()
    hand.press(page.get_by_role("region", name="Das Treffen").get_by_role("link", name="Was wurde daraus?"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Standorttreffen Dresden 2019")
    before = page.get_by_role("region", name=re.compile("Was wurde aus den Beschlüssen und Aufgaben"))
    expect(before.get_by_role("heading")).to_be_in_viewport()
    expect(before).to_contain_text("Graffitipräventionsprojekt")


def test_one_goes_on_after_two_days(hand: Hand, staff: Credentials, holdings: Holdings, changes: Changes) -> None:
    """N8: in the step where one stopped; what was withdrawn meanwhile is a note, and what is new is told."""
    page = hand.page
    _sign_in(hand, staff)
    page.goto(WEEK)
    _read_three(hand)
    _let_two_days_pass(holdings)
    title = changes.withdraw(5)
    changes.add("Wen Sie fragen können")
    page.goto("/")
    _sign_in(hand, staff)
    hand.press(_way(page, "Einstieg"))
    hand.press(page.get_by_role("link", name="Weiter: Schritt 4"))
    expect(_step(page, 4)).to_be_in_viewport()
    expect(page.locator(".told")).to_contain_text("3 von 7 gelesen")
    expect(page.get_by_text(title)).to_have_count(0)
    gone = _step(page, 5)
    expect(gone.get_by_role("heading")).to_have_text("Dieser Schritt ist zurzeit nicht zugänglich")
    expect(gone.get_by_role("link")).to_have_count(0)
    expect(_step(page, 8)).to_contain_text(re.compile(r"Wen Sie fragen können.*Neu seit \d", re.DOTALL))


def _sign_in(hand: Hand, account: Credentials) -> None:
    page = hand.page
    page.goto("/")
    hand.press(page.get_by_role("link", name="Anmelden"))
    hand.write(page.get_by_label("Konto"), account.name)
    hand.write(page.get_by_label("Passwort"), account.password)
    hand.press(page.get_by_role("main").get_by_role("button", name="Anmelden"))
    expect(page.get_by_role("button", name="Abmelden")).to_be_visible()


def _read_three(hand: Hand) -> None:
    """Tick the first three steps of the week; each time it is said, and the focus stays."""
    page = hand.page
    for number in (1, 2, 3):
        hand.press(_step(page, number).get_by_role("button"))
        expect(page.get_by_role("status")).to_contain_text(f"{number} von 7 gelesen")
        expect(_step(page, number).get_by_role("button", name="Markierung aufheben")).to_be_focused()


def _let_two_days_pass(holdings: Holdings) -> None:
    """Put back what was done, so that it was done two days ago."""
    with closing(sqlite3.connect(holdings.archive.home.catalogue)) as catalogue, catalogue:
        for table, column in MOMENTS:
            catalogue.execute(f"UPDATE {table} SET {column} = strftime('%Y-%m-%d %H:%M:%f', {column}, '-2 days')")  # noqa: S608 - names of our own


def _way(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name=name, exact=True)


def _step(page: Page, number: int) -> Locator:
    return page.locator(".step").nth(number - 1)
