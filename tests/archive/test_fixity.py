"""Every original is read again in time, and what is damaged is named until it is mended."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from archive import fixity
from archive.archive import Archive
from archive.custody import EventKind, FileState
from archive.erasure import ErasureReason
from archive.fixity import EVERY
from archive.journal import Asked
from tests.archive.conftest import Offer

NOW = datetime.now(UTC)
LATER = NOW + EVERY + timedelta(days=1)


def told(archive: Archive, *kinds: EventKind) -> list[tuple[EventKind, str, str]]:
    """Return the kind, document and detail of events, oldest first."""
    found = archive.journal.events(Asked(kinds=kinds), 100)[::-1]
    return [(each.kind, each.document, each.detail) for each in found]


def portions(archive: Archive, now: datetime) -> Iterator[int]:
    """Check portions until none is due, and yield their sizes."""
    while checked := archive.fixity.check_portion(now):
        yield checked


def test_what_was_just_taken_in_need_not_be_read_again(archive: Archive, offer: Offer) -> None:
    offer("Eins")
    assert list(portions(archive, datetime.now(UTC))) == []
    assert told(archive, EventKind.FIXITY_CHECK) == []
    report = archive.fixity.report(datetime.now(UTC))
    assert (report.files, report.checked, report.damaged) == (1, 1, ())


def test_every_file_is_read_in_portions_and_once_a_period(
    archive: Archive, offer: Offer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fixity, "PORTION", 4)
    for number in range(9):
        offer(f"Text {number}")
    assert archive.fixity.report(LATER).checked == 0
    assert list(portions(archive, LATER)) == [4, 4, 1]
    assert archive.fixity.report(LATER).checked == 9
    for _ in range(3):
        assert archive.fixity.check_portion(LATER) == 0
    assert told(archive, EventKind.FIXITY_CHECK) == [(EventKind.FIXITY_CHECK, "", "files=9,missing=0,altered=0")]
    assert list(portions(archive, LATER + timedelta(days=10))) == []
    assert list(portions(archive, LATER + EVERY)) == [4, 4, 1]


def test_large_files_are_read_alone(archive: Archive, offer: Offer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixity, "PORTION_BYTES", 1000)
    for number in range(3):
        offer(f"{number} " * 800)
    assert list(portions(archive, LATER)) == [1, 1, 1]


def test_damage_is_recorded_once_and_named_until_it_is_mended(archive: Archive, offer: Offer) -> None:
    lost, changed, sound = offer("Verloren"), offer("Verändert"), offer("Heil")
    archive.path(lost.checksum).unlink()
    archive.path(changed.checksum).chmod(0o600)
    archive.path(changed.checksum).write_bytes(b"x")
    for _ in range(2):
        assert len(list(archive.fixity.check_all())) == 3
    damaged = archive.fixity.report(datetime.now(UTC)).damaged
    assert [(each.document, each.version, each.state) for each in damaged] == [
        (lost.code, 1, FileState.MISSING),
        (changed.code, 1, FileState.ALTERED),
    ]
    assert {each[1:] for each in told(archive, EventKind.FILE_DAMAGED)} == {
        (lost.code, "missing"),
        (changed.code, "altered"),
    }
    assert told(archive, EventKind.FIXITY_CHECK)[-1][2] == "files=3,missing=1,altered=1"
    archive.store.put_chunks([b"Verloren"])
    archive.fixity.check([lost.checksum], datetime.now(UTC))
    assert told(archive, EventKind.FILE_MENDED) == [(EventKind.FILE_MENDED, lost.code, "")]
    assert [each.document for each in archive.fixity.report(datetime.now(UTC)).damaged] == [changed.code]
    assert archive.path(sound.checksum).read_text(encoding="utf-8") == "Heil"


def test_what_was_erased_is_damaged_no_more(archive: Archive, offer: Offer) -> None:
    receipt = offer("Verloren")
    archive.path(receipt.checksum).unlink()
    list(archive.fixity.check_all())
    archive.erase(receipt.code, "", ErasureReason.REQUESTED)
    assert archive.fixity.report(datetime.now(UTC)).damaged == ()
    list(archive.fixity.check_all())
    assert told(archive, EventKind.FIXITY_CHECK)[-1][2] == "files=0,missing=0,altered=0"


def test_formats_are_counted(archive: Archive, offer: Offer) -> None:
    offer("Eins")
    offer("Zwei")
    offer("# Drei\n\nText", "drei.md")
    found = [(each.media_type, each.files, each.bytes) for each in archive.fixity.formats()]
    assert found == [("text/plain", 2, 8), ("text/markdown", 1, 12)]
