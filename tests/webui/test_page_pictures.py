"""A page as it is printed, with what a reader looks for marked on it."""

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from archive.archive import Submission
from archive.rights import Role
from archive.values import Details, DocumentKind, Visibility
from indexer.extraction.isolation import Extractor
from indexer.extraction.pages import Block, BlockKind, Outcome, Page, Reading, TextOrigin
from indexer.extraction.picture import PlacedWord, Rectangle
from indexer.index.renditions import Renditions
from indexer.recognising import Recognising
from indexer.rendering import Rendering
from indexer.search.request import Part
from tests.indexer.extraction.making import column, pdf_bytes
from tests.webui.people import person, visitor
from webui.compose import open_holdings
from webui.marked_places import marked_places
from webui.page_pictures import PagePictures
from webui.reading import Marker
from webui.services import Services

SCAN = Path(__file__).parents[2] / "documents" / "holdings" / "scan-protokoll-regionaltreffen-ost-2018.pdf"
CHECKLIST = SCAN.with_name("checkliste-mikroprojekt.docx")
PAGES = [
    column(["Die Graffitiwand in Hamburg kommt."]),
    column(["Nichts dazu."]),
    column(["Noch einmal:", "Graffitiprä-", "vention"]),
]


@pytest.fixture
def shown(empty: Services, tmp_path: Path) -> Iterator[Services]:
    """An archive with an internal PDF of three pages, D-…-0001, and a text file."""
    details = Details("Wand", DocumentKind.PROTOKOLL, visibility=Visibility.INTERNAL)
    for name, content in (("wand.pdf", pdf_bytes(PAGES)), ("text.txt", b"Graffiti im Text.")):
        (tmp_path / name).write_bytes(content)
        empty.archive.take_in(Submission(tmp_path / name, name, details))
    with open_holdings(empty.archive.home.root) as holdings, Extractor() as extractor:
        holdings.indexing(extractor).catch_up()
    yield empty
    empty.page_pictures.close()


def _address(services: Services, title: str) -> str:
    return f"/dokumente/{next(each.code for each in services.archive.descriptions() if each.file_name == title)}"


def test_a_page_is_shown_with_its_words_marked_and_its_text_beside(shown: Services) -> None:
    staff = person(shown, Role.STAFF)
    address = _address(shown, "wand.pdf")
    page = staff.get(f"{address}/seiten/1?q=graffiti").text
    assert page.count('<rect class="mark"') == 1
    assert "Fundstelle 1 von 2</strong>" in page
    assert "Auf dieser Seite ist 1 Wort markiert." in page
    assert "<mark>Graffiti</mark>wand" in page
    assert _ways(page) == {"on": "3?q=graffiti&stelle=2"}
    assert "Seite 1 von 3" in page
    source = re.search(r'<img src="([^"]+)"', page)
    assert source
    with staff.get(source[1].replace("&amp;", "&")) as answer:
        assert answer.mimetype == "image/webp"
        assert Image.open(io.BytesIO(answer.data)).width == 1200


def test_a_word_a_line_parts_is_marked_on_both(shown: Services) -> None:
    page = person(shown, Role.STAFF).get(f"{_address(shown, 'wand.pdf')}/seiten/3?q=graffitiprävention").text
    assert page.count('<rect class="mark"') == 2


def test_a_page_without_a_match_leads_to_those_that_have_one(shown: Services) -> None:
    page = person(shown, Role.STAFF).get(f"{_address(shown, 'wand.pdf')}/seiten/2?q=graffiti").text
    assert "„graffiti“ steht nicht auf dieser Seite, aber an 2 anderen Stellen." in page
    assert _ways(page) == {"back": "1?q=graffiti&stelle=1", "on": "3?q=graffiti&stelle=2"}
    assert "<rect class" not in page


def test_hits_on_one_page_are_walked_one_by_one(shown: Services, tmp_path: Path) -> None:
    text = ["TOP 1 Wand", "Die Graffitiwand kommt.", "", "TOP 2 Fest", "Graffiti beim Fest.", "Beschluss: Graffiti ja."]
    code = _taken_in(shown, "zwei.pdf", pdf_bytes([column(text)]), tmp_path)
    staff = person(shown, Role.STAFF)
    whole = staff.get(f"/dokumente/{code}?q=graffiti").text
    total = whole.count('data-step="on"') + 1
    assert total > 1
    for hit in range(1, total + 1):
        page = staff.get(f"/dokumente/{code}/seiten/1?q=graffiti&stelle={hit}").text
        assert f"Fundstelle {hit} von {total}" in page
        assert len(re.findall(r'class="passage[^"]* current"', page)) == 1
        assert f"seiten/1?q=graffiti&amp;stelle={hit}" in whole


@pytest.mark.parametrize("hit", ["0", "9", "-1", "x"])
def test_a_hit_that_is_not_there_is_the_first_one_here(shown: Services, hit: str) -> None:
    page = person(shown, Role.STAFF).get(f"{_address(shown, 'wand.pdf')}/seiten/3?q=graffiti&stelle={hit}").text
    assert "Fundstelle 2 von 2" in page


@pytest.mark.system
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_an_office_file_has_pages_once_it_is_printed(shown: Services, tmp_path: Path) -> None:
    code = _taken_in(shown, "checkliste.docx", CHECKLIST.read_bytes(), tmp_path)
    staff = person(shown, Role.STAFF)
    assert staff.get(f"/dokumente/{code}/seiten/1").status_code == 404
    assert "/seiten/" not in staff.get(f"/dokumente/{code}").text
    with open_holdings(shown.archive.home.root) as holdings, Extractor() as extractor:
        renditions = Renditions(holdings.archive.home.renditions)
        assert Rendering(holdings.archive, holdings.texts, renditions, extractor).next()
    whole = staff.get(f"/dokumente/{code}?q=mikroprojekt").text
    ways = re.findall(r"seiten/(\d+)\?q=mikroprojekt&amp;stelle=(\d+)", whole)
    assert [int(hit) for _, hit in ways] == list(range(1, len(ways) + 1))
    for number, hit in ways:
        page = staff.get(f"/dokumente/{code}/seiten/{number}?q=mikroprojekt&stelle={hit}").text
        assert f"Fundstelle {hit} von {len(ways)}" in page
        assert '<rect class="mark"' in page
        assert "Seitenbild aus LibreOffice" in page
    assert visitor(shown).get(f"/dokumente/{code}/seiten/1").status_code == 404


def _ways(page: str) -> dict[str, str]:
    """Return where the ways to other hits lead."""
    found = re.findall(r'href="[^"]*/seiten/([^"]+)" data-step="(\w+)"', page)
    return {step: way.replace("&amp;", "&") for way, step in found}


def test_the_reading_version_leads_to_the_pages(shown: Services) -> None:
    staff = person(shown, Role.STAFF)
    address = _address(shown, "wand.pdf")
    assert f'href="{address}/seiten/3?q=graffiti"' in staff.get(f"{address}?q=graffiti").text
    assert "/seiten/" not in staff.get(_address(shown, "text.txt")).text


@pytest.mark.parametrize("rest", ["0", "4", "1/bild?groesse=riesig", "4/bild", "x"])
def test_what_is_not_there_is_not_found(shown: Services, rest: str) -> None:
    assert person(shown, Role.STAFF).get(f"{_address(shown, 'wand.pdf')}/seiten/{rest}").status_code == 404


def test_what_a_reader_may_not_see_has_no_pages(shown: Services) -> None:
    address = _address(shown, "wand.pdf")
    for path in ("seiten/1", "seiten/1/bild"):
        assert visitor(shown).get(f"{address}/{path}").status_code == 404


def test_a_page_that_cannot_be_drawn_leaves_its_text(shown: Services) -> None:
    described = next(each for each in shown.archive.descriptions() if each.file_name == "wand.pdf")
    shown.archive.path(described.checksum).unlink()
    page = person(shown, Role.STAFF).get(f"/dokumente/{described.code}/seiten/1?q=graffiti").text
    assert "Diese Seite lässt sich nicht als Bild zeigen." in page
    assert "<mark>Graffiti</mark>wand" in page


def test_pictures_are_remembered_up_to_a_bound(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_bytes(PAGES))
    pictures = PagePictures(most_bytes=1)
    try:
        first = pictures.picture(path, "a", "application/pdf", 1, 300)
        assert pictures.picture(path, "a", "application/pdf", 1, 300) is first
        pictures.picture(path, "a", "application/pdf", 2, 300)
        assert pictures.picture(path, "a", "application/pdf", 1, 300) is not first
    finally:
        pictures.close()


@pytest.mark.system
def test_in_a_scan_words_are_marked_where_they_were_read(shown: Services, tmp_path: Path) -> None:
    code = _taken_in(shown, "scan.pdf", SCAN.read_bytes(), tmp_path)
    with open_holdings(shown.archive.home.root) as holdings, Extractor() as extractor:
        recognising = Recognising(holdings.archive, holdings.texts, extractor)
        while recognising.next():
            pass
        holdings.indexing(extractor).catch_up()
    page = person(shown, Role.STAFF).get(f"/dokumente/{code}/seiten/1?q=potsdam").text
    assert page.count('<rect class="mark"') == page.count("<mark>") > 0


def test_what_was_read_in_a_picture_is_marked_and_a_page_without_text_says_so(shown: Services, tmp_path: Path) -> None:
    code = _taken_in(shown, "scan.pdf", pdf_bytes([[], []]), tmp_path)
    word = PlacedWord("Graffitiwand", (Rectangle(0.1, 0.1, 0.3, 0.2),), ends_line=True)
    blocks = (Block(BlockKind.PARAGRAPH, "Graffitiwand"),)
    pages = (Page(1, "1", blocks, TextOrigin.OCR, (word,)), Page(2, "2", (), TextOrigin.OCR))
    with open_holdings(shown.archive.home.root) as holdings, Extractor() as extractor:
        checksum = holdings.archive.describe(code).checksum
        holdings.texts.keep_reading(checksum, Reading(Outcome.TEXT, "application/pdf", pages))
        holdings.texts.index_again(code)
        holdings.indexing(extractor).catch_up()
    staff = person(shown, Role.STAFF)
    page = staff.get(f"/dokumente/{code}/seiten/1?q=graffiti").text
    assert re.findall('<rect class="mark" x="([0-9.]+)"', page) == ["117.0"]
    assert "Scan ohne Text" in staff.get(f"/dokumente/{code}/seiten/2").text
    whole = staff.get(f"/dokumente/{code}").text
    assert whole.count("Scan ohne Text") == 1
    assert f'href="/dokumente/{code}/seiten/2"' in whole


def _taken_in(services: Services, name: str, content: bytes, folder: Path) -> str:
    """Take a file in, read it, and return its code."""
    (folder / name).write_bytes(content)
    details = Details(name, visibility=Visibility.INTERNAL)
    code = services.archive.take_in(Submission(folder / name, name, details)).code
    with open_holdings(services.archive.home.root) as holdings, Extractor() as extractor:
        holdings.indexing(extractor).catch_up()
    return code


def _marker(*marked: str) -> Marker:
    def mark(text: str) -> tuple[Part, ...]:
        pieces = re.split(f"({'|'.join(map(re.escape, marked))})", text)
        return tuple(Part(piece, piece in marked) for piece in pieces if piece)

    return mark


@pytest.mark.parametrize(
    ("marked", "numbers"),
    [
        (("ette",), [0]),
        (("eins zwei",), [1, 2]),
        (("Kette", "drei"), [0, 3, 4]),
        (("drei vi",), [3, 4, 5]),
        ((" ",), []),
    ],
)
def test_marked_words_are_found_whole(marked: tuple[str, ...], numbers: list[int]) -> None:
    places = [Rectangle(number, 0, number + 1, 1) for number in range(6)]
    words = [
        PlacedWord("Kette", (places[0],), ends_line=False),
        PlacedWord("eins", (places[1],), ends_line=False),
        PlacedWord("zwei", (places[2],), ends_line=True),
        PlacedWord("drei", (places[3], places[4]), ends_line=False),
        PlacedWord("vier", (places[5],), ends_line=True),
    ]
    assert [place.left for place in marked_places(words, _marker(*marked))] == numbers
