"""Searches that people keep, and what is new to them."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from archive.archive import Submission
from archive.catalogue.people import Account, SavedSearch, WebSession
from archive.custody import EventKind
from archive.journal import Asked
from archive.rights import Role
from archive.values import Details, Visibility
from indexer.extraction.isolation import Extractor
from indexer.index.areas import Areas
from tests.webui.people import PASSWORD, Person, person, visitor
from webui.compose import Holdings
from webui.services import Services

SEARCH = "/gespeicherte-suchen/neu?q=graffiti&abschnitt=Beschluss"


@pytest.fixture
def staff(empty: Services) -> Person:
    return person(empty, Role.STAFF)


def take_in(services: Services, folder: Path, text: str, visibility: Visibility = Visibility.PUBLIC) -> None:
    """Take a document in and index it."""
    path = folder / "neu.txt"
    path.write_text(text, encoding="utf-8")
    services.archive.take_in(Submission(path, "neu.txt", Details(text[:40], visibility=visibility)))
    holdings = Holdings(services.archive, services.texts, Areas.within(services.archive.home.derived))
    with Extractor() as extractor:
        holdings.indexing(extractor).catch_up()


def test_a_search_is_kept_under_a_name(staff: Person) -> None:
    assert 'value="graffiti · Beschluss"' in staff.get(SEARCH).text
    answer = staff.post(SEARCH, data={"name": "Wände <b>"})
    assert (answer.status_code, answer.location) == (303, "/gespeicherte-suchen")
    page = staff.get("/gespeicherte-suchen").text
    assert "Wände &lt;b&gt;" in page
    assert "nichts Neues" in page

    (number,) = re.findall(r'href="/gespeicherte-suchen/(\d+)"', page)
    opened = staff.get(f"/gespeicherte-suchen/{number}").location
    assert opened == "/suche?q=graffiti&abschnitt=Beschluss&sortierung=neueste"
    staff.post(f"/gespeicherte-suchen/{number}/entfernen")
    assert "Noch keine." in staff.get("/gespeicherte-suchen").text
    assert staff.get(f"/gespeicherte-suchen/{number}").status_code == 404


def test_a_name_is_asked_for_again_where_it_cannot_be_one(staff: Person) -> None:
    answer = staff.post(SEARCH, data={"name": "  "})
    assert answer.status_code == 400
    assert "Bitte geben Sie einen Namen" in answer.text


def test_one_search_is_kept_once_and_no_more_than_there_may_be(empty: Services, staff: Person) -> None:
    for name in ("Erst", "Dann"):
        staff.post(SEARCH, data={"name": name})
    page = staff.get("/gespeicherte-suchen").text
    assert "Dann" in page
    assert "Erst" not in page
    for number in range(60):
        last = staff.post(f"/gespeicherte-suchen/neu?q=wort{number}", data={"name": "x"})
    assert last.status_code == 400
    assert "Mehr als 50" in last.text
    assert len(empty.archive.accounts.saved_searches.entries(f"{Role.STAFF.value} Muster")) == 50


def test_nobody_else_opens_or_removes_it(empty: Services, staff: Person) -> None:
    staff.post(SEARCH, data={"name": "Meine"})
    (number,) = re.findall(r'href="/gespeicherte-suchen/(\d+)"', staff.get("/gespeicherte-suchen").text)
    other = person(empty, Role.COORDINATION)
    assert "Meine" not in other.get("/gespeicherte-suchen").text
    assert other.get(f"/gespeicherte-suchen/{number}").status_code == 404
    other.post(f"/gespeicherte-suchen/{number}/entfernen")
    assert "Meine" in staff.get("/gespeicherte-suchen").text
    assert visitor(empty).get("/gespeicherte-suchen").status_code == 303


def test_it_leaves_no_event_and_goes_with_the_account(empty: Services, staff: Person) -> None:
    staff.post(SEARCH, data={"name": "Geheimes Vorhaben"})
    assert "1 gespeicherte Suche" in staff.get("/konto").text
    told = [each.detail for each in empty.archive.journal.every_event(Asked()) if each.kind is not EventKind.ACCESSION]
    assert not any("graffiti" in detail or "Geheimes" in detail for detail in told)
    staff.post("/konto/loeschen", data={"passwort": PASSWORD})
    with empty.archive._catalogue.reading() as session:  # noqa: SLF001 - looks at what is kept
        assert session.query(SavedSearch).count() == 0


def test_what_came_since_one_looked_is_new(empty: Services, staff: Person, tmp_path: Path) -> None:
    staff.post("/gespeicherte-suchen/neu?q=graffiti", data={"name": "Wände"})
    take_in(empty, tmp_path, "Neues zu Graffiti", Visibility.INTERNAL)
    take_in(empty, tmp_path, "Geheimes zu Graffiti", Visibility.COORDINATION)
    take_in(empty, tmp_path, "Entwurf zu Graffiti", Visibility.DRAFT)
    take_in(empty, tmp_path, "Etwas über Sport")
    page = staff.get("/gespeicherte-suchen").text
    assert "1 neues Dokument" in page
    (number,) = re.findall(r'href="/gespeicherte-suchen/(\d+)"', page)
    staff.get(f"/gespeicherte-suchen/{number}")
    assert "nichts Neues" in staff.get("/gespeicherte-suchen").text


def test_news_are_told_from_visit_to_visit(empty: Services, staff: Person, tmp_path: Path) -> None:
    take_in(empty, tmp_path, "Neues zu Graffiti", Visibility.INTERNAL)
    assert "zuletzt aufgenommen" in staff.get("/neues").text
    assert "letzten Besuch" not in staff.get("/").text

    yesterday = datetime.now(UTC) - timedelta(hours=19)
    with empty.archive._catalogue.writing() as session:  # noqa: SLF001 - nobody waits a day
        session.execute(update(WebSession).values(seen_at=yesterday))
        session.execute(update(Account).values(signed_in_at=yesterday))
    staff.get("/")
    assert "1 neues Dokument seit Ihrem letzten Besuch" in staff.get("/").text
    page = staff.get("/neues").text
    assert "1 Dokument ist neu" in page
    assert "ist nichts dazugekommen" not in page
    assert "Neues zu Graffiti" in page
    with empty.archive._catalogue.writing() as session:  # noqa: SLF001 - nobody comes back a day later
        session.execute(update(Account).values(last_visit=datetime.now(UTC)))
    assert "ist nichts dazugekommen" in staff.get("/neues").text
    stranger = visitor(empty)
    assert "Neues zu Graffiti" not in stranger.get("/neues").text
    assert "letzten Besuch" not in stranger.get("/").text
