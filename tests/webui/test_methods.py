"""The pages of the methods: catalogue, card, and what people say of a method."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.archive import Submission
from archive.rights import Role
from archive.values import Details, DocumentKind, Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.extraction.isolation import Extractor
from indexer.search.searcher import Searcher
from tests.webui.people import person, visitor
from webui.compose import Holdings, open_holdings
from webui.services import Services

METHOD = """# Nadelmethode

Ziel: Orte sichtbar machen

Dauer: 90 Minuten

Gruppengröße: 4 bis 12 Personen

Material: Karte, Nadeln

## Ablauf

1. Karte aufstellen
2. Nadeln stecken

## Varianten

- Tag und Nacht: zwei Karten

## Achtung

- Keine Namen notieren
"""
PAPER = Details("Nadelmethode mit Karte", DocumentKind.METHODENPAPIER, visibility=Visibility.PUBLIC)
OPEN = "Die Gruppe nahm die Nadelmethode am Markt."
SECRET = "Die Wunschkarte hing beim Vermieter."


@pytest.fixture
def holdings(new_home: Path, tmp_path: Path) -> Iterator[Holdings]:
    with open_holdings(new_home) as opened, Extractor() as extractor:
        for name, text, details in (
            ("methode.md", METHOD, PAPER),
            ("stumm.md", "# Stumm\n\nNur Worte.", Details("Stumm", DocumentKind.METHODENPAPIER)),
            ("offen.txt", OPEN, Details("Bericht Markt", DocumentKind.BERICHT, visibility=Visibility.PUBLIC)),
            ("geheim.txt", SECRET, Details("Bericht Hof", DocumentKind.BERICHT, visibility=Visibility.COORDINATION)),
        ):
            (tmp_path / "offered").write_text(text, encoding="utf-8")
            opened.archive.take_in(Submission(tmp_path / "offered", name, details))
        opened.indexing(extractor).catch_up()
        yield opened


@pytest.fixture
def services(holdings: Holdings, german: GermanAnalysis) -> Services:
    searcher = Searcher(holdings.areas, holdings.texts, german, holdings.known_names)
    return Services(holdings.archive, searcher, holdings.texts)


@pytest.fixture
def code(services: Services) -> str:
    return next(each.code for each in services.archive.titles() if each.title == PAPER.title)


def test_the_catalogue_shows_what_fits_and_what_may_fit(services: Services) -> None:
    staff = person(services, Role.STAFF)
    page = staff.get("/methoden?dauer=120&personen=10").text
    assert "1 Methode passt, bei 1 fehlen Angaben" in page
    assert page.index("Nadelmethode mit Karte") < page.index("Dauer nicht angegeben") < page.index(">Stumm<")
    assert "Diese Methode könnte passen." in page
    assert "Auch nicht angegeben: Gruppengröße" in page
    assert "bis 2 Stunden (1)" in page
    assert "Keine Methode passt zu allem" not in page
    assert "Nadelmethode mit Karte" not in staff.get("/methoden?dauer=30").text


def test_visitors_are_shown_public_methods_only(services: Services) -> None:
    page = visitor(services).get("/methoden").text
    assert "1 Methode<" in page
    assert "Stumm" not in page


def test_a_page_behind_the_last_leads_to_the_last_and_keeps_the_filters(services: Services) -> None:
    assert visitor(services).get("/methoden?dauer=120&seite=9").location == "/methoden?dauer=120#methods"


def test_a_card_tells_all_of_its_method(services: Services, code: str) -> None:
    page = visitor(services).get(f"/methoden/{code}").text
    for told in (
        "Orte sichtbar machen",
        "Karte aufstellen",
        "Tag und Nacht: zwei Karten",
        "Keine Namen notieren",
        "☐" * 0,
    ):
        assert told in page
    assert page.count("nicht angegeben") == 3
    assert "Noch keine Erfahrung mitgeteilt." in page
    assert "Angaben der Koordination" not in page


def test_uses_are_found_by_names_as_far_as_one_may_see(services: Services, code: str) -> None:
    chef = person(services, Role.COORDINATION)
    before = chef.get(f"/methoden/{code}").text
    assert "Eingesetzt in (1)" in before
    assert "Bericht Hof" not in before
    answer = chef.post(f"/methoden/{code}/angaben", data={"kern": "ja", "namen": "Wunschkarte, "})
    assert answer.status_code == 303
    after = chef.get(answer.location).text
    assert "Eingesetzt in (2)" in after
    assert "Bericht Hof" in after
    assert "Gespeichert." in after
    for other in (visitor(services), person(services, Role.STAFF)):
        page = other.get(f"/methoden/{code}").text
        assert "Eingesetzt in (1)" in page
        assert "Bericht Hof" not in page
        assert "Kernmethode" in page


def test_a_name_that_cannot_be_one_is_refused_and_stays_typed(services: Services, code: str) -> None:
    answer = person(services, Role.COORDINATION).post(f"/methoden/{code}/angaben", data={"namen": "x" * 400})
    assert answer.status_code == 400
    assert "Bitte nennen Sie Namen" in answer.text
    assert "x" * 400 in answer.text


def test_what_people_corrected_stands_on_the_card(services: Services, code: str) -> None:
    services.archive.card_facts.say(code, {"duration": "20 Minuten", "phase": "Auswerten"})
    page = visitor(services).get(f"/methoden/{code}").text
    assert "20 Minuten" in page
    assert page.count("von Hand") == 2
    assert "bis 30 Minuten (1)" in visitor(services).get("/methoden").text


def test_a_document_that_is_no_method_has_no_card(services: Services) -> None:
    reports = {each.title: each.code for each in services.archive.titles()}
    guest = visitor(services)
    assert guest.get(f"/methoden/{reports['Bericht Markt']}").location == f"/dokumente/{reports['Bericht Markt']}"
    for hidden in (reports["Bericht Hof"], reports["Stumm"], "D-1999-0001"):
        assert guest.get(f"/methoden/{hidden}").status_code == 404


def test_a_paper_without_a_card_says_so(services: Services) -> None:
    silent = next(each.code for each in services.archive.titles() if each.title == "Stumm")
    page = person(services, Role.STAFF).get(f"/methoden/{silent}").text
    assert "lässt sich keine Karte lesen" in page
    assert "Noch kein Einsatz dokumentiert." in page


def test_staff_tell_and_the_coordination_releases(services: Services, code: str) -> None:
    staff, chef = person(services, Role.STAFF), person(services, Role.COORDINATION)
    told = {"standort": "peine", "jahr": "2020", "gut": "Viele  blieben stehen.", "tipp": "Zwingen."}
    answer = staff.post(f"/methoden/{code}/erfahrung", data=told)
    assert "Danke!" in staff.get(answer.location).text
    assert "Viele blieben stehen." not in staff.get(f"/methoden/{code}").text
    assert "Viele blieben stehen." in chef.get("/verwaltung/erfahrungen").text
    (waiting,) = services.archive.experiences.waiting()
    chef.post(f"/verwaltung/erfahrungen/{waiting.number}/freigeben")
    assert "Viele blieben stehen." in visitor(services).get(f"/methoden/{code}").text
    assert "Zurzeit wartet keine" in chef.get("/verwaltung/erfahrungen").text
    chef.post(f"/verwaltung/erfahrungen/{waiting.number}/entfernen")
    assert "Viele blieben stehen." not in visitor(services).get(f"/methoden/{code}").text


@pytest.mark.parametrize(
    ("wrong", "advice"),
    [
        ({"standort": ""}, "Bitte wählen Sie Ihren Standort."),
        ({"standort": "atlantis"}, "Bitte wählen Sie Ihren Standort."),
        ({"jahr": "neulich"}, "das Jahr mit vier Ziffern"),
        ({"jahr": "1950"}, "das Jahr mit vier Ziffern"),
        ({"jahr": "20201"}, "das Jahr mit vier Ziffern"),
        ({"gut": " "}, "mindestens eines der drei Felder"),
        ({"gut": "x" * 601}, "höchstens 600 Zeichen"),
        ({"gut": "Herr Muster war da, muster@example.org."}, "Das klingt nach Angaben über Personen"),
    ],
)
def test_what_cannot_be_kept_is_told_and_stays_typed(
    services: Services, code: str, wrong: dict[str, str], advice: str
) -> None:
    told = {"standort": "peine", "jahr": "2020", "gut": "Gut.", **wrong}
    answer = person(services, Role.STAFF).post(f"/methoden/{code}/erfahrung", data=told)
    assert answer.status_code == 400
    assert advice in answer.text
    assert told["gut"].strip() in answer.text
    assert services.archive.experiences.waiting() == ()


def test_words_like_names_pass_if_someone_says_they_are_none(services: Services, code: str) -> None:
    told = {"standort": "peine", "jahr": "2020", "gut": "Herr Muster ist unsere Puppe."}
    staff = person(services, Role.STAFF)
    assert "Das sind keine Angaben über Personen." in staff.post(f"/methoden/{code}/erfahrung", data=told).text
    assert staff.post(f"/methoden/{code}/erfahrung", data={**told, "geprueft": "ja"}).status_code == 303
    assert len(services.archive.experiences.waiting()) == 1


def test_only_methods_are_told_of(services: Services) -> None:
    report = next(each.code for each in services.archive.titles() if each.title == "Bericht Markt")
    assert person(services, Role.STAFF).get(f"/methoden/{report}/erfahrung").location == f"/dokumente/{report}"
