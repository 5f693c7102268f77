"""What is handed over, and what stays."""

from pathlib import Path

import msgspec
import pytest

from archive.archive import Archive
from archive.catalogue.base import Base
from archive.handover.extents import PublicOnly
from archive.handover.tables import STAYING, TRAVELLING
from tests.archive.handover.bags import give, is_valid
from tests.archive.handover.filling import SECRET, fill


@pytest.fixture
def archive(archive: Archive, tmp_path: Path) -> Archive:
    """An archive with something of everything."""
    fill(archive, tmp_path)
    return archive


def test_every_table_travels_or_stays_for_a_reason() -> None:
    assert TRAVELLING | STAYING.keys() == Base.metadata.tables.keys()
    assert not TRAVELLING & STAYING.keys()


def test_everything_that_can_be_said_is_carried(archive: Archive, tmp_path: Path) -> None:
    given = give(archive, tmp_path / "bag")
    assert [name for name, rows in given.rows.items() if not rows] == []
    assert is_valid(tmp_path / "bag")


def test_no_account_and_no_secret_is_carried(archive: Archive, tmp_path: Path) -> None:
    give(archive, tmp_path / "bag")
    content = _content(tmp_path / "bag")
    assert SECRET.encode() in content
    assert b"Koordination Beispiel" not in content
    assert archive.home.fingerprint_secret.read_bytes() not in content


def test_no_byte_tells_of_what_is_not_public(archive: Archive, tmp_path: Path) -> None:
    hidden = [each for each in archive.descriptions() if each.visibility != "öffentlich"]
    given = give(archive, tmp_path / "bag", PublicOnly())
    content = _content(tmp_path / "bag")
    for told in (
        SECRET,
        SECRET.lower(),
        "someone",
        *(each.code for each in hidden),
        *(each.checksum for each in hidden),
    ):
        assert told.encode() not in content
    assert [each.description.title for each in given.documents] == ["Wand: ja?"]
    assert [file.version.number for each in given.documents for file in each.files] == [2]
    said = {name: len(rows) for name, rows in given.rows.items()}
    assert (said["experience"], said["card_fact"], said["learning_path"], said["learning_step"]) == (1, 1, 1, 1)
    assert (said["keyword"], said["correction"], said["report"], said["site"]) == (1, 0, 0, 16)


def test_what_the_carrier_says_of_itself_is_carried(archive: Archive, tmp_path: Path) -> None:
    archive.home.statements.write_text('[impressum]\nanbieter = "Beispielträger"\n', encoding="utf-8")
    give(archive, tmp_path / "bag")
    assert "Beispielträger" in (tmp_path / "bag/data/metadaten/angaben.toml").read_text(encoding="utf-8")


def test_a_lost_file_is_told_of(archive: Archive, tmp_path: Path) -> None:
    first, second, *_ = archive.listed()
    archive.store.remove(first.checksum)
    archive.store.path(second.checksum).chmod(0o600)
    archive.store.path(second.checksum).write_bytes(b"rot")
    given = give(archive, tmp_path / "bag")
    assert given.missing == tuple((each.document, each.version, each.checksum) for each in (first, second))
    overview = msgspec.json.decode((tmp_path / "bag/data/metadaten/katalog/uebersicht.json").read_bytes())
    assert overview["missing"] == sorted([first.checksum, second.checksum])
    assert is_valid(tmp_path / "bag")


def _content(bag: Path) -> bytes:
    files = [path for path in bag.rglob("*") if path.is_file()]
    return b"\n".join([*(path.read_bytes() for path in files), *(str(path).encode() for path in files)])
