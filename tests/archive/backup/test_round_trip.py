"""What is backed up comes back, and nothing that was erased since."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from archive import audit
from archive.archive import Archive
from archive.backup.keys import KeyFile
from archive.backup.telling import tell_erasures
from archive.catalogue.base import Base
from archive.catalogue.copying import LEFT_OUT
from archive.custody import EventKind
from archive.erasure import ErasureReason
from archive.handover.errors import TargetNotEmptyError
from archive.rights import Role
from archive.values import Details
from tests.archive.backup.making import KEY, backed_up, files, opened, restored
from tests.archive.conftest import Offer
from tests.archive.handover.filling import SECRET, fill
from tests.archive.test_erasure import holding

PASSWORD = "vier Birnen im Hof"
TERM = "Quastenflosser"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where a home is made of them."""
    return tmp_path / "neu"


def rows(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """Return all that stands in the catalogue, but what no copy has and the events of the backups themselves."""
    told = {EventKind.BACKUP, EventKind.RESTORATION}
    with archive._catalogue.reading() as session:  # noqa: SLF001 - looks into every table
        found = {
            table.name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
            for table in Base.metadata.sorted_tables
            if table.name not in LEFT_OUT
        }
    found["event"] = [row for row in found["event"] if not told & set(row)]
    return found


@pytest.mark.parametrize("key", [None, KEY])
def test_everything_comes_back(
    archive: Archive, tmp_path: Path, folder: Path, target: Path, key: KeyFile | None
) -> None:
    fill(archive, tmp_path)
    archive.accounts.add("Koordination Muster", Role.COORDINATION, PASSWORD)
    assert archive.sign_ins.sign_in("Koordination Muster", PASSWORD, "Browser")
    archive.home.statements.write_text("[traeger]\n", encoding="utf-8")
    done = backed_up(archive, folder, key)
    assert (done.lost, done.copied) == ((), len(archive.listed()))
    back = restored(folder, target, key)
    assert (back.documents, back.files, back.lost, back.left_out) == (done.documents, done.originals, (), 0)
    with opened(target) as new:
        assert rows(new) == rows(archive)
        assert new.descriptions() == archive.descriptions()
        assert [*audit.missing(new), *audit.altered(new), *audit.unlisted(new)] == []
        assert new.sign_ins.sign_in("Koordination Muster", PASSWORD, "Browser")
        assert new.home.fingerprint_secret.read_bytes() == archive.home.fingerprint_secret.read_bytes()
        assert new.home.statements.read_text(encoding="utf-8") == "[traeger]\n"
        assert new.journal.last(EventKind.RESTORATION)
        assert new.backups.places() == ()


def test_nobody_is_signed_in_in_a_home_that_came_back(archive: Archive, folder: Path, target: Path) -> None:
    archive.accounts.add("Koordination Muster", Role.COORDINATION, PASSWORD)
    archive.sign_ins.sign_in("Koordination Muster", PASSWORD, "Browser")
    backed_up(archive, folder)
    restored(folder, target)
    with opened(target) as new, new._catalogue.reading() as session:  # noqa: SLF001 - looks into the tables
        for name in LEFT_OUT:
            assert session.scalar(select(func.count()).select_from(Base.metadata.tables[name])) == 0


def test_an_original_is_copied_once(archive: Archive, offer: Offer, folder: Path) -> None:
    offer("Erstes")
    first = backed_up(archive, folder)
    before = files(folder / "dateien")
    offer("Zweites")
    second = backed_up(archive, folder)
    assert (first.copied, second.copied, second.originals) == (1, 1, 2)
    assert files(folder / "dateien").items() > before.items()


def test_what_can_be_made_again_is_in_no_backup(archive: Archive, offer: Offer, folder: Path) -> None:
    offer("Ein Fest.")
    for name in ("derived/index.pickle", "incoming/halb.txt", "store/halb.part", "worker.lock"):
        (archive.home.root / name).write_bytes(b"kein Original")
    done = backed_up(archive, folder)
    assert {name for name in files(folder) if not name.startswith("dateien/")} == {
        "LIESMICH.txt",
        "geloescht.txt",
        "sicherung.json",
        *(f"{done.snapshot}/{name}" for name in ("catalogue.sqlite", "fingerprints.secret", "verzeichnis.json")),
    }
    assert not any(b"kein Original" in content for content in files(folder).values())


def test_an_encrypted_backup_tells_nothing(archive: Archive, tmp_path: Path, folder: Path) -> None:
    fill(archive, tmp_path)
    backed_up(archive, folder, KEY)
    for checksum in archive.store.checksums():
        assert not any(checksum in name or checksum.encode() in content for name, content in files(folder).items())
    for content in files(folder).values():
        assert SECRET.encode() not in content
        assert b"SQLite" not in content.replace(b"Katalog (SQLite)", b"")


@pytest.mark.parametrize("key", [None, KEY])
def test_what_was_erased_since_does_not_come_back(
    archive: Archive, offer: Offer, folder: Path, target: Path, key: KeyFile | None
) -> None:
    whole = offer(f"Anwesend: {TERM}", f"{TERM}.txt", Details(f"Protokoll {TERM}"))
    other = offer("Ein Fest.")
    earlier = offer(f"Entwurf {TERM}", "fest.txt", Details(version_of=other.code))
    offer("Ein Fest, ohne Namen.", "fest.txt", Details(version_of=other.code))
    backed_up(archive, folder, key)
    archive.erase(whole.code, "account:1", ErasureReason.REQUESTED)
    archive.erasure.erase_version(other.code, 2, "account:1")
    assert tell_erasures(archive)
    assert not tell_erasures(archive)
    back = restored(folder, target, key)
    assert (back.documents, back.left_out, back.lost) == (1, 2, ())
    with opened(target) as new:
        assert [each.code for each in new.descriptions()] == [other.code]
        assert [each.number for each in new.versions(other.code)] == [1, 3]
        assert not {whole.checksum, earlier.checksum} & set(new.store.checksums())
        assert [*audit.missing(new), *audit.altered(new)] == []
        assert holding(new.home, TERM) == []


def test_the_next_backup_deletes_the_originals_of_what_was_erased(
    archive: Archive, offer: Offer, folder: Path, target: Path
) -> None:
    gone, stays = offer(f"Anwesend: {TERM}"), offer("Ein Fest.")
    first = backed_up(archive, folder)
    archive.erase(gone.code, "account:1", ErasureReason.REQUESTED)
    second = backed_up(archive, folder)
    assert second.retained.originals == 1
    assert not any(TERM.encode() in content for content in files(folder / "dateien").values())
    # The snapshot before needs it no more: it must not come back from there either.
    back = restored(folder / first.snapshot, target)
    assert (back.documents, back.lost) == (1, ())
    with opened(target) as new:
        assert [each.code for each in new.descriptions()] == [stays.code]


def test_what_was_taken_in_again_comes_back(archive: Archive, offer: Offer, folder: Path, tmp_path: Path) -> None:
    first = offer("Ein Fest.")
    before = backed_up(archive, folder)
    archive.erase(first.code, "account:1", ErasureReason.REQUESTED)
    backed_up(archive, folder)
    again = offer("Ein Fest.")
    after = backed_up(archive, folder)
    assert restored(folder / after.snapshot, tmp_path / "after").documents == 1
    assert restored(folder / before.snapshot, tmp_path / "before").documents == 0
    archive.erase(again.code, "account:1", ErasureReason.REQUESTED)
    backed_up(archive, folder)
    assert restored(folder / after.snapshot, tmp_path / "erased").documents == 0


def test_the_list_of_what_was_erased_only_grows(archive: Archive, offer: Offer, folder: Path) -> None:
    gone = [offer(text) for text in ("Eins", "Zwei")]
    backed_up(archive, folder)
    lists = [(folder / "geloescht.txt").read_text(encoding="utf-8")]
    for each in gone:
        archive.erase(each.code, "account:1", ErasureReason.REQUESTED)
        backed_up(archive, folder, keep=1)
        lists.append((folder / "geloescht.txt").read_text(encoding="utf-8"))
    assert lists[1].startswith(lists[0])
    assert lists[2].startswith(lists[1])
    assert [each.checksum in lists[2] for each in gone] == [True, True]


def test_a_home_in_use_is_not_written_over(archive: Archive, offer: Offer, folder: Path) -> None:
    offer("Ein Fest.")
    backed_up(archive, folder)
    before = files(archive.home.store)
    with pytest.raises(TargetNotEmptyError):
        restored(folder, archive.home.root)
    assert files(archive.home.store) == before
