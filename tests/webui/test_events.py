"""The journal at the desk."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive.archive import Submission
from archive.custody import EventKind
from archive.journal import Asked
from archive.rights import Role
from archive.values import Details, Visibility
from tests.webui.people import PASSWORD, Person, person, sign_in, visitor
from webui.cli import cli
from webui.event_wording import DEEDS, KINDS
from webui.services import Services

EVENTS = "/verwaltung/ereignisse"


@pytest.fixture
def codes(empty: Services, tmp_path: Path) -> dict[Visibility, str]:
    """A document of each class."""
    found = {}
    for visibility in Visibility:
        (tmp_path / "offered").write_text(visibility, encoding="utf-8")
        submission = Submission(tmp_path / "offered", "a.txt", Details(visibility.value, visibility=visibility))
        found[visibility] = empty.archive.take_in(submission).code
    return found


@pytest.fixture
def chef(empty: Services) -> Person:
    """The coordination."""
    return person(empty, Role.COORDINATION)


def test_every_kind_of_event_has_its_words() -> None:
    assert set(DEEDS) == set(KINDS) == set(EventKind)


def test_events_say_who_did_what_to_which_document(empty: Services, chef: Person, codes: dict[Visibility, str]) -> None:
    (account,) = empty.archive.accounts.entries()
    code = codes[Visibility.INTERNAL]
    details = empty.archive.details(code)
    empty.archive.amend(code, replace(details, title="Neu", visibility=Visibility.DRAFT), account.agent)
    lines = _lines(chef.get(EVENTS).text)
    assert lines[0][1:] == ["Koordination Muster hat das Dokument zurückgezogen: Entwurf", code]
    assert lines[1][1:] == ["Koordination Muster hat Angaben geändert: Titel, Sichtbarkeit", code]
    assert lines[2][1] == "Das Archiv hat das Dokument aufgenommen"
    own = _lines(chef.get(f"{EVENTS}?dokument={code.lower()}").text)
    assert [line[2] for line in own] == [code] * 3
    assert len(_lines(chef.get(f"{EVENTS}?wer={account.agent}").text)) == 2
    assert len(_lines(chef.get(f"{EVENTS}?wer=archiv&was=accession").text)) == 4
    assert _lines(chef.get(f"{EVENTS}?bis=2020-01-01").text) == []
    assert len(_lines(chef.get(f"{EVENTS}?von=2020-01-01&was=quatsch&bis=morgen").text)) == 6
    assert f'href="{EVENTS}?dokument={code}"' in chef.get(f"/dokumente/{code}").text
    assert EVENTS not in person(empty, Role.STAFF).get(f"/dokumente/{codes[Visibility.PUBLIC]}").text


def test_of_a_removed_account_nobody_can_say_who_it_was(
    empty: Services, chef: Person, codes: dict[Visibility, str]
) -> None:
    anna = empty.archive.accounts.add("anna", Role.COORDINATION, PASSWORD)
    code = codes[Visibility.INTERNAL]
    empty.archive.amend(code, replace(empty.archive.details(code), title="Neu"), anna.agent)
    assert "anna hat Angaben geändert: Titel" in chef.get(EVENTS).text
    empty.archive.accounts.remove("anna")
    page = chef.get(EVENTS).text
    assert "gelöschtes Konto hat Angaben geändert: Titel" in page
    assert "anna" not in page
    assert anna.agent not in page


def test_events_say_whose_account_was_changed_until_it_is_gone(empty: Services, chef: Person) -> None:
    for address, form in (("", {"konto": "anna", "rolle": "Mitarbeitende"}), ("/anna/link", {})):
        assert chef.post(f"/konten{address}", data=form).status_code < 400
    chef.post("/konten/anna/rolle", data={"rolle": "Datenschutz"})
    empty.archive.journal.record(EventKind.ROLE_CHANGED, "STAFF>PRIVACY")
    told = [
        "Das Archiv hat eine Rolle geändert: Mitarbeitende → Datenschutz",
        "Koordination Muster hat eine Rolle geändert: anna (Mitarbeitende → Datenschutz)",
        "Koordination Muster hat einen Link für ein neues Passwort gemacht: anna (Mitarbeitende)",
        "Koordination Muster hat jemanden eingeladen: anna (Mitarbeitende)",
    ]
    assert [line[1] for line in _lines(chef.get(EVENTS).text)] == told
    assert "hat eine Rolle geändert: anna (Mitarbeitende" in chef.get(f"{EVENTS}/ereignisse.csv").text
    assert "anna" not in chef.get("/konto").text
    empty.archive.accounts.remove("anna")
    left = [line[1].replace("gelöschtes Konto", "anna") for line in _lines(chef.get(EVENTS).text)]
    assert left[1:] == told
    assert "anna" not in chef.get(EVENTS).text


def test_long_journals_have_pages(empty: Services, chef: Person) -> None:
    for number in range(120):
        empty.archive.journal.record(EventKind.BACKUP, str(number))
    assert len(_lines(chef.get(f"{EVENTS}?seite=3").text)) == 20
    assert 'rel="next"' in chef.get(f"{EVENTS}?was=backup").text
    assert chef.get(f"{EVENTS}?seite=9&was=backup").location == f"{EVENTS}?was=backup&seite=3"


def test_the_table_holds_all(empty: Services, chef: Person) -> None:
    empty.archive.accounts.add("anna", Role.STAFF, PASSWORD)
    agent = next(each.agent for each in empty.archive.accounts.entries() if each.name == "anna")
    for _ in range(60):
        empty.archive.journal.record(EventKind.BACKUP, "", agent)
    answer = chef.get(f"{EVENTS}/ereignisse.csv?was=backup")
    assert answer.mimetype == "text/csv"
    head, *rows = csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";")
    assert head == ["Zeit (UTC)", "Wer", "Was", "Dokument", "Ereignis"]
    assert {tuple(row[1:]) for row in rows} == {("anna", "hat den Bestand gesichert", "", "backup")}
    assert len(rows) == 60


def test_accesses_to_documents_of_the_coordination_are_on_record(
    empty: Services, chef: Person, codes: dict[Visibility, str]
) -> None:
    for code in codes.values():
        chef.get(f"/dokumente/{code}")
        with chef.get(f"/dokumente/{code}/original"):
            pass
    visitor(empty).get(f"/dokumente/{codes[Visibility.COORDINATION]}")
    lines = _lines(chef.get(f"{EVENTS}/zugriffe").text)
    assert [line[1:] for line in lines] == [
        ["Koordination Muster hat die Datei geöffnet", codes[Visibility.COORDINATION]],
        ["Koordination Muster hat die Seite geöffnet", codes[Visibility.COORDINATION]],
    ]
    assert "2 Zugriffe auf Dokumente" in chef.get("/konto").text
    home = str(empty.archive.home.root)
    assert "0 Zugriffe gelöscht" in CliRunner().invoke(cli, ["--home", home, "forget-accesses"]).output


def test_no_event_tells_what_anyone_searched_for(empty: Services, chef: Person) -> None:
    chef.get("/suche?q=wortwitz")
    assert empty.archive.journal.count(Asked()) == 0
    assert "wortwitz" not in chef.get(EVENTS).text


def test_a_role_is_changed_wherever_the_account_is_signed_in(empty: Services, chef: Person) -> None:
    empty.archive.accounts.add("anna", Role.STAFF, PASSWORD)
    anna = visitor(empty)
    sign_in(anna, "anna")
    assert anna.get("/hochladen").status_code == 403
    assert chef.post("/konten/anna/rolle", data={"rolle": "Koordination"}).location == "/konten"
    assert anna.get("/hochladen").status_code == 200
    assert chef.post("/konten/anna/rolle", data={"rolle": "Mitarbeitende"}).status_code == 303
    assert anna.get("/hochladen").status_code == 403
    last = chef.post("/konten/Koordination Muster/rolle", data={"rolle": "Mitarbeitende"})
    assert (last.status_code, "letzte Konto der Koordination" in last.text) == (400, True)
    assert chef.post("/konten/anna/rolle", data={"rolle": "Chef"}).status_code == 400
    assert "Koordination Muster hat eine Rolle geändert: anna (Koordination → Mitarbeitende)" in chef.get(EVENTS).text
    own = chef.get("/konto").text
    assert "2 Ereignisse, die auf Sie zurückgehen" in own
    assert "anna" not in own


def _lines(page: str) -> list[list[str]]:
    """Return the cells of the table, as they read."""
    rows = re.findall(r"<tr>\s*<td>(.*?)</tr>", page, re.DOTALL)
    return [[" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in row.split("<td>")] for row in rows]
