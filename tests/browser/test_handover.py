"""The pages of a hand-over, opened from a folder with the network off."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from archive.handover.extents import Everything
from tests.browser.test_accessibility import violations
from tests.relevance import judged
from webui.compose import Holdings
from webui.handover.handing_over import hand_over
from webui.handover.search.keys import key

pytestmark = pytest.mark.browser

#: What the search has to reach: share of queries with an answer among the first three documents.
SUCCESS = 0.8

#: From this grade on, a passage answers a query.
ANSWERED = 2

FOUND = """async (asked) => {
  const found = (await suche(asked)).dokumente.slice(0, 3);
  return Promise.all(found.map(async ({ dokument, stellen }) => [
    (await zeile("dokumente", dokument))[1],
    await Promise.all(stellen.slice(0, 3).map((nummer) => zeile("stellen", nummer))),
  ]));
}"""


@pytest.fixture(scope="session")
def folder(holdings: Holdings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the samples, handed over."""
    bag = tmp_path_factory.mktemp("hand-over") / "Übergabe für Sie"
    hand_over(holdings, bag, Everything())
    return bag / "data" / "seite"


@pytest.fixture(autouse=True)
def own_requests_only(context: BrowserContext) -> Iterator[None]:
    """The network is off, and no page asks for anything but files."""
    foreign: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith("file:"):
            foreign.append(request.url)

    context.set_offline(True)
    context.on("request", note)
    yield
    assert not foreign


def test_a_search_leads_to_the_place_in_the_text(quiet: Page, folder: Path) -> None:
    quiet.goto((folder / "index.html").as_uri())
    quiet.get_by_label("Wonach suchen Sie?").fill("Graffiti Hamburg")
    quiet.get_by_role("button", name="Suchen").click()
    expect(quiet.get_by_role("status")).to_have_text(re.compile(r"^\d+ Treffer in \d+ Dokumenten$"))
    first = quiet.locator(".hit").first
    expect(first.locator(".found li").first).to_contain_text("legale Wand in der Unterführung")
    assert first.locator("mark").all_inner_texts()[:2] == ["Hamburg", "Graffitipräventionsprojekt"]
    first.get_by_role("link", name="Im Text anzeigen").first.click()
    expect(quiet.locator(".passage:target")).to_be_in_viewport()
    expect(quiet.locator(".passage:target")).to_contain_text("legale Wand in der Unterführung")
    quiet.go_back()
    expect(quiet.locator(".hit").first).to_be_visible()
    expect(quiet.get_by_label("Wonach suchen Sie?")).to_have_value("Graffiti Hamburg")


def test_the_keyboard_is_enough(quiet: Page, folder: Path) -> None:
    quiet.goto((folder / "index.html").as_uri())
    quiet.keyboard.press("Tab")
    expect(quiet.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
    quiet.keyboard.press("Enter")
    quiet.keyboard.press("Tab")
    quiet.keyboard.type("jugendkonferenz")
    quiet.keyboard.press("Enter")
    expect(quiet.locator(".hit").first).to_be_visible()
    quiet.get_by_role("button", name="Suchen").focus()
    quiet.keyboard.press("Tab")
    quiet.keyboard.press("Tab")
    expect(quiet.locator(".hit").first.get_by_role("link", name="Im Text anzeigen").first).to_be_focused()
    quiet.keyboard.press("Enter")
    expect(quiet.locator(".passage:target")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("query", "like"),
    [
        ("Muell", "Müll"),
        ("muell", "MÜLL"),
        ("Baenke", "Bänke"),
        ("Jugend-Konferenz", "Jugendkonferenz"),
        ("jmdiq", "JMD-iQ"),
        ("QM", "qm"),
    ],
)
def test_spellings_of_a_word_find_the_same(quiet: Page, folder: Path, query: str, like: str) -> None:
    found = [_titles(quiet, folder, each) for each in (query, like)]
    assert found[0] == found[1] != []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("werkstatt fahrrad", "Fahrradwerkstatt Wichlinghausen"),
        ("fahrradwerkstätten", "Fahrradwerkstatt Wichlinghausen"),
        ("nadelmetode", "Nadelmethode"),
        ("stadtteil begehung", "Stadtteilbegehung"),
    ],
)
def test_parts_forms_and_near_spellings_are_found(quiet: Page, folder: Path, query: str, expected: str) -> None:
    assert any(expected in title for title in _titles(quiet, folder, query)[:3])


def test_a_near_spelling_is_told_of_and_nothing_is_invented(quiet: Page, folder: Path) -> None:
    _titles(quiet, folder, "grafitti")
    expect(quiet.get_by_role("status")).to_contain_text("ähnlich geschrieben: graffiti")
    _titles(quiet, folder, "xyzzyq")
    expect(quiet.get_by_role("status")).to_have_text(re.compile("^Keine Treffer für „xyzzyq“"))
    _titles(quiet, folder, "und")
    expect(quiet.get_by_role("status")).to_have_text(re.compile("^Keine Treffer für „und“"))
    _titles(quiet, folder, "<img src=x onerror=alert(1)> {}")
    expect(quiet.locator("main img")).to_have_count(0)


def test_further_documents_are_shown_on_demand(quiet: Page, folder: Path) -> None:
    _titles(quiet, folder, "jugendliche")
    expect(quiet.locator(".hit")).to_have_count(10)
    quiet.get_by_role("button", name="Weitere Dokumente zeigen").click()
    expect(quiet.locator(".hit")).to_have_count(20)
    expect(quiet.locator(".hit").nth(10).get_by_role("link").first).to_be_focused()


def test_the_judged_queries_are_answered(page: Page, folder: Path, holdings: Holdings) -> None:
    page.goto((folder / "index.html").as_uri())
    versions = ((each.code, holdings.archive.versions(each.code)) for each in holdings.archive.descriptions())
    codes = {version.file_name: code for code, own in versions for version in own}
    queries = judged.queries()
    missed = [each.text for each in queries if not _is_answered(page.evaluate(FOUND, each.text), each, codes)]
    assert len(missed) <= (1 - SUCCESS) * len(queries), missed


def test_scripts_make_the_same_keys(page: Page, folder: Path, holdings: Holdings) -> None:
    page.goto((folder / "index.html").as_uri())
    texts = holdings.texts.passages_of(each.code for each in holdings.archive.descriptions())
    words = sorted({word for passage in texts for word in re.split(r"\s+", passage.text)})
    words += ["Straße", "STRASSE", "Bewohner*innen", "e\u0301t\u00e9", "İstanbul", "ǅ", "Ærø", "𝔊", "œuvre"]
    assert page.evaluate("(words) => words.map(schluessel)", words) == list(map(key, words))


def test_a_missing_file_is_told_of(page: Page, folder: Path) -> None:
    scripts = sorted((folder / "daten").glob("begriffe-*.js"))
    for each in scripts:
        each.rename(each.with_suffix(".away"))
    try:
        page.goto(f"{(folder / 'index.html').as_uri()}?q=graffiti")
        expect(page.get_by_role("status")).to_contain_text("nicht vollständig")
    finally:
        for each in scripts:
            each.with_suffix(".away").rename(each)


def test_everything_can_be_read_without_scripts(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    expect(page.get_by_text("Die Suche braucht JavaScript")).to_be_visible()
    ways = page.get_by_role("navigation", name="Hauptnavigation")
    for name in ("Dokumente", "Standorte", "Handlungsfelder", "Methoden", "Beschlüsse und Aufgaben", "Treffen"):
        ways.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    page.get_by_role("link", name="Standorttreffen Hamburg 2019").click()
    page.get_by_role("link", name="Protokoll des Standorttreffens in Hamburg").click()
    page.get_by_role("navigation", name="Inhalt").get_by_role("link", name=re.compile("TOP 4")).click()
    expect(page.locator("#top-4")).to_be_in_viewport()
    page.get_by_role("link", name="Wissensarchiv JMD im Quartier").click()
    expect(page).to_have_url((folder / "index.html").as_uri())
    context.close()


def test_every_link_leads_to_a_file(folder: Path) -> None:
    pages = [*folder.rglob("*.html"), *(folder.parent / "lesefassungen").rglob("*.html")]
    assert len(pages) > 100
    lost = [(page.name, target) for page in pages for target in _targets(page) if not (page.parent / target).is_file()]
    assert lost == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_have_no_barriers_a_machine_can_find(page: Page, folder: Path, scheme: Any, width: int) -> None:  # noqa: ANN401 - a literal
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    reading = next((folder.parent / "lesefassungen").rglob("Protokoll des Standorttreffens in Hamburg*.html"))
    names = ("index", "dokumente", "treffen", "beschluesse/2019", "standorte/gotha", "themen/kultur")
    addresses = [(folder / f"{name}.html").as_uri() for name in names]
    for address in (*addresses, f"{addresses[0]}?q=graffiti", reading.as_uri()):
        page.goto(address)
        if "?q=" in address:
            expect(page.locator(".hit").first).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_decisions_and_tasks_fit_a_phone(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto((folder / "beschluesse" / "2019.html").as_uri())
    assert page.locator(".scroller").first.evaluate("each => each.scrollWidth <= each.clientWidth")
    said = page.locator("td[data-head]").first.evaluate("each => getComputedStyle(each, '::before').content")
    assert said == '"Wer: "'


def _titles(page: Page, folder: Path, query: str) -> list[str]:
    page.goto((folder / "index.html").as_uri())
    page.get_by_label("Wonach suchen Sie?").fill(query)
    page.get_by_role("button", name="Suchen").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    return page.locator(".hit h2").all_inner_texts()


def _is_answered(found: list[Any], query: judged.JudgedQuery, codes: dict[str, str]) -> bool:
    return any(_grade(address, passages, query, codes) >= ANSWERED for address, passages in found)


def _grade(address: str, passages: list[list[str]], query: judged.JudgedQuery, codes: dict[str, str]) -> int:
    shown = [_letters(f"{heading} {text}") for _, _, heading, _, text in passages]
    own = (each for each in query.answers if f"%28{codes[each.file]}%29" in address)
    return max((each.grade for each in own if any(_letters(each.says) in text for text in shown)), default=0)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _targets(page: Path) -> Iterator[str]:
    """Yield the files that a page names, without places in them."""
    for target in re.findall(r'(?:href|src)="([^"]*)"', page.read_text(encoding="utf-8")):
        if path := target.partition("#")[0]:
            yield unquote(unescape(path))
