"""Correcting what was recognised: search, filters and pages follow, and it stays when the document is read anew."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from archive.archive import Submission
from archive.custody import EventKind
from archive.rights import Role
from archive.values import Details, Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.extraction.isolation import Extractor
from indexer.search.searcher import Searcher
from tests.webui.people import Person, person
from tests.webui.texts import MINUTES
from webui.compose import Holdings, open_holdings
from webui.services import Services

MEETING = "standorttreffen-hamburg-2019"
DISTURBED = "Die Unterführung wird oft beschmiert."


@pytest.fixture
def home(new_home: Path) -> Iterator[Holdings]:
    """An archive with one document."""
    with open_holdings(new_home) as holdings:
        _take_in(holdings, MINUTES, Details("Protokoll Hamburg", meeting=MEETING, visibility=Visibility.PUBLIC))
        yield holdings


@pytest.fixture
def services(home: Holdings, german: GermanAnalysis) -> Services:
    """The archive, indexed."""
    _index(home)
    return Services(home.archive, Searcher(home.areas, home.texts, german, home.known_names), home.texts)


@pytest.fixture
def editor(services: Services) -> Person:
    """The coordination."""
    return person(services, Role.COORDINATION)


def test_what_is_corrected_is_followed_everywhere_and_outlives_a_new_reading(
    home: Holdings, services: Services, editor: Person
) -> None:
    code = _code(home)
    answer = _correct(editor, home, DISTURBED, art="Aufgabe", wer="Standort  Hamburg", bis="31.05.2019", stand="offen")
    assert answer.status_code == 303
    for _ in range(2):
        _index(home)
        page = editor.get("/suche?q=Unterführung&abschnitt=Aufgabe").text
        told = ['<dd lang="de">Standort Hamburg</dd>', "<dd>31. Mai 2019</dd>", "<dd>offen</dd>", "von Hand"]
        assert [each for each in told if each not in page] == []
        listed = editor.get(f"/treffen/{MEETING}").text
        shown = ['<span lang="de">Standort Hamburg</span>', "war geplant bis 31. Mai 2019", ">offen</span>", "von Hand"]
        assert [each for each in shown if each not in listed] == []
        for address in (f"/dokumente/{code}", f"/dokumente/{code}/korrigieren"):
            page = editor.get(address).text
            assert [each for each in told if each not in page] == [], address
        home.texts.read_again(code, home.archive.describe(code).checksum)
    assert services.archive.events(code)[-1].kind is EventKind.CORRECTION


def test_what_is_rejected_is_no_finding_and_can_be_taken_back(home: Holdings, editor: Person) -> None:
    decision = "Beschluss: Der Standort Hamburg erprobt eine legale Wand"
    told = decision.removeprefix("Beschluss: ")
    assert told in _findings(editor)
    _correct(editor, home, decision, tun="ablehnen")
    _index(home)
    assert told not in _findings(editor)
    _correct(editor, home, decision, tun="zuruecknehmen")
    _index(home)
    assert told in _findings(editor)
    assert "von Hand" not in editor.get(f"/dokumente/{_code(home)}/korrigieren").text


def test_a_correction_finds_its_passage_in_another_version_or_is_shown_as_lost(home: Holdings, editor: Person) -> None:
    code = _code(home)
    _correct(editor, home, DISTURBED, art="Ergebnis")
    _take_in(home, MINUTES.replace("## TOP 2", "Danke allen.\n\n## TOP 2"), Details(version_of=code))
    _index(home)
    assert DISTURBED in _findings(editor)
    _take_in(home, MINUTES.replace(DISTURBED, "Alles ist jetzt ganz anders."), Details(version_of=code))
    _index(home)
    page = editor.get(f"/dokumente/{code}/korrigieren").text
    assert f"„{DISTURBED}“" in page
    number = re.search(r'name="nummer" value="(\d+)"', page)
    assert number
    editor.post(f"/dokumente/{code}/korrigieren/verwerfen", data={"nummer": number[1]})
    assert DISTURBED not in editor.get(f"/dokumente/{code}/korrigieren").text


def test_a_passage_is_cut_and_joined_again(home: Holdings, editor: Person) -> None:
    code = _code(home)
    _take_in(home, MINUTES.replace(DISTURBED, f"{DISTURBED} Darum holen wir Angebote ein."), Details(version_of=code))
    _index(home)
    answer = _correct(editor, home, DISTURBED, art="Aufgabe", text="Darum holen wir Angebote ein.")
    assert 'data-kind="Aufgabe"' in editor.get(answer.headers["Location"]).text
    for _ in range(2):
        _index(home)
        told = [(each.text, each.kind.value) for each in home.texts.passages(code)]
        assert ("Darum holen wir Angebote ein.", "Aufgabe") in told
        assert DISTURBED in {text for text, kind in told if kind != "Aufgabe"}
        home.texts.read_again(code, home.archive.describe(code).checksum)
    _correct(editor, home, DISTURBED, art="Ergebnis", tun="verbinden")
    _index(home)
    assert (f"{DISTURBED} Darum holen wir Angebote ein.", "Ergebnis") in [
        (each.text, each.kind.value) for each in home.texts.passages(code)
    ]
    page = editor.get(f"/dokumente/{code}/korrigieren").text
    assert "Korrekturen ohne Stelle" not in page


def test_each_part_of_a_divided_task_has_its_own_owner_and_date(home: Holdings, editor: Person) -> None:
    first, second = "Standort Gotha holt bis 31.05.2019 Angebote ein.", "Standort Bremen lädt bis 30.06.2019 ein."
    code = _code(home)
    _take_in(home, MINUTES.replace(DISTURBED, f"Aufgabe: {first} {second}"), Details(version_of=code))
    _index(home)
    page = editor.get(f"/dokumente/{code}/korrigieren").text
    filled = re.search(
        rf'name="wer" value="([^"]*)"(?:(?!<textarea).)*name="bis" value="([^"]*)"(?:(?!</textarea>).)*{second}',
        page,
        re.DOTALL,
    )
    assert filled
    _correct(editor, home, f"Aufgabe: {first}", art="Aufgabe", text=second, wer=filled[1], bis=filled[2])
    (said,) = (each.said for each in home.archive.corrections.of(code))
    assert (said.who, said.due_day) == ("Standort Bremen", date(2019, 6, 30))
    _index(home)
    _correct(editor, home, f"Aufgabe: {first}", art="Aufgabe", wer="Standort Gotha", bis="31.05.2019")
    _correct(editor, home, second, art="Aufgabe", wer="Koordination", bis="bis zum nächsten Treffen")
    assert {(each.said.who, each.said.due) for each in home.archive.corrections.of(code)} == {
        ("Standort Gotha", "31.05.2019"),
        ("Koordination", "bis zum nächsten Treffen"),
    }


@pytest.mark.parametrize("due", ["Ende Mai 2019", "2019-12-31", "vor den Sommerferien", "bis zum nächsten Treffen", ""])
def test_due_dates_may_be_worded_as_people_do(home: Holdings, editor: Person, due: str) -> None:
    answer = _correct(editor, home, DISTURBED, art="Aufgabe", bis=due)
    (correction,) = home.archive.corrections.of(_code(home))
    assert correction.said.due == due
    told = "einen Tag für den Kalender nennt es nicht" in editor.get(answer.headers["Location"]).text
    assert told == bool(due and correction.said.due_day is None)


def test_only_what_sounds_like_a_task_proposes_someone(home: Holdings, editor: Person) -> None:
    head, task = "PROTOKOLL REGIONALTREFFEN OSTDatum: 12. März 2019", "Bremen: Einladung verschicken"
    code = _code(home)
    _take_in(home, MINUTES.replace(DISTURBED, f"{head}\n\n{task}"), Details(version_of=code))
    _index(home)
    page = editor.get(f"/dokumente/{code}/korrigieren").text
    proposed = re.findall(r'name="wer" value="([^"]*)"', page)
    assert head in page
    assert "Bremen" in proposed
    assert [who for who in proposed if "PROTOKOLL" in who] == []


@pytest.mark.parametrize(
    ("form", "advice"),
    [
        ({"art": "Gerücht"}, "Bitte wählen Sie Art und Stand"),
        ({"art": "Aufgabe", "stand": "vergessen"}, "Bitte wählen Sie Art und Stand"),
        ({"art": "Aufgabe", "wer": "x" * 201}, "Bitte kürzen Sie"),
        ({"art": "Aufgabe", "bis": "31.02.2019"}, "Dieses „Bis wann“ gibt es nicht"),
        ({"art": "Aufgabe", "bis": "2019-13-01"}, "Dieses „Bis wann“ gibt es nicht"),
        ({"art": "Aufgabe", "bis": "bis 99.99.99"}, "Dieses „Bis wann“ gibt es nicht"),
        ({"art": "Aufgabe", "bis": "???"}, "Dieses „Bis wann“ gibt es nicht"),
        ({"art": "Aufgabe", "text": "Das steht nirgends im Dokument."}, "Dieser Wortlaut steht so nicht"),
        ({"art": "Aufgabe", "stelle": "gibt-es-nicht"}, "Diese Stelle gibt es so nicht mehr"),
    ],
)
def test_what_cannot_be_kept_is_told(home: Holdings, editor: Person, form: dict[str, str], advice: str) -> None:
    answer = _correct(editor, home, DISTURBED, **form)
    assert (answer.status_code, advice in answer.text) == (400, True)
    assert home.archive.corrections.of(_code(home)) == ()


def test_only_who_may_edit_is_led_to_the_page(home: Holdings, services: Services, editor: Person) -> None:
    code = _code(home)
    link = f"/dokumente/{code}/korrigieren"
    assert link in editor.get(f"/dokumente/{code}").text
    staff = person(services, Role.STAFF)
    assert link not in staff.get(f"/dokumente/{code}").text
    assert staff.get(link).status_code == 403


def test_markup_in_what_is_entered_stays_text(home: Holdings, editor: Person) -> None:
    _correct(editor, home, DISTURBED, art="Aufgabe", wer="<b>x</b>", bis="<i>y</i>")
    _index(home)
    for address in (f"/treffen/{MEETING}", f"/dokumente/{_code(home)}/korrigieren", "/suche?q=Unterführung"):
        page = editor.get(address).text
        assert ("<b>x" in page, "<i>y" in page, "&lt;b&gt;x" in page) == (False, False, True), address


def _correct(editor: Person, home: Holdings, start: str, **form: str) -> TestResponse:
    """Send the form of the passage that begins so."""
    code = _code(home)
    passage = next(each for each in home.texts.passages(code) if each.text.startswith(start))
    return editor.post(f"/dokumente/{code}/korrigieren", data={"stelle": passage.id, **form})


def _findings(editor: Person) -> str:
    """Return what the page of the meeting tells before its agenda: its decisions and tasks."""
    page = editor.get(f"/treffen/{MEETING}").text
    return page[page.index('id="decisions"') :].partition('id="items"')[0]


def _code(home: Holdings) -> str:
    return home.archive.descriptions()[0].code


def _take_in(home: Holdings, text: str, details: Details) -> None:
    offered = home.archive.home.incoming / "offered"
    offered.write_text(text, encoding="utf-8")
    home.archive.take_in(Submission(offered, "protokoll.md", details))


def _index(home: Holdings) -> None:
    with Extractor() as extractor:
        home.indexing(extractor).catch_up()
