"""Long lists of documents, page by page."""

import re
from itertools import chain
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.archive import Submission
from archive.values import Details, DocumentKind, Visibility
from webui.app import create_app
from webui.listing import PER_PAGE
from webui.services import Services

MEETING = "standorttreffen-hamburg-2019"
PATHS = ["/standorte/hamburg", "/themen/wohnen-und-wohnumfeld", f"/treffen/{MEETING}", "/methoden"]
DOCUMENTS = 2 * PER_PAGE + 1


@pytest.fixture
def visitor(empty: Services, tmp_path: Path) -> FlaskClient:
    """Somebody who sees as many documents about everything as need three pages, and may not see another."""
    for number in range(DOCUMENTS + 1):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Methode {number}", encoding="utf-8")
        details = Details(
            f"Methode {number:03}",
            DocumentKind.METHODENPAPIER,
            meeting=MEETING,
            sites=("hamburg",),
            topics=("Wohnen und Wohnumfeld",),
            visibility=Visibility.PUBLIC if number < DOCUMENTS else Visibility.DRAFT,
        )
        empty.archive.take_in(Submission(path, path.name, details))
    return create_app(empty).test_client()


def titles(page: str) -> list[str]:
    """Return the titles in the list; what stands above it may name some of the same documents."""
    return re.findall(r">(Methode \d{3})</a>", page.rpartition('id="documents"')[2])


@pytest.mark.parametrize("path", PATHS)
def test_the_pages_together_show_every_document_once(visitor: FlaskClient, path: str) -> None:
    pages = [titles(visitor.get(f"{path}?seite={page}").text) for page in (1, 2, 3)]
    assert list(map(len, pages)) == [PER_PAGE, PER_PAGE, 1]
    assert list(chain.from_iterable(pages)) == [f"Methode {number:03}" for number in range(DOCUMENTS)]


def section(path: str) -> str:
    """Return the name of the section that holds the list of a page."""
    return "methods" if path == "/methoden" else "documents"


@pytest.mark.parametrize("path", PATHS)
def test_each_page_leads_to_its_neighbours(visitor: FlaskClient, path: str) -> None:
    first, second, third = (visitor.get(f"{path}?seite={page}&lang=de").text for page in (1, 2, 3))
    assert f'href="{path}?seite=2&amp;lang=de#{section(path)}" rel="next"' in first
    assert f'href="{path}?lang=de#{section(path)}" rel="prev"' in second
    assert f'href="{path}?seite=2&amp;lang=de#{section(path)}" rel="prev"' in third
    assert "Seite 3 von 3" in third
    assert f'#{section(path)}" rel="prev"' not in first
    assert f'#{section(path)}" rel="next"' not in third


@pytest.mark.parametrize("path", PATHS)
def test_a_page_behind_the_last_leads_to_the_last(visitor: FlaskClient, path: str) -> None:
    answer = visitor.get(f"{path}?seite=99")
    assert (answer.status_code, answer.location) == (302, f"{path}?seite=3#{section(path)}")


@pytest.mark.parametrize("asked", ["0", "-1", "zwei", "", "99999"])
def test_what_is_no_page_is_the_first(visitor: FlaskClient, asked: str) -> None:
    assert titles(visitor.get(f"{PATHS[0]}?seite={asked}").text)[0] == "Methode 000"


def test_a_short_list_has_one_page(client: FlaskClient) -> None:
    page = client.get("/standorte/hamburg").text
    assert "Seiten der Dokumente" not in page
    assert client.get("/standorte/hamburg?seite=2").status_code == 302
