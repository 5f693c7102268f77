"""Backs a home up while people work in it: a snapshot of its catalogue, and the originals that one names."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archive.archive import Archive
from archive.backup.errors import BackupError, BackupFault
from archive.backup.keys import KeyFile
from archive.backup.pool import DamagedError, Pool
from archive.backup.retention import Retained, retain
from archive.backup.snapshots import Manifest, Snapshot, name_of
from archive.backup.vault import Vault, identity, locked, make_vault
from archive.catalogue.copying import CatalogueCopy, copy_catalogue
from archive.custody import ListedFile
from archive.home import Home
from archive.secret_files import kept_secret
from archive.store import Store, chunks

#: Of all snapshots that there are, none is deleted.
ALL = 0


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What was backed up."""

    snapshot: str
    documents: int
    originals: int
    #: Originals that were not in the folder yet, and their bytes.
    copied: int
    bytes: int
    #: Originals that are missing in the store or altered, and in no backup either.
    lost: tuple[ListedFile, ...]
    #: What became of the snapshots before.
    retained: Retained


def back_up(archive: Archive, root: Path, key: KeyFile | None, keep: int, report: Callable[[str], None]) -> BackedUp:
    """Make a backup in a folder, read it again in full, and delete those that need not be kept.

    Args:
        archive: May be in use.
        root: The folder, which is made where it is not there.
        key: Encrypts a folder that is made, and opens one that was made with it.
        keep: How many snapshots shall be there in the end, or `ALL`.
        report: Is told the checksum of each original that is in the backup.

    Raises:
        BackupError: Nothing was backed up; earlier backups are as they were.
        BackupKeyError: The key does not open the folder.
    """
    root = root.resolve()
    _refuse_together(archive.home.root.resolve(), root)
    if key:
        key.refuse_within(archive.home.root, root)
    erasure = archive.erasure.last()
    try:
        vault = make_vault(root, identity(kept_secret(archive.home.fingerprint_secret)), key)
        with locked(root):
            vault.clear_up()
            done = _snapshot(archive, vault, report)
            archive.backups.enter(root, done.name, erasure)
            retained = retain(vault, keep)
    except OSError as error:
        raise BackupError(BackupFault.UNUSABLE, root, error.strerror or str(error)) from error
    lost = tuple(each for each in archive.listed() if each.checksum in done.filled.lost)
    filled, held = done.filled, done.manifest
    return BackedUp(done.name, held.documents, len(held.originals), filled.copied, filled.bytes, lost, retained)


@dataclass(frozen=True, slots=True)
class _Filled:
    copied: int
    bytes: int
    #: Checksums.
    lost: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Done:
    name: str
    manifest: Manifest
    filled: _Filled


def _refuse_together(home: Path, root: Path) -> None:
    if home.is_relative_to(root) or root.is_relative_to(home):
        raise BackupError(BackupFault.TOGETHER, root)


def _snapshot(archive: Archive, vault: Vault, report: Callable[[str], None]) -> _Done:
    """Make a snapshot, which gets its name when all of it has been read again."""
    known = archive.erasure.moments()
    with vault.new_snapshot(_name(vault)) as snapshot:
        copy, filled = _whole(archive, vault.pool, report)
        # What was erased while this copied must not come back either.
        vault.erased.add(archive.erasure.moments())
        manifest = Manifest(
            taken_at=datetime.now(UTC),
            schema=copy.schema,
            documents=copy.documents,
            files={name: snapshot.write(name, content) for name, content in _own_files(archive.home, copy)},
            originals=dict(copy.originals),
            missing=filled.lost,
            held_again={checksum: at for checksum, at in known.items() if checksum in copy.originals},
        )
        snapshot.write_manifest(manifest)
        _read_again(snapshot)
    return _Done(snapshot.name, manifest, filled)


def _whole(archive: Archive, pool: Pool, report: Callable[[str], None]) -> tuple[CatalogueCopy, _Filled]:
    """Copy the catalogue and its originals, anew for as long as one went from the archive before it was copied.

    Only what the catalogue still names afterwards is lost; what went is not, and no backup names it.
    """
    copy = _catalogue(archive.home)
    filled = _fill(pool, archive.store, copy, report)
    while filled.lost and not filled.lost <= (newest := _catalogue(archive.home)).originals.keys():
        again = _fill(pool, archive.store, newest, report)
        copy, filled = newest, _Filled(filled.copied + again.copied, filled.bytes + again.bytes, again.lost)
    return copy, filled


def _catalogue(home: Home) -> CatalogueCopy:
    try:
        return copy_catalogue(home.catalogue)
    except sqlite3.DatabaseError as error:
        raise BackupError(BackupFault.CATALOGUE, home.catalogue, str(error)) from error


def _name(vault: Vault) -> str:
    """Return a name that no snapshot has, later than all others."""
    taken = [each.name for each in vault.snapshots()]
    moment = datetime.now(UTC)
    while taken and name_of(moment) <= taken[-1]:
        moment += timedelta(seconds=1)
    return name_of(moment)


def _own_files(home: Home, copy: CatalogueCopy) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of what cannot be made again beside the originals."""
    yield home.catalogue.name, copy.content
    for path in home.kept_files:
        if path.is_file():
            yield path.name, path.read_bytes()


def _fill(pool: Pool, store: Store, copy: CatalogueCopy, report: Callable[[str], None]) -> _Filled:
    """Put the originals that are not there yet into the pool, and read every one of them again."""
    sizes, lost = [], set()
    for checksum, size in copy.originals.items():
        if not (pool.holds(checksum) and pool.is_sound(checksum, size)):
            try:
                pool.put(checksum, _original(store, checksum))
            except DamagedError:
                lost.add(checksum)
                continue
            if not pool.is_sound(checksum, size):
                raise BackupError(BackupFault.ALTERED, pool.root, checksum)
            sizes.append(size)
        report(checksum)
    return _Filled(len(sizes), sum(sizes), frozenset(lost))


def _original(store: Store, checksum: str) -> Iterator[bytes]:
    """Yield the bytes of an original; what the disk does not give back is damaged."""
    try:
        yield from chunks(store.path(checksum))
    except OSError as error:
        raise DamagedError(checksum) from error


def _read_again(snapshot: Snapshot) -> None:
    """Make sure that what was written is what is read, or raise a BackupError."""
    for name, checksum in snapshot.manifest().files.items():
        snapshot.read(name, checksum)
