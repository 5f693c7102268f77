"""What has been kept long enough: each class by its days, and the archive by its own records."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from archive.archive import Archive
from archive.deletion import ClassName, Kept, deletion_classes, due
from archive.values import DatePrecision, DateSource, Details, DocumentDate, DocumentKind, Visibility
from tests.archive.conftest import Offer

EVERYTHING = frozenset(Visibility)
ARRIVAL = date(2020, 2, 29)
SPRING = date(2019, 4, 3)


def kept(visibility: Visibility, kind: DocumentKind = DocumentKind.PROTOKOLL, end: date | None = None) -> Kept:
    return Kept("D-2020-0001", "Titel", kind, visibility, ARRIVAL, end)


@pytest.mark.parametrize(
    ("document", "name", "last_day"),
    [
        (kept(Visibility.DRAFT), ClassName.DRAFT, date(2020, 5, 29)),
        (kept(Visibility.DRAFT, DocumentKind.METHODENPAPIER, SPRING), ClassName.DRAFT, date(2020, 5, 29)),
        (kept(Visibility.COORDINATION, end=SPRING), ClassName.EVIDENCE, date(2024, 12, 31)),
        (kept(Visibility.COORDINATION), ClassName.EVIDENCE, date(2025, 12, 31)),
    ],
)
def test_a_period_ends_with_its_last_day(document: Kept, name: ClassName, last_day: date) -> None:
    classes = deletion_classes()
    assert due([document], classes, last_day) == ()
    (found,) = due([document], classes, last_day + timedelta(days=1))
    assert (found.reason.name, found.last_day, found.document) == (name, last_day, document)


@pytest.mark.parametrize("visibility", [Visibility.INTERNAL, Visibility.PUBLIC])
@pytest.mark.parametrize("kind", DocumentKind)
def test_what_is_published_stays(visibility: Visibility, kind: DocumentKind) -> None:
    document = kept(visibility, kind, SPRING)
    assert due([document], deletion_classes(), date(2999, 1, 1)) == ()
    assert next(each for each in deletion_classes() if each.holds_for(document)).review > 0


def test_every_class_has_its_row() -> None:
    assert [each.name for each in deletion_classes()] == list(ClassName)


def test_the_longest_overdue_stands_first() -> None:
    documents = [kept(Visibility.COORDINATION), kept(Visibility.COORDINATION, end=SPRING), kept(Visibility.DRAFT)]
    found = due(documents, deletion_classes(), date(2030, 1, 1))
    assert [each.last_day.year for each in found] == [2020, 2024, 2025]


def test_the_archive_names_what_is_due_and_deletes_nothing(archive: Archive, offer: Offer) -> None:
    day = DocumentDate(SPRING, SPRING, DatePrecision.DAY, DateSource.ENTRY)
    names = offer("Liste", details=Details("Liste", date=day, visibility=Visibility.COORDINATION)).code
    draft = offer("Entwurf", details=Details("Entwurf", visibility=Visibility.DRAFT)).code
    offer("Protokoll", details=Details("Protokoll", date=day))
    today = datetime.now(UTC).date()
    assert [each.document.code for each in archive.deletion.due(today, EVERYTHING)] == [names]
    later = today + timedelta(days=92)
    assert [each.document.code for each in archive.deletion.due(later, EVERYTHING)] == [names, draft]
    assert archive.deletion.due(later, frozenset({Visibility.INTERNAL})) == ()
    assert len(archive.descriptions()) == 3


def test_a_withdrawn_document_is_due_only_90_days_after(
    archive: Archive, offer: Offer, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = datetime(2020, 3, 1, tzinfo=UTC)
    with monkeypatch.context() as then:
        then.setattr("archive.accession.datetime", SimpleNamespace(now=lambda _zone: long_ago))
        code = offer("Alt").code
    archive.publishing.withdraw(code, "")
    today = datetime.now(UTC).date()
    assert archive.versions(code)[0].received_at == long_ago
    assert archive.deletion.due(today, EVERYTHING) == ()
    assert len(archive.deletion.due(today + timedelta(days=92), EVERYTHING)) == 1
