"""Answers about a person: everything is searched, whoever may see it, and afterwards nothing is found."""

from pathlib import Path

import docx
import pytest

from archive.archive import Submission
from archive.custody import EventKind
from archive.erasure import ErasureReason
from archive.journal import Asked
from archive.rights import Role
from archive.values import Details, Visibility
from tests.webui.people import Person, person
from webui.services import Services

ADDRESS = "/verwaltung/auskunft"


@pytest.fixture
def asked(empty: Services, tmp_path: Path) -> Person:
    for name, text, visibility in (
        ("a.txt", "Es sprach Anna Mueller mit Frau Beispiel.", Visibility.DRAFT),
        ("anna_müller.txt", "Ein Fest.", Visibility.COORDINATION),
        ("c.txt", "Teilnahmeliste\nMüller, Anna\nMuster, Bodo", Visibility.INTERNAL),
        ("d.txt", "Frau Müllner tanzt.", Visibility.PUBLIC),
    ):
        (tmp_path / "offered").write_text(text, encoding="utf-8")
        details = Details(name[0], visibility=visibility)
        empty.archive.take_in(Submission(tmp_path / "offered", name, details))
    return person(empty, Role.PRIVACY)


def test_every_place_is_shown_in_every_spelling(asked: Person) -> None:
    page = asked.post(ADDRESS, data={"name": "Anna Müller"}).text
    for each in ("<mark>Anna Mueller</mark>", "<mark>anna_müller</mark>", "<mark>Müller, Anna</mark>", "<mark>Müllner"):
        assert each in page
    assert "4 Stellen" in page
    assert page.count("· unsicher") == 1
    assert "Frau Beispiel" in page


def test_other_names_can_be_covered(asked: Person) -> None:
    page = asked.post(ADDRESS, data={"name": "Anna Müller", "verdeckt": "1"}).text
    assert "Frau Beispiel" not in page
    assert "<mark>Anna Mueller</mark>" in page


def test_those_on_the_same_list_are_covered_though_its_heading_stands_further_off(
    empty: Services, tmp_path: Path
) -> None:
    text = "Teilnehmende: Erika Muster, Anna Müller, Bodo Beispiel\n\nErika Muster fragt nach, und Anna Müller hilft."
    (tmp_path / "liste.txt").write_text(text, encoding="utf-8")
    empty.archive.take_in(Submission(tmp_path / "liste.txt", "liste.txt", Details("Liste")))
    page = person(empty, Role.PRIVACY).post(ADDRESS, data={"name": "Anna Müller", "verdeckt": "1"}).text
    assert page.count("<mark>Anna Müller</mark>") == 2
    assert "hilft" in page
    for other in ("Erika", "Muster,", "Bodo", "Beispiel"):
        assert other not in page


def test_who_made_a_file_is_found_though_its_text_names_nobody(empty: Services, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Ein Fest.")
    document.core_properties.author, document.core_properties.last_modified_by = "Anna Müller", "Bodo Muster"
    document.save(str(tmp_path / "fest.docx"))
    empty.archive.take_in(Submission(tmp_path / "fest.docx", "fest.docx", Details("Fest")))
    privacy = person(empty, Role.PRIVACY)
    page = privacy.post(ADDRESS, data={"name": "Anna Mueller"}).text
    assert "1 Stelle" in page
    assert "Fassung 1, Eigenschaften der Datei" in page
    assert "Bodo" not in page
    saved = privacy.post(ADDRESS, data={"name": "Anna Mueller", "datei": "1"}).text
    assert "1;Eigenschaften der Datei;Anna Müller;ja" in saved


def test_the_list_is_saved_and_the_event_names_nobody(asked: Person, empty: Services) -> None:
    answer = asked.post(ADDRESS, data={"name": "Anna Müller", "datei": "1"})
    assert answer.mimetype == "text/csv"
    assert "Anna Mueller" in answer.text
    assert "attachment" in answer.headers["Content-Disposition"]
    event = empty.archive.journal.events(Asked(), 1, 0)[0]
    assert (event.kind, event.document, event.detail) == (EventKind.ANSWER_GIVEN, "", "")


def test_the_control_search_finds_nothing_once_all_is_erased(asked: Person, empty: Services) -> None:
    for code in empty.archive.revisions():
        empty.archive.erase(code, "", ErasureReason.REQUESTED)
    assert "Keine Stelle" in asked.post(ADDRESS, data={"name": "Anna Müller"}).text


def test_too_short_a_name_is_refused(asked: Person) -> None:
    answer = asked.post(ADDRESS, data={"name": "A."})
    assert answer.status_code == 400
    assert "mindestens drei Buchstaben" in answer.text


def test_what_is_sure_comes_first(asked: Person, empty: Services, tmp_path: Path) -> None:
    (tmp_path / "offered").write_text("Noch einmal Anna Müller.", encoding="utf-8")
    empty.archive.take_in(Submission(tmp_path / "offered", "e.txt", Details("e", visibility=Visibility.PUBLIC)))
    page = asked.post(ADDRESS, data={"name": "Anna Müller"}).text
    apart = page.index("<h3>Unsicher: ein Buchstabe anders, oder nur ein Teil des Namens (1)</h3>")
    assert page.index("Noch einmal ") < apart < page.index("<mark>Müllner")
