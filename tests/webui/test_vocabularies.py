"""The vocabularies at the desk, with forms and at the command line."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive.archive import Archive, Submission
from archive.custody import EventKind
from archive.entries import MeetingEntry
from archive.rights import Role
from archive.values import Details
from tests.webui.people import Person, person
from webui.cli import cli
from webui.services import Services
from webui.vocabularies import ADDRESSES

DESK = "/verwaltung/vokabulare"


@pytest.fixture
def desk(empty: Services, tmp_path: Path) -> Person:
    """The coordination, with one document about Peine."""
    (tmp_path / "offered").write_text("Beete", encoding="utf-8")
    empty.archive.take_in(Submission(tmp_path / "offered", "a.txt", Details("Beete", sites=("peine",))))
    return person(empty, Role.COORDINATION)


def test_every_vocabulary_lists_its_entries(desk: Person) -> None:
    hub = desk.get(DESK).text
    for address in ADDRESSES.values():
        assert f'href="{DESK}/{address}"' in hub
        assert desk.get(f"{DESK}/{address}").status_code == 200
    assert "Bundesstandorttreffen" in desk.get(f"{DESK}/treffenarten").text
    assert ">1<span" in desk.get(f"{DESK}/standorte").text
    assert desk.get(f"{DESK}/dinge").status_code == 404
    assert desk.get(f"{DESK}/standorte/nirgendwo").status_code == 404


def test_a_keyword_is_added_renamed_and_called_otherwise(desk: Person, empty: Services) -> None:
    added = desk.post(f"{DESK}/schlagworte", data={"name": "Urban Gardening"})
    assert (added.status_code, added.location) == (303, f"{DESK}/schlagworte/urban-gardening")
    saved = desk.post(f"{added.location}/umbenennen", data={"name": "Stadtgärten"})
    assert "Gespeichert." in desk.get(saved.location).text
    desk.post(f"{added.location}/namen", data={"name": "Gemeinschaftsgarten"})
    desk.post(f"{added.location}/namen/entfernen", data={"name": "Urban Gardening"})
    (keyword,) = empty.archive.vocabularies.keywords()
    assert keyword.names == ("Stadtgärten", "Gemeinschaftsgarten")
    agents = {each.agent for each in empty.archive.events("")}
    assert agents == {each.agent for each in empty.archive.accounts.entries()}


def test_the_days_of_a_meeting_are_put_right(desk: Person, empty: Services) -> None:
    key = "standorttreffen-gotha-2020"
    address = f"{DESK}/treffen/{key}"

    def meeting() -> MeetingEntry:
        return next(each for each in empty.archive.vocabularies.meetings() if each.key == key)

    before = meeting()
    page = desk.get(address).text
    assert 'name="beginn" value="2020-11-25"' in page
    form = {"art": before.kind, "ort": "Erfurt", "beginn": "2020-11-26", "ende": "2020-11-27"}
    wrong = desk.post(f"{address}/angaben", data={**form, "ende": "2020-11-01"})
    assert (wrong.status_code, 'value="Erfurt"' in wrong.text) == (400, True)
    assert desk.post(f"{address}/angaben", data={**form, "art": "Mondfest"}).status_code == 400
    assert meeting() == before
    assert desk.post(f"{address}/angaben", data=form).status_code == 303
    assert meeting() == replace(before, place="Erfurt", start=date(2020, 11, 26), end=date(2020, 11, 27))
    desk.post(f"{address}/angaben", data=form)
    kinds = [each.kind for each in empty.archive.events("")]
    assert kinds.count(EventKind.ENTRY_CHANGED) == 1
    assert desk.post(f"{DESK}/treffen/mond/angaben", data=form).status_code == 404
    assert "Art, Ort und Tage" not in desk.get(f"{DESK}/standorte/gotha").text


def test_merging_says_first_how_many_documents_follow(desk: Person, empty: Services) -> None:
    asked = desk.get(f"{DESK}/standorte/peine/zusammenfuehren?mit=gotha").text
    assert "1 Dokument steht danach unter „Gotha“." in asked
    assert [each.sites for each in empty.archive.descriptions()] == [("Peine",)]
    done = desk.post(f"{DESK}/standorte/peine/zusammenfuehren", data={"mit": "gotha"})
    assert done.status_code == 303
    assert [each.sites for each in empty.archive.descriptions()] == [("Gotha",)]
    assert desk.get(f"{DESK}/standorte/peine").location == f"{DESK}/standorte/gotha"
    # Whoever goes back finds the way on.
    assert desk.get(f"{DESK}/standorte/peine/zusammenfuehren?mit=gotha").location == f"{DESK}/standorte/gotha"


@pytest.mark.parametrize(
    ("path", "form", "said"),
    [
        ("standorte", {"name": "GOTHA"}, "heißt schon der Eintrag „Gotha“"),
        ("standorte", {"name": "!"}, "Ein Name hat 1 bis 120 Zeichen"),
        ("handlungsfelder", {"name": "Kunst"}, "heißen, wie das Programm sie nennt"),
        ("handlungsfelder/kultur/umbenennen", {"name": "Kunst"}, "heißen, wie das Programm sie nennt"),
        ("handlungsfelder/kultur/zusammenfuehren", {"mit": "sport"}, "heißen, wie das Programm sie nennt"),
        ("treffen", {"name": "Fachtag X", "art": "Fachtag", "beginn": "bald"}, "an welchem Tag das Treffen beginnt"),
        (
            "treffen",
            {"name": "Fachtag X", "art": "Fachtag", "beginn": "2020-02-02", "ende": "2020-02-01"},
            "endet, bevor es beginnt",
        ),
        ("treffen", {"name": "Fachtag X", "art": "Feier", "beginn": "2020-02-02"}, "„Feier“ gibt es nicht"),
        ("standorte/gotha/namen", {"name": "Peine"}, "heißt schon der Eintrag „Peine“"),
        ("standorte/gotha/zusammenfuehren", {"mit": "gotha"}, "nicht mit sich selbst"),
        ("standorte/gotha/zusammenfuehren", {"mit": "mond"}, "„mond“ gibt es nicht"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    desk: Person, empty: Services, path: str, form: dict[str, str], said: str
) -> None:
    before = _held(empty.archive)
    answer = desk.post(f"{DESK}/{path}", data=form)
    assert answer.status_code == 400
    assert said in re.sub(r"\s+", " ", answer.text)
    assert _held(empty.archive) == before


def test_sites_kinds_and_meetings_are_added_with_what_belongs_to_them(desk: Person, empty: Services) -> None:
    desk.post(f"{DESK}/standorte", data={"name": "Halle-Neustadt", "ort": "Halle", "land": "Sachsen-Anhalt"})
    desk.post(f"{DESK}/treffenarten", data={"name": "Auftakttreffen"})
    days = {"beginn": "2018-03-05", "ende": "2018-03-06"}
    desk.post(f"{DESK}/treffen", data={"name": "Auftakt Kassel 2018", "art": "Auftakttreffen", "ort": "Kassel", **days})
    site = next(each for each in empty.archive.vocabularies.sites() if each.key == "halle-neustadt")
    assert (site.label, site.place, site.federal_state) == ("Halle-Neustadt", "Halle", "Sachsen-Anhalt")
    page = desk.get("/treffen/auftakt-kassel-2018").text
    assert "5.–6. März 2018" in page


def test_script_in_a_name_stays_text(desk: Person) -> None:
    added = desk.post(f"{DESK}/schlagworte", data={"name": "<script>alert(1)</script>"})
    for path in (f"{DESK}/schlagworte", added.location):
        assert "<script>alert" not in desk.get(path).text


def test_the_command_line_does_the_same(desk: Person, empty: Services) -> None:  # noqa: ARG001 - fills the archive
    def run(*arguments: str, answer: str = "") -> tuple[int, str]:
        home = str(empty.archive.home.root)
        done = CliRunner().invoke(cli, ["--home", home, "vocabulary", *arguments], input=answer)
        return done.exit_code, done.output

    assert run("add", "schlagworte", "Beete") == (0, "„Beete“ ist angelegt (beete).\n")
    renamed = run("rename", "standorte", "Peine", "Peine-Süd")
    assert renamed == (0, "„Peine“ heißt jetzt „Peine-Süd“. 1 Dokument folgt.\n")
    assert run("alias", "handlungsfelder", "kultur", "Kunst")[0] == 0
    assert "Peine-Süd  (peine, Dokumente: 1, auch: " in run("list", "standorte")[1]
    assert '"label": "Beete"' in run("list", "schlagworte", "--json")[1]
    assert run("merge", "standorte", "Peine", "gotha", answer="n\n")[0] == 1
    merged = run("merge", "standorte", "Peine", "gotha", "--yes")
    assert merged == (0, "„Peine-Süd“ ist jetzt „Gotha“. 1 Dokument folgt.\n")
    code, said = run("rename", "handlungsfelder", "Kultur", "Kunst und mehr")
    assert (code, "wie das Programm sie nennt" in said) == (1, True)
    assert run("merge", "standorte", "Mond", "gotha", "--yes")[0] == 1
    assert run("add", "treffen", "Fachtag X", "--kind", "Fachtag")[0] == 2


def _held(archive: Archive) -> tuple[object, ...]:
    return (
        archive.vocabularies.sites(),
        archive.vocabularies.topics(),
        archive.vocabularies.meetings(),
        archive.events(""),
    )
