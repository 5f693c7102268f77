"""One's own site: chosen once, and from then on first on the start page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.archive import Submission
from archive.rights import Role
from archive.values import Details, DocumentKind, Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.extraction.isolation import Extractor
from indexer.search.searcher import Searcher
from tests.webui.people import Person, person, visitor
from webui.compose import Holdings, open_holdings
from webui.services import Services


@pytest.fixture
def home(new_home: Path) -> Iterator[Holdings]:
    with open_holdings(new_home) as holdings:
        yield holdings


@pytest.fixture
def services(home: Holdings, german: GermanAnalysis) -> Services:
    return Services(home.archive, Searcher(home.areas, home.texts, german, home.known_names), home.texts)


def test_the_own_site_shapes_the_start_page(home: Holdings, services: Services) -> None:
    _take_in(
        home,
        "Aufgabe: Gotha fragt bis Mai 2019 beim Bauamt nach.",
        Details("Protokoll Gotha", DocumentKind.PROTOKOLL, meeting="standorttreffen-gotha-2020", sites=("gotha",)),
    )
    _take_in(home, "Bericht aus Trier", Details("Bericht Trier", DocumentKind.BERICHT, sites=("trier",)))
    with Extractor() as extractor:
        home.indexing(extractor).catch_up()
    own = person(services, Role.STAFF)
    assert "Bericht Trier" in own.get("/").text
    answer = own.post("/einstieg/standort", data={"standort": "gotha"})
    assert answer.location == "/#mein-standort"
    page = own.get("/").text
    section = page[page.index('id="mein-standort"') : page.index("</section>")]
    for expected in (
        "Protokoll Gotha",
        "Bauamt",
        "nicht dokumentiert",
        "Standorttreffen Gotha 2020",
        "Thüringen",
        "Dresden",
    ):
        assert expected in section
    assert "Bericht Trier" not in section
    own.post("/einstieg/standort-vergessen")
    assert 'id="mein-standort"' not in own.get("/").text


def test_a_task_of_the_own_site_is_told_without_its_bullet_until_it_was_done(
    home: Holdings, services: Services
) -> None:
    minutes = Details("Protokoll", sites=("gotha",), visibility=Visibility.PUBLIC)
    _take_in(home, "* → Gotha fragt bis Mai 2021 beim Bauamt nach.", minutes)
    _take_in(home, "Das Bauamt hat geantwortet.", Details("Bericht", visibility=Visibility.PUBLIC))
    with Extractor() as extractor:
        home.indexing(extractor).catch_up()
    client = visitor(services)
    assert 'lang="de">Gotha fragt bis Mai 2021 beim Bauamt nach.</a>' in client.get("/?mein-standort=gotha").text
    (_, report), (_, protocol) = sorted((each.title, each.code) for each in home.archive.descriptions())
    done = {"stelle": home.texts.passages(report)[0].id, "urteil": "erledigt"}
    task = next(each.id for each in home.texts.passages(protocol) if "Bauamt" in each.text)
    assert person(services, Role.COORDINATION).post(f"/aufgaben/{task}", data=done).status_code == 303
    assert "beim Bauamt" not in client.get("/?mein-standort=gotha").text


def test_a_visitors_own_site_stands_in_the_address(services: Services) -> None:
    client = visitor(services)
    answer = client.get("/?mein-standort=gotha")
    assert ">Abonnieren</a>" in answer.text
    assert "Ihr Standort: Gotha" in answer.text
    assert "Set-Cookie" not in answer.headers
    assert "mein-standort=gotha" in re.findall(r'href="(/einstieg[^"]*)"', answer.text)[0]
    assert "Ihr Standort: " not in client.get("/?mein-standort=nirgends").text


def test_a_site_that_does_not_exist_is_nobodys_own(writer: Person) -> None:
    assert writer.post("/einstieg/standort", data={"standort": "nirgends"}).status_code == 404


def test_the_own_site_follows_a_merger(services: Services) -> None:
    own = person(services, Role.COORDINATION)
    own.post("/einstieg/standort", data={"standort": "peine"})
    own.post("/verwaltung/vokabulare/standorte/peine/zusammenfuehren", data={"mit": "gotha"})
    assert "Ihr Standort: Gotha" in own.get("/").text


def test_what_is_hidden_is_not_told_at_the_own_site(home: Holdings, services: Services) -> None:
    _take_in(
        home,
        "Aufgabe: Gotha schweigt bis Mai 2019.",
        Details(
            "Verschluss", meeting="standorttreffen-gotha-2020", sites=("gotha",), visibility=Visibility.COORDINATION
        ),
    )
    with Extractor() as extractor:
        home.indexing(extractor).catch_up()
    own = person(services, Role.STAFF)
    own.post("/einstieg/standort", data={"standort": "gotha"})
    page = own.get("/").text
    section = page[page.index('id="mein-standort"') : page.index("</section>")]
    for secret in ("Verschluss", "schweigt", "Standorttreffen Gotha"):
        assert secret not in section


def _take_in(home: Holdings, text: str, details: Details) -> None:
    offered = home.archive.home.incoming / "offered"
    offered.write_text(text, encoding="utf-8")
    home.archive.take_in(Submission(offered, "protokoll.md", details))
