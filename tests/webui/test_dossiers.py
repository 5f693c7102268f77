"""Dossiers of sites and topics."""

import re
from pathlib import Path

from flask.testing import FlaskClient

from archive.archive import Submission
from archive.curation.dossiers import Dossier
from archive.rights import Role
from archive.values import Details, Visibility
from tests.webui.people import person, visitor
from tests.webui.uploading import read
from webui.services import Services


def test_a_site_shows_what_was_agreed_about_it(client: FlaskClient) -> None:
    page = client.get("/standorte/hamburg").text
    _, agreed = page.split('id="agreements"')
    agreed, _ = agreed.split('id="methods"')
    assert "Der Standort Hamburg erprobt eine legale Wand" in agreed
    assert "klärt die Freigabe" not in agreed  # names no site
    assert "Alle zeigen, aus 1 Dokument<" in agreed
    assert client.get("/suche?q=%22Hamburg%22&abschnitt=Beschluss&abschnitt=Aufgabe").text.count("legale Wand") == 1


def test_a_site_shows_its_methods_and_says_where_there_is_nothing(client: FlaskClient) -> None:
    page = client.get("/standorte/gotha").text
    assert "Nadelmethode" in page.split('id="methods"')[1].split('id="partners"')[0]
    assert "nichts vereinbart, was diesen Standort nennt" in page
    assert "sind keine Partner aufgezählt" in page


def test_a_topic_shows_what_each_site_learned(client: FlaskClient) -> None:
    page = client.get("/themen/wohnen-und-wohnumfeld").text
    learned = page.split('id="learned"')[1].split('id="documents"')[0]
    assert 'href="/standorte/hamburg"' in learned
    assert "Kleine Schritte wirken schneller" in learned
    assert "kein Ergebnis festgehalten" in client.get("/themen/sport").text


def test_sites_that_learned_the_same_share_it(empty: Services, tmp_path: Path) -> None:
    for number, sites in enumerate((("gotha", "peine"), ("trier",))):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Bericht\n\nErgebnis: Nach dem {number + 1}. Turnier blieben alle.\n", encoding="utf-8")
        details = Details(f"Bericht {number}", sites=sites, topics=("Sport",), visibility=Visibility.PUBLIC)
        empty.archive.take_in(Submission(path, path.name, details))
    read(empty)
    page = visitor(empty).get("/themen/sport").text
    learned = page.split('id="learned"')[1].split('id="documents"')[0]
    heads = [re.sub(r"<[^>]+>", "", each) for each in re.findall(r"<h3[^>]*>(.*?)</h3>", learned, re.DOTALL)]
    assert heads == ["Gotha, Peine", "Trier"]
    assert [learned.count(f"{number}. Turnier blieben alle") for number in (1, 2)] == [1, 1]


def test_the_coordination_introduces_a_topic(filled: Services) -> None:
    writer, reader = person(filled, Role.COORDINATION), person(filled, Role.STAFF)
    code, draft = (_code(filled, title) for title in ("Nadelmethode", "Entwurf"))
    assert "Einführung schreiben" in writer.get("/themen/sport").text
    answer = writer.post(
        "/themen/sport/einfuehrung",
        data={
            "text": "Erster Absatz <b>.\r\n\r\nZweiter Absatz.",
            "dokument": [f"http://localhost/dokumente/{code}#x", draft, ""],
        },
    )
    assert answer.status_code == 303

    page = reader.get("/themen/sport").text
    assert "<p>Erster Absatz &lt;b&gt;.</p>" in page
    assert "<p>Zweiter Absatz.</p>" in page
    assert "Nadelmethode" in page.split('id="first"')[1].split('id="methods"')[0]
    # Drafts are the coordination's own, here too; and only it is offered the form.
    assert draft not in page
    assert draft in writer.get("/themen/sport").text
    assert "einfuehrung" not in page
    assert 'id="first"' not in visitor(filled).get("/themen/sport").text
    filled.archive.curation.dossiers.enter("sport", Dossier())


def test_a_document_that_is_not_there_is_asked_for_again(writer: FlaskClient, empty: Services) -> None:
    answer = writer.post("/themen/sport/einfuehrung", data={"text": "Bleibt stehen.", "dokument": "Liste der Vereine"})
    assert answer.status_code == 400
    assert "Zu „Liste der Vereine“ gibt es kein Dokument." in answer.text
    assert "Bleibt stehen." in answer.text
    assert empty.archive.curation.dossiers.of("sport") == Dossier()

    too_long = writer.post("/themen/sport/einfuehrung", data={"text": "x" * 1201})
    assert too_long.status_code == 400
    assert "Bitte kürzen Sie den Text auf 1200 Zeichen." in too_long.text


def test_there_is_no_introduction_to_what_is_no_topic(writer: FlaskClient) -> None:
    assert writer.get("/themen/nichts/einfuehrung").status_code == 404
    assert writer.post("/themen/nichts/einfuehrung", data={"text": "Nichts."}).status_code == 404


def _code(services: Services, title: str) -> str:
    return next(each.code for each in services.archive.titles(frozenset(Visibility)) if each.title == title)
