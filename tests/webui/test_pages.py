"""The other pages: start, ways in, plain text, errors, health."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.archive import Submission
from archive.rights import Role
from archive.values import Details, Visibility
from archive.vocabularies import Vocabularies
from tests.webui.people import person, visitor
from webui.app import create_app
from webui.services import Services

PAGES = [
    "/",
    "/suche",
    "/treffen",
    "/treffen/standorttreffen-hamburg-2019",
    "/standorte",
    "/standorte/hamburg",
    "/standorte/sachsen-anhalt",
    "/themen",
    "/themen/wohnen-und-wohnumfeld",
    "/themen/matrix",
    "/treffen/zeitleiste",
    "/methoden",
    "/konto",
    "/hilfe",
    "/impressum",
    "/datenschutz",
    "/barrierefreiheit",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_has_one_heading_a_title_and_its_language(client: FlaskClient, path: str, language: str) -> None:
    answer = client.get(f"{path}?lang={language}")
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert f'<html lang="{language}">' in answer.text
    assert re.search(r"<title>[^<]{10,}</title>", answer.text)
    assert 'style="' not in answer.text
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son[a-z]+=", answer.text)


@pytest.mark.parametrize("path", [*PAGES, "/hochladen", "/verwaltung", "/konten"])
def test_an_empty_archive_has_every_page_too(writer: FlaskClient, path: str) -> None:
    assert writer.get(path).status_code == 200


def test_the_start_page_leads_in(client: FlaskClient) -> None:
    page = client.get("/").text
    assert page.count('class="row-') == 16
    assert "nicht belegt" in page
    assert 'href="/themen/sport"' in page
    assert 'href="/treffen/standorttreffen-hamburg-2019"' in page
    assert 'href="/treffen/standorttreffen-gotha-2020"' not in page
    assert "Nadelmethode" in page
    assert "Alle 15 Dokumente ansehen" in page
    assert "Entwurf" not in page


def test_a_meeting_shows_what_came_of_it(client: FlaskClient) -> None:
    page = client.get("/treffen/standorttreffen-hamburg-2019").text
    assert "Beschlüsse (1)" in page
    assert "erprobt eine legale Wand" in page
    assert "Aufgaben (1)" in page
    assert "Ergebnisse (1)" in page
    assert page.count('<span class="sample">Beispiel</span>') == 4
    assert "Dieses Treffen gab es." in page
    assert 'href="/suche?treffen=Standorttreffen+Hamburg+2019"' in page
    assert 'href="/treffen/standorttreffen-frankfurt-2018" rel="prev"' in page
    assert 'href="/treffen/standorttreffen-gotha-2020" rel="next"' in page


def test_only_those_who_may_upload_are_told_how(filled: Services) -> None:
    for role, told in ((None, False), (Role.STAFF, False), (Role.COORDINATION, True)):
        reader = person(filled, role) if role else visitor(filled)
        assert ("geben Sie über „Hochladen“" in reader.get("/").text) is told


def test_visitors_are_not_told_whether_there_is_something_internal(empty: Services, tmp_path: Path) -> None:
    path = "/treffen/standorttreffen-hamburg-2019"
    before = visitor(empty).get(path).text
    assert "Hierzu gibt es keine öffentlichen Dokumente." in before
    assert "liegen noch keine" not in before
    (tmp_path / "a").write_text("Internes")
    details = Details("Internes", meeting="standorttreffen-hamburg-2019", visibility=Visibility.INTERNAL)
    empty.archive.take_in(Submission(tmp_path / "a", "a.txt", details))
    assert visitor(empty).get(path).text == before
    assert path not in visitor(empty).get("/").text
    assert path in person(empty, Role.STAFF).get("/").text


def test_a_doubtful_date_says_so(client: FlaskClient, filled: Services) -> None:
    note = next(
        each.date_note for each in filled.archive.vocabularies.meetings() if each.key == "standorttreffen-gotha-2020"
    )
    assert note
    assert note in client.get("/treffen/standorttreffen-gotha-2020").text


def test_a_site_shows_its_facts_with_sources_and_documents(client: FlaskClient) -> None:
    page = client.get("/standorte/hamburg").text
    assert "IN VIA Hamburg" in page
    assert "Quellen" in page
    assert "Protokoll Hamburg" in page
    assert 'href="/suche?standort=Hamburg"' in page


def test_nothing_is_invented_about_a_site_without_evidence(client: FlaskClient) -> None:
    page = client.get("/standorte/sachsen-anhalt").text
    assert "nicht belegt" in page
    assert "<dt>Träger</dt>" not in page


def test_a_method_card_says_only_what_the_paper_says(client: FlaskClient) -> None:
    page = client.get("/methoden").text
    assert "Orte sichtbar machen" in page
    assert "90 Minuten" in page
    assert "6 bis 15" in page
    assert '<dt>Material</dt><dd><span class="unsaid">nicht angegeben</span>' in page


@pytest.mark.parametrize("path", ["/impressum", "/datenschutz", "/barrierefreiheit"])
def test_pages_the_law_asks_for_are_visibly_unfinished(client: FlaskClient, path: str) -> None:
    assert "Diese Seite ist noch auszufüllen." in client.get(path).text


def test_help_is_short(client: FlaskClient) -> None:
    page = client.get("/hilfe").text
    article = page[page.index("<article") : page.index("</article>")]
    assert len(re.sub(r"<[^>]+>", " ", article).split()) <= 300


@pytest.mark.parametrize("path", ["/nicht-da", "/treffen/nie", "/standorte/atlantis", "/themen/nichts", "/dokumente/x"])
def test_what_is_not_there_is_said_kindly(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Diese Seite gibt es nicht" in answer.text


def test_a_wrong_method_has_a_page(client: FlaskClient) -> None:
    answer = client.post("/suche", headers={"Origin": "http://localhost"})
    assert answer.status_code == 405
    assert "Das geht hier nicht" in answer.text


def test_a_fault_of_ours_says_so_and_not_more(
    filled: Services, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_vocabularies: Vocabularies) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(Vocabularies, "topics", broken)
    answer = create_app(filled).test_client().get("/themen?q=geheim")
    assert answer.status_code == 500
    assert "Der Fehler liegt beim Archiv" in answer.text
    assert "secret" not in answer.text
    assert "geheim" not in caplog.text


def test_searches_are_not_logged(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    client.get("/suche?q=vertraulich")
    assert "vertraulich" not in caplog.text


def test_health_tells_living_from_ready(client: FlaskClient, writer: FlaskClient) -> None:
    assert client.get("/health/live").json == {"status": "ok"}
    assert client.get("/health/ready").json == {"status": "ok"}
    assert writer.get("/health/live").status_code == 200
    assert writer.get("/health/ready").status_code == 503


def test_there_is_a_favicon(client: FlaskClient) -> None:
    with client.get("/favicon.ico") as answer:
        assert answer.mimetype == "image/svg+xml"
