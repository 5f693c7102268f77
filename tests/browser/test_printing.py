"""Sheets of paper: what a page says and where it comes from, nothing to click, and no heading alone at the foot."""

from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Page

from webui.compose import Holdings

pytestmark = pytest.mark.browser

#: Pages one prints, but for documents and method cards.
SHEETS = (
    "/suche?q=graffiti+hamburg&standort=Hamburg",
    "/aufgaben",
    "/aufgaben?sortierung=frist",
    "/standorte/gotha",
    "/themen/kultur",
    "/themen/matrix",
    "/treffen/zeitleiste",
    "/treffen/standorttreffen-hamburg-2019",
)

#: Words of ways on, which lead nowhere on paper.
WAYS = (
    *("Hauptnavigation", "Startseite", "Im Text anzeigen", "Ähnliche Stellen", "Original öffnen", "Fehler melden"),
    *("Abonnieren", "Alle zeigen", "Was wurde daraus?", "Alle Fassungen vergleichen", "Filter anwenden", "✕"),
    *("Zur ersten Fundstelle", "Nächste Fundstelle", "Impressum"),
)

#: Headings over something: the items of an agenda are a list of nothing but headings.
HEADINGS = """[...document.querySelectorAll("h2, h3:not(.items h3)")]
    .filter((each) => each.checkVisibility()).map((each) => each.innerText)"""


def printed(page: Page, path: str) -> list[str]:
    """Return what stands on each sheet of a page."""
    page.goto(path, wait_until="networkidle")
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as sheets:
        return [each.get_textpage().get_text_bounded() for each in sheets]


@pytest.fixture
def sheets(page: Page, document: str) -> Iterator[tuple[str, list[str]]]:
    """Address → what stands on its sheets, one after another."""
    return ((path, printed(page, path)) for path in (*SHEETS, f"{document}?q=graffiti"))


def test_nothing_on_paper_is_to_be_clicked(sheets: Iterator[tuple[str, list[str]]]) -> None:
    left = {path: [way for way in WAYS if any(way in each for each in texts)] for path, texts in sheets}
    assert {path: ways for path, ways in left.items() if ways} == {}


def test_no_heading_stands_alone_at_the_foot_and_no_sheet_is_empty(
    page: Page, sheets: Iterator[tuple[str, list[str]]]
) -> None:
    for path, texts in sheets:
        page.emulate_media(media="print")
        headings = {each.strip() for each in page.evaluate(HEADINGS)}
        page.emulate_media(media="null")
        last = [text.strip().splitlines()[-1:] for text in texts]
        assert [] not in last, path
        assert not headings & {line.strip() for (line,) in last}, path


def test_every_meeting_of_the_samples_is_one_sheet(page: Page, holdings: Holdings) -> None:
    keys = {each.meeting.key for each in holdings.archive.descriptions() if each.meeting}
    counts = {key: len(printed(page, f"/treffen/{key}")) for key in sorted(keys)}
    assert counts
    assert {key: count for key, count in counts.items() if count != 1} == {}


def test_a_search_on_paper_tells_what_was_asked(page: Page) -> None:
    first, *_ = printed(page, SHEETS[0])
    assert "Suche: graffiti hamburg" in first
    assert "Standort: Hamburg" in first
    first, *_ = printed(page, "/aufgaben?q=graffiti&abschnitt=Aufgabe")
    assert "Worum geht es? graffiti" in first
    assert "Aufgaben (" in first


def test_findings_on_paper_tell_where_they_stand(page: Page) -> None:
    text = " ".join(" ".join(printed(page, "/themen/kultur")).split())
    assert "TOP 2, Seite 1 – Fachtag Graffiti und öffentlicher Raum" in text
    text = "".join("".join(printed(page, "/standorte/gotha")).split())
    assert "archiv_2022_23_bundesweites_treffen_der_jugendmigrationsdienste_im_quartier_in_gotha_de.html" in text


def test_the_whole_matrix_is_on_the_sheet(page: Page) -> None:
    page.goto("/themen/matrix")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 960})
    edges = "[...document.querySelectorAll('.matrix td')].map(each => each.getBoundingClientRect().right)"
    assert max(page.evaluate(edges)) <= 680
    colours = "[...document.querySelectorAll('.matrix td:has(a)')].map(each => getComputedStyle(each).color)"
    assert set(page.evaluate(colours)) == {"rgb(0, 0, 0)"}
