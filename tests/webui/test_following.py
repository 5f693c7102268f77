"""Was wurde daraus? Proposed by the archive, decided by the coordination, told on every page."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from archive.archive import Submission
from archive.entries import MeetingEntry
from archive.rights import Role
from archive.values import DatePrecision, DateSource, Details, DocumentDate, DocumentKind, Visibility
from indexer.extraction.isolation import Extractor
from tests.webui.people import person, visitor
from webui.compose import Holdings, open_holdings
from webui.open_proposals import MOST_MEETINGS
from webui.services import Services

EARLIER, LATER = "standorttreffen-hamburg-2019", "standorttreffen-gotha-2020"

HAMBURG = """\
# Protokoll

Anwesend: 31 Personen

## TOP 1: Haftung an der Wand

Lange wurde über die Versicherung gesprochen.

Beschluss: Der Standort Hamburg erprobt eine legale Wand in der Unterführung.

Aufgabe: Das Servicebüro schreibt ein Merkblatt zur Haftung bis 15.09.2019.
"""

GOTHA = """\
# Protokoll

## TOP 2: Rückblick

Das Merkblatt zur Haftung hat das Servicebüro im Oktober verschickt, die Aufgabe ist erledigt.

## TOP 3: Bewerbungsküche

Es wurde gekocht und über Ausbildungsplätze gesprochen.
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Holdings, Services]]:
    yield from _two_meetings(tmp_path_factory.mktemp("following"))


@pytest.fixture
def undecided(tmp_path: Path) -> Iterator[tuple[Holdings, Services]]:
    """The same, for a test that decides."""
    yield from _two_meetings(tmp_path)


def _two_meetings(folder: Path) -> Iterator[tuple[Holdings, Services]]:
    with open_holdings(folder / "home") as holdings, Extractor() as extractor:
        _take_in(holdings, folder / "a.md", HAMBURG, _details("a", EARLIER, date(2019, 4, 3)))
        _take_in(holdings, folder / "b.md", GOTHA, _details("b", LATER, date(2020, 11, 25)))
        draft = replace(_details("c", EARLIER, date(2019, 4, 3)), visibility=Visibility.DRAFT)
        _take_in(holdings, folder / "c.md", "# Entwurf\n\nGeheimes", draft)
        holdings.indexing(extractor).catch_up()
        yield holdings, Services(holdings.archive, holdings.searcher(), holdings.texts)


def _details(name: str, meeting: str, day: date) -> Details:
    when = DocumentDate(day, day, DatePrecision.DAY, DateSource.ENTRY)
    return Details(f"Protokoll {name}", DocumentKind.PROTOKOLL, when, meeting)


def _take_in(holdings: Holdings, path: Path, text: str, details: Details) -> None:
    path.write_text(text, encoding="utf-8")
    holdings.archive.take_in(Submission(path, path.name, details))


def _task(holdings: Holdings) -> str:
    (code,) = [each.code for each in holdings.archive.descriptions() if each.title == "Protokoll a"]
    return next(each.id for each in holdings.texts.passages(code) if each.kind.value == "Aufgabe")


def _later(holdings: Holdings) -> str:
    (code,) = [each.code for each in holdings.archive.descriptions() if each.title == "Protokoll b"]
    return next(each.id for each in holdings.texts.passages(code) if "Merkblatt" in each.text)


def test_a_proposal_is_shown_as_one_to_everybody_and_decided_on_by_the_coordination(
    held: tuple[Holdings, Services],
) -> None:
    holdings, services = held
    address = f"/aufgaben/{_task(holdings)}"
    reader, coordination = person(services, Role.STAFF), person(services, Role.COORDINATION)
    page = reader.get(address).text
    for told in ("ist nicht dokumentiert.", "Vielleicht gehört dazu", "im Oktober verschickt"):
        assert told in page
    assert 'name="urteil"' not in page
    assert f'name="stelle" value="{_later(holdings)}"' in coordination.get(address).text
    assert reader.post(address, data={"stelle": _later(holdings), "urteil": "erledigt"}).status_code == 403


@pytest.mark.parametrize("wrong", [{"urteil": "egal"}, {"stelle": "D-1"}, {"urteil": "", "stelle": ""}])
def test_a_verdict_that_makes_no_sense_is_refused(held: tuple[Holdings, Services], wrong: dict[str, str]) -> None:
    holdings, services = held
    form = {"stelle": _later(holdings), "urteil": "erledigt", **wrong}
    answer = person(services, Role.COORDINATION).post(f"/aufgaben/{_task(holdings)}", data=form)
    assert answer.status_code == 400
    assert holdings.archive.follow_ups.entries() == ()


def test_a_verdict_is_told_on_every_page_and_can_be_changed(held: tuple[Holdings, Services]) -> None:
    holdings, services = held
    task, later = _task(holdings), _later(holdings)
    coordination, reader = person(services, Role.COORDINATION), person(services, Role.STAFF)
    coordination.post(f"/aufgaben/{task}", data={"stelle": later, "urteil": "erledigt"})
    page = reader.get(f"/aufgaben/{task}").text
    assert "Vielleicht gehört dazu" not in page
    assert 'data-state="erledigt">erledigt</span>' in page
    listed = reader.get("/aufgaben?stand=erledigt").text
    assert (listed.count('data-head="Was"'), "1 spätere Stelle" in listed) == (1, True)
    assert ";erledigt;" in reader.get("/aufgaben/beschluesse-und-aufgaben.csv").text
    assert "1 spätere Stelle" in reader.get(f"/treffen/{LATER}").text

    coordination.post(f"/aufgaben/{task}", data={"stelle": later, "urteil": "gehört nicht dazu"})
    page = reader.get(f"/aufgaben/{task}").text
    assert "im Oktober verschickt" not in page
    assert "ist nicht dokumentiert." in page


def test_a_verdict_finds_its_passages_again_when_a_document_is_read_anew(held: tuple[Holdings, Services]) -> None:
    holdings, services = held
    task = _task(holdings)
    id_ = _later(holdings)
    later = holdings.texts.passages_by_id([id_])[id_].document
    coordination = person(services, Role.COORDINATION)
    coordination.post(f"/aufgaben/{task}", data={"stelle": id_, "urteil": "erledigt"})
    passages = holdings.texts.passages(later)
    holdings.texts.drop_passages([later])
    anew = f"{later}-neu"
    holdings.texts.add_passages(replace(each, id=anew) if each.id == id_ else each for each in passages)
    page = coordination.get(f"/aufgaben/{task}").text
    assert "erledigt</span>" in page
    assert f"#{anew}" in page


PROPOSALS = "/verwaltung/was-wurde-daraus"


def test_open_proposals_are_decided_on_in_one_place(undecided: tuple[Holdings, Services]) -> None:
    holdings, services = undecided
    assert person(services, Role.STAFF).get(PROPOSALS).status_code == 403
    coordination = person(services, Role.COORDINATION)
    assert f'href="{PROPOSALS}"' in coordination.get("/verwaltung/zustand").text
    page = coordination.get(PROPOSALS).text
    assert f'href="/treffen/{EARLIER}"' in page
    assert "im Oktober verschickt" in page
    form = {"stelle": _later(holdings), "urteil": "erledigt", "vorschlaege-ab": ""}
    answer = coordination.post(f"/aufgaben/{_task(holdings)}", data=form)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{PROPOSALS}?gespeichert=ja")
    page = coordination.get(answer.headers["Location"]).text
    assert "Gespeichert." in page
    assert "im Oktober verschickt" not in page
    assert "Es ist nichts zu entscheiden." in page


def test_the_page_of_open_proposals_goes_on_where_it_was(undecided: tuple[Holdings, Services]) -> None:
    holdings, services = undecided
    coordination = person(services, Role.COORDINATION)
    assert "Zu den neuesten Treffen" not in coordination.get(f"{PROPOSALS}?ab={EARLIER}").text  # it is the newest
    assert "im Oktober verschickt" in coordination.get(f"{PROPOSALS}?ab=gibt-es-nicht").text
    form = {"stelle": _later(holdings), "urteil": "gehört nicht dazu", "vorschlaege-ab": EARLIER}
    answer = coordination.post(f"/aufgaben/{_task(holdings)}", data=form)
    assert f"ab={EARLIER}" in answer.headers["Location"]


def test_meetings_are_looked_through_some_at_a_time(undecided: tuple[Holdings, Services], tmp_path: Path) -> None:
    holdings, services = undecided
    for number in range(MOST_MEETINGS):
        day = date(2030, 1, 1) + timedelta(number)
        meeting = MeetingEntry(f"t{number}", f"Standorttreffen {number}", "Standorttreffen", "Gotha", day, day)
        holdings.archive.vocabularies.add_meeting(meeting)
        _take_in(holdings, tmp_path / f"{number}.md", f"# Protokoll {number}", _details(f"{number}", f"t{number}", day))
    coordination = person(services, Role.COORDINATION)
    first = coordination.get(PROPOSALS).text
    assert "Für die neuesten Treffen ist nichts zu entscheiden." in first
    found = re.search(r'href="([^"]+)" rel="next">Frühere Treffen', first)
    assert found
    second = coordination.get(found[1]).text
    assert "im Oktober verschickt" in second
    assert "Zu den neuesten Treffen" in second


def test_what_is_no_agreement_has_no_such_page(held: tuple[Holdings, Services]) -> None:
    _, services = held
    assert person(services, Role.STAFF).get("/aufgaben/D-1999-0001-abcdefgh").status_code == 404
    assert visitor(services).get(f"/aufgaben/{_task(held[0])}").status_code == 404


def test_a_meeting_shows_what_came_of_it_before_anything_else(held: tuple[Holdings, Services]) -> None:
    _, services = held
    page = " ".join(person(services, Role.STAFF).get(f"/treffen/{EARLIER}").text.split())
    assert "<dt>Teilnehmende</dt><dd>31</dd>" in page
    order = [page.index(each) for each in ('id="decisions"', 'id="tasks"', 'id="items"', 'id="documents"')]
    assert order == sorted(order)
    assert "Der Standort Hamburg erprobt eine legale Wand in der Unterführung." in page
    assert "war geplant bis 15. September 2019" in page
    assert "TOP 1" in page
    assert "Lange wurde über die Versicherung gesprochen." in page


def test_all_files_one_may_see_come_in_one(held: tuple[Holdings, Services]) -> None:
    _, services = held
    address = f"/treffen/{EARLIER}/dateien.zip"
    with person(services, Role.STAFF).get(address) as answer:
        names = zipfile.ZipFile(io.BytesIO(answer.data)).namelist()
    assert [name.partition(" ")[2] for name in names] == ["a.md"]
    assert visitor(services).get(address).status_code == 404
    with person(services, Role.COORDINATION).get(address) as answer:
        assert len(zipfile.ZipFile(io.BytesIO(answer.data)).namelist()) == 2


def test_a_meeting_goes_into_the_calendar(held: tuple[Holdings, Services]) -> None:
    _, services = held
    answer = visitor(services).get(f"/treffen/{EARLIER}/termin.ics")
    (event,) = Calendar.from_ical(answer.text).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2019, 4, 3), date(2019, 4, 5))
    assert str(event["location"]) == "Hamburg"
    assert str(event["url"]) == f"http://localhost/treffen/{EARLIER}"
    assert visitor(services).get("/treffen/nie/termin.ics").status_code == 404


def test_regions_have_series_of_their_own(held: tuple[Holdings, Services]) -> None:
    holdings, services = held
    for region, year in (("Nord", 2018), ("Süd", 2019), ("Nord", 2020)):
        day = date(year, 5, 1)
        entry = MeetingEntry("", f"Regionaltreffen {region} {year}", "Regionaltreffen", "Peine", day, day)
        holdings.archive.curation.add(entry)
    page = visitor(services).get("/treffen/regionaltreffen-nord-2020").text
    assert "regionaltreffen-nord-2018" in page
    assert "regionaltreffen-sued-2019" not in page
