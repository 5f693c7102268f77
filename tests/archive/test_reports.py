"""Reports of what is wrong with documents."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from archive.archive import Archive, Receipt
from archive.custody import PROGRAM, EventKind
from archive.erasure import ErasureReason
from archive.errors import UnknownDocumentError
from archive.reports import KEPT, Fault
from archive.values import Details, Visibility
from tests.archive.test_erasure import holding

Offer = Callable[..., Receipt]

ALL = frozenset(Visibility)


def test_open_reports_come_first_and_personal_data_before_all(archive: Archive, offer: Offer) -> None:
    code = offer("Protokoll").code
    for fault in (Fault.TEXT, Fault.OTHER, Fault.PERSONAL, Fault.DETAILS):
        archive.reports.make(code, fault, "Seite 2", "steht falsch")
    archive.reports.finish(archive.reports.entries(ALL)[1].number, "koo")
    entries = archive.reports.entries(ALL)
    assert [each.fault for each in entries] == [Fault.PERSONAL, Fault.OTHER, Fault.DETAILS, Fault.TEXT]
    assert [each.done_at is None for each in entries] == [True, True, True, False]
    assert archive.reports.count_open(ALL) == 3


def test_a_report_is_done_and_removed_once(archive: Archive, offer: Offer) -> None:
    code = offer("Protokoll").code
    archive.reports.make(code, Fault.TEXT, "Seite 2", "Zeile 4711")
    (entry,) = archive.reports.entries(ALL)
    for act in (archive.reports.finish, archive.reports.remove):
        act(entry.number, "koo")
        act(entry.number, "koo")
    assert archive.reports.entries(ALL) == ()
    kinds = {EventKind.REPORT_MADE, EventKind.REPORT_DONE, EventKind.REPORT_REMOVED}
    told = [(each.detail, each.agent) for each in archive.events(code) if each.kind in kinds]
    assert told == [("text", PROGRAM), ("text", "koo"), ("text", "koo")]


def test_reports_of_hidden_documents_are_hidden(archive: Archive, offer: Offer) -> None:
    hidden = offer("Geheim", details=Details("Geheim", visibility=Visibility.COORDINATION)).code
    archive.reports.make(hidden, Fault.TEXT, "", "x")
    assert archive.reports.entries({Visibility.INTERNAL}) == ()
    assert archive.reports.count_open({Visibility.INTERNAL}) == 0
    assert len(archive.reports.entries(ALL)) == 1


def test_nothing_is_reported_of_nothing(archive: Archive) -> None:
    with pytest.raises(UnknownDocumentError):
        archive.reports.make("D-1999-0001", Fault.TEXT, "", "x")


def test_done_reports_go_when_their_time_ends_and_open_ones_stay(archive: Archive, offer: Offer) -> None:
    code = offer("Protokoll").code
    for text in ("erledigt", "offen"):
        archive.reports.make(code, Fault.TEXT, "", text)
    archive.reports.finish(archive.reports.entries(ALL)[0].number)
    now = datetime.now(UTC)
    archive.reports.forget(now + KEPT - timedelta(days=1))
    assert len(archive.reports.entries(ALL)) == 2
    archive.reports.forget(now + KEPT + timedelta(days=1))
    assert [each.text for each in archive.reports.entries(ALL)] == ["offen"]


def test_a_redacted_word_stays_in_no_report(archive: Archive, offer: Offer) -> None:
    code = offer("Protokoll").code
    archive.reports.make(code, Fault.PERSONAL, "Seite 1", "Da steht Zauberwort4711.")
    archive.reports.make(code, Fault.PERSONAL, "bei Zauberwort4711", "")
    archive.reports.make(code, Fault.TEXT, "Seite 2", "Umlaut fehlt.")
    archive.privacy.forget_words(code, lambda text: "Zauberwort4711" in text)
    assert [each.text for each in archive.reports.entries(ALL)] == ["Umlaut fehlt."]
    archive.erasure.finish()
    assert holding(archive.home, "Zauberwort4711") == []


def test_reports_go_with_their_document(archive: Archive, offer: Offer) -> None:
    code = offer("Protokoll").code
    archive.reports.make(code, Fault.TEXT, "", "Zauberwort4711")
    archive.erase(code, "koo", ErasureReason.REQUESTED)
    assert archive.reports.entries(ALL) == ()
    assert holding(archive.home, "Zauberwort4711") == []
