"""Facts of a method are put right by hand, stay when the paper is read anew, and show on the page of methods."""

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
from tests.webui.people import Person, person
from tests.webui.texts import METHOD
from webui.compose import Holdings, open_holdings
from webui.services import Services


@pytest.fixture
def home(new_home: Path) -> Iterator[Holdings]:
    """An archive with a method paper and something else."""
    with open_holdings(new_home) as holdings:
        _take_in(holdings, METHOD, Details("Nadelmethode", DocumentKind.METHODENPAPIER, visibility=Visibility.PUBLIC))
        _take_in(holdings, "Ein Brief", Details("Brief"))
        _index(holdings)
        yield holdings


@pytest.fixture
def editor(home: Holdings, german: GermanAnalysis) -> Person:
    """The coordination."""
    services = Services(home.archive, Searcher(home.areas, home.texts, german, home.known_names), home.texts)
    return person(services, Role.COORDINATION)


def test_what_is_put_right_shows_on_the_card_and_outlives_new_readings(home: Holdings, editor: Person) -> None:
    method, _ = (each.code for each in home.archive.descriptions())
    page = editor.get(f"/dokumente/{method}/korrigieren").text
    assert _field(page, "duration") == "90 Minuten"
    form = {"duration": " 2  Stunden", "age": "ab 12 Jahren", "material": "Nadeln\n\n Plan ", "group": "6 bis 15"}
    assert editor.post(f"/dokumente/{method}/korrigieren/methode", data=form).status_code == 303
    assert home.archive.card_facts.of(method) == {
        "duration": "2 Stunden",
        "age": "ab 12 Jahren",
        "material": "Nadeln\nPlan",
    }
    for reading in (METHOD, METHOD.replace("90", "120"), "Ganz anderer Text ohne jede Angabe."):
        page = editor.get("/methoden").text
        for value in ("2 Stunden", "ab 12 Jahren", "Nadeln, Plan"):
            assert f'<dd><span lang="de">{value}</span> <span class="by-hand">von Hand</span></dd>' in page
        _take_in(home, reading, Details(version_of=method))
        home.texts.read_again(method, home.archive.describe(method).checksum)
        _index(home)
    assert "Im Papier steht dazu nichts." in editor.get(f"/dokumente/{method}/korrigieren").text


def test_all_of_it_is_taken_back(home: Holdings, editor: Person) -> None:
    method, _ = (each.code for each in home.archive.descriptions())
    address = f"/dokumente/{method}/korrigieren"
    editor.post(f"{address}/methode", data={"duration": "", "aim": "Etwas anderes"})
    page = editor.get(address).text
    assert 'Im Papier: <span lang="de">90 Minuten</span>' in page
    assert "90 Minuten" not in editor.get("/methoden").text
    editor.post(f"{address}/methode", data={"tun": "zuruecknehmen"})
    assert home.archive.card_facts.of(method) == {}
    assert "90 Minuten" in editor.get("/methoden").text


def test_too_much_is_told_and_shown_again(home: Holdings, editor: Person) -> None:
    method, _ = (each.code for each in home.archive.descriptions())
    answer = editor.post(f"/dokumente/{method}/korrigieren/methode", data={"aim": "x" * 5001, "age": "ab 9"})
    assert answer.status_code == 400
    assert "auf höchstens 5000 Zeichen" in answer.text
    assert (len(_field(answer.text, "aim")), _field(answer.text, "age")) == (5001, "ab 9")
    assert home.archive.card_facts.of(method) == {}


def test_what_is_no_method_has_no_card_to_correct(home: Holdings, editor: Person) -> None:
    _, letter = (each.code for each in home.archive.descriptions())
    assert "Angaben zur Methode" not in editor.get(f"/dokumente/{letter}/korrigieren").text
    editor.post(f"/dokumente/{letter}/korrigieren/methode", data={"age": "ab 9"})
    assert home.archive.card_facts.of(letter) == {}


def _field(page: str, name: str) -> str:
    found = re.search(rf'<textarea id="angabe-{name}"[^>]*>([^<]*)</textarea>', page)
    assert found
    return found[1]


def _take_in(home: Holdings, text: str, details: Details) -> None:
    offered = home.archive.home.incoming / "offered"
    offered.write_text(text, encoding="utf-8")
    home.archive.take_in(Submission(offered, "papier.md", details))


def _index(home: Holdings) -> None:
    with Extractor() as extractor:
        home.indexing(extractor).catch_up()
