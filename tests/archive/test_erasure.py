"""What is erased is destroyed: no row, no file and no byte of it is left."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from archive.accession import find_document
from archive.archive import Archive, Status, Submission
from archive.catalogue.base import Base
from archive.catalogue.corrections import Correction
from archive.custody import EventKind
from archive.erasure import ErasureReason
from archive.errors import CurrentVersionError, UnknownDocumentError, UnknownFileError, UnknownVersionError
from archive.home import Home
from archive.values import Details, DocumentKind
from tests.archive.conftest import Offer

TERM = "Quastenflosser"


def holding(home: Home, term: str) -> list[Path]:
    """Return the files of a home in which a term stands, in any of the usual encodings."""
    needles = [term.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [path for path in home.root.rglob("*") if path.is_file()]
    return [path for path in files if any(needle in path.read_bytes() for needle in needles)]


def test_no_byte_of_an_erased_document_is_left(archive: Archive, offer: Offer) -> None:
    details = Details(f"Protokoll {TERM}", DocumentKind.PROTOKOLL, sites=("gotha",), topics=("Kultur",))
    receipt = offer(f"Anwesend: {TERM}", f"{TERM}.txt", details)
    other = offer("Ein Fest.")
    assert holding(archive.home, TERM)
    archive.erase(receipt.code, "account:1", ErasureReason.REQUESTED)
    assert holding(archive.home, TERM) == []
    with pytest.raises(UnknownDocumentError):
        archive.describe(receipt.code)
    with pytest.raises(UnknownFileError):
        archive.path(receipt.checksum)
    assert archive.path(other.checksum).exists()


def test_the_event_says_who_and_why_and_nothing_else(archive: Archive, offer: Offer) -> None:
    receipt = offer(TERM, f"{TERM}.txt")
    archive.erase(receipt.code, "account:1", ErasureReason.EXPIRED)
    event = archive.events(receipt.code)[-1]
    assert (event.kind, event.detail, event.agent) == (EventKind.ERASURE, "expired", "account:1")


def test_no_table_but_the_events_knows_an_erased_document(archive: Archive, offer: Offer) -> None:
    receipt = offer(TERM, details=Details(sites=("gotha",), topics=("Kultur",)))
    archive.erase(receipt.code, "", ErasureReason.DISCARDED)
    with archive._catalogue.reading() as session:  # noqa: SLF001 - looks into every table
        for table in Base.metadata.sorted_tables:
            rows = session.execute(select(table)).all()
            assert table.name == "event" or all(receipt.code not in map(str, row) for row in rows), table.name
            assert not table.name.startswith("document_") or rows == []


def test_copies_left_by_broken_accessions_go_too(archive: Archive, offer: Offer) -> None:
    receipt = offer(TERM)
    left = (archive.home.incoming / "upload" / "member", archive.store.root / "left.part")
    left[0].parent.mkdir()
    for path in left:
        path.write_text(TERM, encoding="utf-8")
    archive.erase(receipt.code, "", ErasureReason.REQUESTED)
    assert holding(archive.home, TERM) == []


def test_an_interrupted_erasure_is_finished(archive: Archive, offer: Offer, monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = offer(TERM)
    with monkeypatch.context() as broken:
        broken.setattr(archive.erasure, "finish", lambda: True)
        archive.erase(receipt.code, "", ErasureReason.REQUESTED)
    assert archive.store.holds(receipt.checksum)
    assert archive.erasure.finish()
    assert holding(archive.home, TERM) == []


def test_what_was_erased_can_be_taken_in_again(archive: Archive, offer: Offer) -> None:
    first = offer(TERM)
    archive.erase(first.code, "", ErasureReason.REQUESTED)
    second = offer(TERM)
    assert second.status is Status.HELD
    assert second.code != first.code
    archive.erasure.finish()
    assert archive.path(second.checksum).exists()


def test_one_earlier_version_is_erased(archive: Archive, offer: Offer, tmp_path: Path) -> None:
    first = offer(TERM, f"{TERM}.txt", Details("Protokoll"))
    path = tmp_path / "redacted"
    path.write_text("Eine Person.", encoding="utf-8")
    archive.take_in(Submission(path, "geschwärzt.txt", Details(version_of=first.code)))
    before = archive.describe(first.code)
    archive.erasure.erase_version(first.code, 1, "account:1")
    assert holding(archive.home, TERM) == []
    assert [each.number for each in archive.versions(first.code)] == [2]
    assert archive.describe(first.code).revision == before.revision + 1


def test_the_current_version_goes_only_with_its_document(archive: Archive, offer: Offer) -> None:
    code = offer(TERM).code
    with pytest.raises(CurrentVersionError):
        archive.erasure.erase_version(code, 1, "")
    with pytest.raises(UnknownVersionError):
        archive.erasure.erase_version(code, 2, "")
    with pytest.raises(UnknownDocumentError):
        archive.erase("D-2026-9999", "", ErasureReason.REQUESTED)


def test_a_reader_of_an_earlier_state_only_delays_the_end(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.catalogue.engine.PATIENCE", 50)
    archive = Archive.open(home)
    path = tmp_path / "offered"
    path.write_text("Ein Fest.", encoding="utf-8")
    code = archive.take_in(Submission(path, f"{TERM}.txt", Details())).code
    with archive._catalogue.engine.connect() as reading:  # noqa: SLF001 - a reader that does not end
        reading.exec_driver_sql("SELECT count(*) FROM document").all()
        archive.erase(code, "", ErasureReason.REQUESTED)
        assert not archive.erasure.finish()
    assert archive.erasure.finish()
    archive.close()
    assert holding(home, TERM) == []


def test_corrections_that_name_someone_can_be_forgotten(archive: Archive, offer: Offer) -> None:
    code = offer("Ein Fest.").code
    with archive._catalogue.writing() as session:  # noqa: SLF001 - as if two passages had been corrected
        document = find_document(session, code)
        for number, who in enumerate((TERM, "Projektleitung")):
            texts = dict.fromkeys(("quote", "heading", "agenda_item", "kind", "due", "state", "agent"), "")
            at = datetime(2026, 1, 1, tzinfo=UTC)
            session.add(Correction(document_id=document.id, number=number, ordinal=0, who=who, at=at, **texts))
    archive.privacy.forget_words(code, lambda text: TERM in text)
    archive.erasure.finish()
    assert holding(archive.home, TERM) == []
    assert holding(archive.home, "Projektleitung")


def test_checksums_of_erased_files_are_listed_until_they_are_taken_in_again(archive: Archive, offer: Offer) -> None:
    code = offer("Ein Fest.").code
    offer("Bleibt.")
    checksum = archive.describe(code).checksum
    assert archive.erasure.checksums() == frozenset()
    archive.erase(code, "koo", ErasureReason.REQUESTED)
    assert archive.erasure.checksums() == {checksum}
    offer("Ein Fest.")
    assert archive.erasure.checksums() == frozenset()
