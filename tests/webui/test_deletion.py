"""The page of periods: what is due is shown with its reason, and goes only when its code was typed."""

from datetime import date
from pathlib import Path

import pytest

from archive.archive import Submission
from archive.deletion import deletion_classes
from archive.errors import UnknownDocumentError
from archive.rights import Role
from archive.values import DatePrecision, DateSource, Details, DocumentDate, Visibility
from tests.webui.people import person
from webui.deletion_wording import CLASSES, STARTS
from webui.services import Services

PERIODS = "/verwaltung/loeschfristen"
SPRING = date(2019, 4, 3)
DATE = DocumentDate(SPRING, SPRING, DatePrecision.DAY, DateSource.ENTRY)


def take_in(services: Services, folder: Path, title: str, visibility: Visibility) -> str:
    (folder / "offered").write_text(title, encoding="utf-8")
    details = Details(title, date=DATE, visibility=visibility)
    return services.archive.take_in(Submission(folder / "offered", "datei.txt", details)).code


@pytest.fixture
def old(empty: Services, tmp_path: Path) -> str:
    return take_in(empty, tmp_path, "Liste Gotha", Visibility.COORDINATION)


def test_what_is_due_stands_with_reason_and_day(empty: Services, old: str, tmp_path: Path) -> None:
    take_in(empty, tmp_path, "Neuer Entwurf", Visibility.DRAFT)
    for role in (Role.PRIVACY, Role.COORDINATION):
        page = person(empty, role).get(PERIODS).text
        assert "90 Tage ab dem Hochladen" in page
        assert "bleibt; alle 10 Jahre prüfen" in page
        assert "Liste Gotha" in page
        assert old in page
        assert "Frist bis 31. Dezember 2024 (5 Jahre ab dem 31. Dezember" in page
        assert "Neuer Entwurf" not in page
    assert len(empty.archive.descriptions()) == 2


def test_it_goes_when_its_code_was_typed(empty: Services, old: str) -> None:
    client = person(empty, Role.PRIVACY)
    answer = client.post(f"{PERIODS}/{old}", data={"kennung": f" {old} "}, follow_redirects=True)
    assert f"{old} ist gelöscht" in answer.text
    assert "Zurzeit bei keinem Dokument." in answer.text
    with pytest.raises(UnknownDocumentError):
        empty.archive.describe(old)
    assert empty.archive.events(old)[-1].detail == "expired"


@pytest.mark.parametrize("typed", ["", "ja", "D-1999-0001"])
def test_another_code_deletes_nothing(empty: Services, old: str, typed: str) -> None:
    answer = person(empty, Role.PRIVACY).post(f"{PERIODS}/{old}", data={"kennung": typed})
    assert answer.status_code == 400
    assert "genau die Kennung" in answer.text
    assert empty.archive.describe(old).code == old


def test_what_is_not_due_cannot_be_deleted_here(empty: Services, tmp_path: Path) -> None:
    code = take_in(empty, tmp_path, "Protokoll", Visibility.INTERNAL)
    assert person(empty, Role.PRIVACY).post(f"{PERIODS}/{code}", data={"kennung": code}).status_code == 404
    assert empty.archive.describe(code).code == code


@pytest.mark.parametrize("role", [Role.STAFF, Role.OPERATIONS])
def test_nobody_else_sees_or_deletes(empty: Services, old: str, role: Role) -> None:
    client = person(empty, role)
    assert client.get(PERIODS).status_code == 403
    assert client.post(f"{PERIODS}/{old}", data={"kennung": old}).status_code == 403
    assert empty.archive.describe(old).code == old


def test_the_condition_counts_what_is_due(empty: Services, old: str) -> None:
    assert old
    link = '<a href="/verwaltung/loeschfristen">Abgelaufene Löschfristen</a> <strong>1</strong>'
    assert link in person(empty, Role.COORDINATION).get("/verwaltung/zustand").text
    assert "loeschfristen" not in person(empty, Role.OPERATIONS).get("/verwaltung/zustand").text


def test_every_class_and_start_has_words() -> None:
    assert {each.name for each in deletion_classes()} == set(CLASSES)
    assert {each.start for each in deletion_classes()} <= set(STARTS)


def test_what_comes_next_is_computed_and_other_periods_are_told(empty: Services, tmp_path: Path) -> None:
    take_in(empty, tmp_path, "Protokoll", Visibility.INTERNAL)
    kept = empty.archive.deletion.survey(date(2026, 11, 25), frozenset(Visibility)).outlook
    assert [(each.reason.name.value, each.documents, each.next_day) for each in kept if each.documents] == [
        ("memory", 1, date(2029, 12, 31))
    ]
    late = empty.archive.deletion.survey(date(2030, 1, 1), frozenset(Visibility)).outlook
    assert [each.next_day for each in late if each.documents] == [date(2039, 12, 31)]
    page = person(empty, Role.PRIVACY).get(PERIODS).text
    for told in ("Wer Dokumente der Koordination geöffnet hat", "180 Tage", "Sicherungskopien", "Konten"):
        assert told in page
