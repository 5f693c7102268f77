"""The methods: what papers do not say, reading in depth, printing each on one page, and telling of them.

The criteria are those of the stories "Method depth" and "Share experience".
"""

import re
from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from archive.accounts.values import Credentials
from archive.methods import MethodPaper, Note
from archive.rights import VISITOR, Role
from tests.browser.conftest import sign_in
from tests.browser.test_accessibility import violations
from webui.compose import Holdings

pytestmark = pytest.mark.browser

#: Points of a sheet of A4, rounded.
A4 = (595, 842)


@pytest.fixture(scope="session")
def papers(holdings: Holdings) -> tuple[MethodPaper, ...]:
    return holdings.archive.methods.papers(VISITOR.visible)


@pytest.fixture
def nadelmethode(holdings: Holdings, papers: tuple[MethodPaper, ...]) -> Iterator[str]:
    """The path of a card of the core, which is no longer of the core afterwards."""
    (code,) = [each.code for each in papers if each.title == "Nadelmethode"]
    holdings.archive.methods.say(code, Note(is_core=True, other_names=("Wunschkarte",)))
    yield f"/methoden/{code}"
    holdings.archive.methods.say(code, Note())


def test_there_are_fifteen_methods(papers: tuple[MethodPaper, ...]) -> None:
    assert len(papers) == 15


def test_what_a_paper_does_not_say_stays_visible(page: Page) -> None:
    page.goto("/methoden?dauer=120&personen=12")
    doubtful = page.get_by_role("region", name="Dauer nicht angegeben")
    expect(doubtful.get_by_text("könnte passen")).to_be_visible()
    expect(doubtful.get_by_role("link", name="Aktivierende Befragung")).to_be_visible()
    page.goto("/methoden?alter=9")
    unstated = page.locator(".card", has=page.get_by_role("link", name="Netzwerkkarte"))
    expect(unstated.get_by_text("nicht angegeben").first).to_be_visible()


def test_all_of_it_works_without_javascript(browser: Browser, base_url: str, nadelmethode: str) -> None:
    page = browser.new_context(java_script_enabled=False, base_url=base_url, locale="de-DE").new_page()
    page.goto("/methoden")
    page.get_by_label("nur Kernmethoden (5)").check()
    page.get_by_role("button", name="Filter anwenden").click()
    page.get_by_role("link", name="Nadelmethode").click()
    assert nadelmethode in page.url
    page.context.close()


def test_a_card_goes_into_depth_and_leads_to_a_real_use(quiet: Page, nadelmethode: str) -> None:
    quiet.goto(nadelmethode)
    expect(quiet.get_by_role("region", name="Schritt für Schritt").get_by_role("listitem")).to_have_count(7)
    expect(quiet.get_by_role("region", name="Varianten").get_by_text("Tag und Nacht")).to_be_visible()
    expect(quiet.get_by_role("region", name="Achtung").get_by_text("Keine Wohnadressen")).to_be_visible()
    expect(quiet.get_by_text("Kernmethode", exact=True)).to_be_visible()
    uses = quiet.get_by_role("region", name="Eingesetzt in")
    expect(uses.get_by_text("Wunschkarte").first).to_be_visible()
    uses.get_by_role("link", name="JMDiQ Regionaltreffen Ost in Neubrandenburg").click()
    expect(quiet.locator(":target mark").first).to_be_in_viewport()
    expect(quiet.locator(":target")).to_contain_text(re.compile("Nadel"))


def test_internal_uses_are_not_told_to_visitors(page: Page, papers: tuple[MethodPaper, ...]) -> None:
    (code,) = [each.code for each in papers if each.title.startswith("Netzwerkkarte")]
    page.goto(f"/methoden/{code}")
    uses = page.get_by_role("region", name="Eingesetzt in")
    expect(uses.get_by_role("link", name="Standortbericht Wuppertal 2021")).to_be_visible()
    expect(uses.get_by_text("Regionaltreffen West in Trier")).to_have_count(0)


def test_every_card_prints_on_exactly_one_page(page: Page, papers: tuple[MethodPaper, ...]) -> None:
    for paper in papers:
        page.goto(f"/methoden/{paper.code}")
        printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        assert len(printed) == 1, paper.title
        assert tuple(map(round, printed[0].get_size())) == A4
        text = printed[0].get_textpage().get_text_bounded()
        for told in (paper.title.split()[0], paper.code, "Material"):
            assert told in text
        assert "Eingesetzt in" not in text
        printed.close()


@pytest.fixture
def chef(browser: Browser, base_url: str, coordination: Credentials) -> Iterator[Page]:
    """A page of the coordination, signed in."""
    page = browser.new_context(base_url=base_url, locale="de-DE").new_page()
    sign_in(page, coordination)
    yield page
    page.context.close()


def test_an_experience_is_told_in_a_minute_and_released(
    page: Page, chef: Page, holdings: Holdings, nadelmethode: str
) -> None:
    (staff,) = [each for each in holdings.archive.sample_accounts.credentials() if each.role is Role.STAFF]
    sign_in(page, staff)
    page.goto(nadelmethode)
    page.get_by_role("link", name="Eigene Erfahrung mitteilen").click()
    assert violations(page) == []
    _tell(page)
    chef.goto("/verwaltung/erfahrungen")
    assert violations(chef) == []
    release = chef.get_by_role("button", name=re.compile("Freigeben.*Nadelmethode, Peine"))
    release.click()
    expect(release).to_have_count(0)
    page.goto(nadelmethode)
    expect(page.get_by_role("region", name="Erfahrungen der Standorte")).to_contain_text("Vor dem Imbiss")


def _tell(page: Page) -> None:
    """Fill in the form, first with a name, and send it with the keyboard."""
    page.get_by_label("Standort").select_option("Peine")
    page.get_by_label("Was gut lief").fill("Vor dem Imbiss blieben viele stehen.")
    page.get_by_label("Was schwierig war").fill("Herr Muster wollte die Karte behalten.")
    page.get_by_role("button", name="An die Koordination senden").click()
    expect(page.get_by_role("alert")).to_contain_text("ohne Namen")
    expect(page.get_by_label("Was gut lief")).to_have_value("Vor dem Imbiss blieben viele stehen.")
    page.get_by_label("Was schwierig war").fill("Der Wind.")
    page.get_by_role("button", name="An die Koordination senden").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Danke!")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_cards_have_no_barriers_and_fit_a_narrow_screen(page: Page, nadelmethode: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(nadelmethode)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    for path in (nadelmethode, "/methoden?dauer=120"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
