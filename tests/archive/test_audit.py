"""The fixity audit finds what a crash, a disk or a person has done."""

from collections.abc import Callable

import pytest
from sqlalchemy.exc import DBAPIError

from archive import audit
from archive.archive import Archive, Receipt
from archive.custody import ListedFile

Offer = Callable[..., Receipt]


def test_an_intact_archive_has_no_findings(archive: Archive, offer: Offer) -> None:
    offer("Text")
    assert list(audit.missing(archive)) == []
    assert list(audit.altered(archive)) == []
    assert list(audit.unlisted(archive)) == []
    assert list(audit.unfinished(archive)) == []


def test_a_lost_file_is_missing_and_not_altered(archive: Archive, offer: Offer) -> None:
    receipt = offer("Text")
    archive.path(receipt.checksum).unlink()
    assert list(audit.missing(archive)) == [ListedFile(receipt.code, 1, receipt.checksum)]
    assert list(audit.altered(archive)) == []


def test_a_changed_bit_is_found_although_the_size_is_the_same(archive: Archive, offer: Offer) -> None:
    receipt = offer("Text")
    path = archive.path(receipt.checksum)
    path.chmod(0o644)
    path.write_bytes(b"Texu")
    offer("Anderer Text")
    assert list(audit.altered(archive)) == [ListedFile(receipt.code, 1, receipt.checksum)]
    assert list(audit.missing(archive)) == []


def test_a_crash_between_file_and_row_leaves_a_file_without_a_row(archive: Archive, offer: Offer) -> None:
    with archive._catalogue.writing() as session:  # noqa: SLF001 - breaks the second step
        session.connection().exec_driver_sql(
            "CREATE TRIGGER crash BEFORE INSERT ON version BEGIN SELECT RAISE(ABORT, 'crash'); END"
        )
    with pytest.raises(DBAPIError, match="crash"):
        offer("Text")
    (checksum,) = audit.unlisted(archive)
    assert archive.path(checksum).read_text(encoding="utf-8") == "Text"
    assert archive.descriptions() == ()
    with archive._catalogue.writing() as session:  # noqa: SLF001 - mends it
        session.connection().exec_driver_sql("DROP TRIGGER crash")
    assert offer("Text").code.endswith("-0001")
    assert list(audit.unlisted(archive)) == []


def test_a_crash_while_copying_leaves_an_unfinished_file(archive: Archive) -> None:
    torn = archive.store.root / "tmpabc.part"
    torn.write_bytes(b"half")
    assert list(audit.unfinished(archive)) == [torn]
    assert list(audit.unlisted(archive)) == []
