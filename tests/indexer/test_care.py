"""What is done for originals and backups when nobody waits."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from archive.archive import Archive, Submission
from archive.catalogue.holdings import Version
from archive.catalogue.reports import Report
from archive.custody import FileState
from archive.erasure import ErasureReason
from archive.fixity import EVERY
from archive.home import Home
from archive.reports import KEPT
from archive.reports import Fault as ReportFault
from archive.values import Details, Visibility
from indexer.care import Care
from tests.archive.backup.making import backed_up


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """An archive with one file, taken in long ago, that waits for nobody."""
    monkeypatch.setattr("archive.catalogue.engine.PATIENCE", 50)
    opened = Archive.open(Home(tmp_path / "home"))
    (tmp_path / "fest.txt").write_text("Ein Fest.", encoding="utf-8")
    opened.take_in(Submission(tmp_path / "fest.txt", "fest.txt", Details()))
    long_ago = datetime.now(UTC) - EVERY - timedelta(days=1)
    with opened._catalogue.writing() as session:  # noqa: SLF001 - nobody waits for a month
        session.execute(update(Version).values(received_at=long_ago))
    return opened


def damaged(archive: Archive) -> list[FileState]:
    return [each.state for each in archive.fixity.report(datetime.now(UTC)).damaged]


def test_originals_are_checked_and_others_have_their_turn(archive: Archive) -> None:
    archive.path(archive.descriptions()[0].checksum).unlink()
    assert not Care(archive).check()
    assert damaged(archive) == [FileState.MISSING]


def test_backups_are_told_of_erasures_once(archive: Archive, tmp_path: Path) -> None:
    care = Care(archive)
    assert not care.tell()
    backed_up(archive, tmp_path / "Sicherungen")
    archive.erase(archive.descriptions()[0].code, "", ErasureReason.REQUESTED)
    assert [care.tell(), care.tell()] == [True, False]


def test_reports_go_when_their_time_ends_and_others_have_their_turn(archive: Archive) -> None:
    for text in ("lange erledigt", "eben erledigt", "offen"):
        archive.reports.make(archive.descriptions()[0].code, ReportFault.TEXT, "", text)
    long_done, just_done, _ = archive.reports.entries(set(Visibility))
    archive.reports.finish(long_done.number)
    archive.reports.finish(just_done.number)
    with archive._catalogue.writing() as session:  # noqa: SLF001 - nobody waits for a quarter
        ended = datetime.now(UTC) - KEPT - timedelta(days=1)
        session.execute(update(Report).where(Report.id == long_done.number).values(done_at=ended))
    assert not Care(archive).forget()
    assert {each.text for each in archive.reports.entries(set(Visibility))} == {"eben erledigt", "offen"}


def test_a_busy_catalogue_is_left_alone_until_later(archive: Archive) -> None:
    archive.path(archive.descriptions()[0].checksum).unlink()
    busy = sqlite3.connect(archive.home.catalogue, isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")
    assert not Care(archive).check()
    assert damaged(archive) == []
    busy.close()
    Care(archive).check()
    assert damaged(archive) == [FileState.MISSING]
