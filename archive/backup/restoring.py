"""Makes a home of a backup: all that can be had of it, and nothing of what was erased since.

No index and no text is taken from a backup: both are made anew from the originals.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from archive.archive import Archive
from archive.backup.erasures import left_out
from archive.backup.errors import BackupError, BackupFault
from archive.backup.keys import KeyFile
from archive.backup.snapshots import Manifest, Snapshot, is_name
from archive.backup.vault import HEADER, Vault, open_vault
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.migration import newest_schema
from archive.custody import EventKind, ListedFile
from archive.errors import HomeUnusableError
from archive.handover.bag import new_folder
from archive.handover.erased import leave_out
from archive.handover.soundness import make_sure
from archive.home import Home


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back."""

    snapshot: str
    documents: int
    files: int
    #: Files that were lost before, or that the backup has lost.
    lost: tuple[ListedFile, ...]
    #: How many documents, and earlier versions of others, were left out because they have been erased since.
    left_out: int


@dataclass(frozen=True, slots=True)
class _Source:
    """What a home is made of."""

    vault: Vault
    snapshot: Snapshot
    manifest: Manifest


def find_snapshot(backup: Path, key: KeyFile | None) -> tuple[Vault, Snapshot]:
    """Return the snapshot in a folder of its own, or the last one in a folder of backups.

    Raises:
        BackupError: There is none.
        BackupKeyError: The key does not open it.
    """
    backup = backup.resolve()
    is_one = is_name(backup.name) and (backup.parent / HEADER).exists()
    vault = open_vault(backup.parent if is_one else backup, key)
    found = [each for each in vault.snapshots() if not is_one or each.name == backup.name]
    if not found:
        raise BackupError(BackupFault.NO_BACKUP, backup)
    return vault, found[-1]


def restore(
    backup: Path, target: Path, key: KeyFile | None, erased: Collection[str], report: Callable[[str], None]
) -> Restored:
    """Make a home of a backup.

    Args:
        backup: The folder of one snapshot, or of backups, whose last one is taken.
        target: The home, which must not be there, or be empty.
        key: Of encrypted backups.
        erased: Checksums of files that must not come back, beside those on the list that lies with the backups.
        report: Is told the checksum of each file that came back.

    Raises:
        BackupError: The backup is damaged in a part without which nothing comes back, or is none.
        BackupKeyError: The key does not open it.
        TargetNotEmptyError: There is something in the home.
        TargetUnusableError: The home cannot be made there.
    """
    vault, snapshot = find_snapshot(backup, key)
    source = _Source(vault, snapshot, snapshot.manifest())
    if source.manifest.schema > newest_schema():
        raise BackupError(BackupFault.NEWER, snapshot.root)
    going = left_out(vault.erased.moments(), source.manifest.held_again) | frozenset(erased)
    with new_folder(target) as folder:
        home = Home(folder)
        home.prepare()
        _write_own_files(home, source)
        _make_sure(home, source.snapshot)
        gone = leave_out(home, going)
        return replace(_originals(home, source, report), left_out=gone)


def _write_own_files(home: Home, source: _Source) -> None:
    """Write the catalogue and what else a home has of its own; names are this program's, never those of the backup."""
    snapshot, manifest = source.snapshot, source.manifest
    if home.catalogue.name not in manifest.files:
        raise BackupError(BackupFault.MISSING, snapshot.root / home.catalogue.name)
    for path in (home.catalogue, *home.kept_files):
        if path.name in manifest.files:
            path.touch(mode=0o600)
            path.write_bytes(snapshot.read(path.name, manifest.files[path.name]))


def _make_sure(home: Home, snapshot: Snapshot) -> None:
    """Find out whether this program can live with the catalogue."""
    place = snapshot.root / home.catalogue.name
    try:
        catalogue = Catalogue.open(home.catalogue)
    except HomeUnusableError as error:
        raise BackupError(BackupFault.UNREADABLE, place) from error
    try:
        with catalogue.reading() as session:
            make_sure(session)
    except (LookupError, ValueError, TypeError, SQLAlchemyError) as error:
        raise BackupError(BackupFault.UNREADABLE, place) from error
    finally:
        catalogue.close()


def _originals(home: Home, source: _Source, report: Callable[[str], None]) -> Restored:
    """Put the originals into the store, as many as there are."""
    archive = Archive.open(home)
    pool, sizes = source.vault.pool, source.manifest.originals
    try:
        listed, lost = archive.listed(), []
        for each in listed:
            try:
                archive.store.put_chunks(pool.read(each.checksum, sizes.get(each.checksum, 0)))
            except BackupError:
                lost.append(each)
            report(each.checksum)
        archive.journal.record(EventKind.RESTORATION, source.snapshot.name)
    finally:
        archive.close()
    documents = len({each.document for each in listed})
    return Restored(source.snapshot.name, documents, len(listed) - len(lost), tuple(lost), 0)
