"""The folder of backups of one archive: a pool of originals, dated snapshots, and the list of what was erased."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import compare_digest, token_bytes

import msgspec

from archive.backup.erasures import ErasedList
from archive.backup.errors import BackupError, BackupFault, BackupKeyError, KeyFault
from archive.backup.keys import KeyFile
from archive.backup.pool import FOLDER, Pool
from archive.backup.reading import opened
from archive.backup.sealing import SALT, Encrypted, Plain, Seal
from archive.backup.snapshots import Snapshot, is_name
from archive.backup.writing import write_whole
from archive.durable import sync_folder
from archive.store import UNFINISHED

#: Names within the folder.
HEADER = "sicherung.json"
ERASED = "geloescht.txt"
README = "LIESMICH.txt"
LOCK = ".sperre"
#: What stands before the name of a snapshot that is not whole: being made, or being deleted.
PARTIAL = ".unfertig-"

LARGEST_HEADER = 10_000

TOLD = """Sicherungen eines Wissensarchivs

Nicht von Hand ändern. Zurückholen: wissensarchiv restore DIESER_ORDNER --home NEUER_ORDNER
Prüfen: wissensarchiv verify DIESER_ORDNER

2026-…Z/       je Stand ein Ordner: Katalog (SQLite), Geheimnisse und das Verzeichnis der Dateien, die dazu gehören
dateien/       die Originale aller Stände, jedes einmal, benannt nach seiner Prüfsumme (SHA-256)
geloescht.txt  was gelöscht wurde und nicht zurückkommen darf

Endet ein Name auf .aes, ist die Datei verschlüsselt und ohne die Schlüsseldatei nicht zu lesen.
"""


class Encryption(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the key of a folder is made."""

    salt: str
    proof: str


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a folder says of its backups."""

    format: int
    #: Stands for the archive.
    archive: str
    encryption: Encryption | None


@dataclass(frozen=True, slots=True)
class Vault:
    """A folder of backups that can be read."""

    root: Path
    header: Header
    seal: Seal

    @property
    def pool(self) -> Pool:
        """Its originals."""
        return Pool(self.root / FOLDER, self.seal)

    @property
    def erased(self) -> ErasedList:
        """Its list of what was erased."""
        return ErasedList(self.root / ERASED)

    def snapshots(self) -> list[Snapshot]:
        """Return all snapshots, oldest first."""
        found = [path for path in self.root.iterdir() if is_name(path.name) and path.is_dir() and not path.is_symlink()]
        return [Snapshot(path, self.seal, path.name) for path in sorted(found)]

    @contextmanager
    def new_snapshot(self, name: str) -> Iterator[Snapshot]:
        """Give a snapshot that is filled; in the end it gets its name, or after an error is gone."""
        made = self.root / f"{PARTIAL}{name}"
        made.mkdir(mode=0o700)
        try:
            yield Snapshot(made, self.seal, name)
            made.replace(self.root / name)
        finally:
            shutil.rmtree(made, ignore_errors=True)
        sync_folder(self.root)

    def remove(self, snapshot: Snapshot) -> None:
        """Delete a snapshot, whose originals stay; broken off in the middle, it is none any more."""
        going = self.root / f"{PARTIAL}{snapshot.name}"
        snapshot.root.replace(going)
        sync_folder(self.root)
        shutil.rmtree(going)

    def clear_up(self) -> None:
        """Delete what was broken off; only for whoever holds the lock."""
        for path in self.root.glob(f"{PARTIAL}*"):
            shutil.rmtree(path)
        for path in self.root.glob(f"*{UNFINISHED}"):
            path.unlink(missing_ok=True)
        self.pool.clear_up()


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Be the only one who writes into a folder of backups, or raise a BackupError."""
    file = os.open(root / LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupError(BackupFault.BUSY, root) from error
        yield
    finally:
        os.close(file)


def identity(secret: bytes) -> str:
    """Return what stands for an archive in its backups, made of a secret of its home."""
    return sha256(b"backups of" + secret).hexdigest()[:32]


def make_vault(root: Path, archive: str, key: KeyFile | None) -> Vault:
    """Open a folder for backups of an archive, and make it where there is none.

    Raises:
        BackupError: It cannot be made, something else is in it, or backups of another archive.
        BackupKeyError: The key is not the one it was made with.
    """
    if not (root / HEADER).exists():
        _begin(root, archive, key)
    vault = open_vault(root, key)
    if vault.header.archive != archive:
        raise BackupError(BackupFault.OTHER_ARCHIVE, root)
    return vault


def open_vault(root: Path, key: KeyFile | None) -> Vault:
    """Open a folder of backups.

    Raises:
        BackupError: It is none, or made by a newer program.
        BackupKeyError: It is encrypted and the key does not open it, or it is not and there is one.
    """
    header = read_header(root)
    return Vault(root, header, _seal(header, key, root))


def read_header(root: Path) -> Header:
    """Return what a folder says of its backups, or raise a BackupError."""
    if not (root / HEADER).exists():
        raise BackupError(BackupFault.NO_BACKUP, root)
    with opened(root / HEADER) as file:
        content = file.read(LARGEST_HEADER)
    try:
        header = msgspec.json.decode(content, type=Header)
    except msgspec.MsgspecError as error:
        raise BackupError(BackupFault.UNREADABLE, root / HEADER) from error
    if header.format != 1:
        raise BackupError(BackupFault.NEWER, root)
    return header


def _seal(header: Header, key: KeyFile | None, root: Path) -> Seal:
    if header.encryption is None:
        if key:
            raise BackupKeyError(KeyFault.NOT_NEEDED, root)
        return Plain()
    if key is None:
        raise BackupKeyError(KeyFault.NEEDED, root)
    try:
        seal = Encrypted.of(key.secret, bytes.fromhex(header.encryption.salt))
    except ValueError as error:
        raise BackupError(BackupFault.UNREADABLE, root / HEADER) from error
    if not compare_digest(seal.proof(), header.encryption.proof):
        raise BackupKeyError(KeyFault.WRONG, key.path)
    return seal


def _begin(root: Path, archive: str, key: KeyFile | None) -> None:
    """Make a folder for backups; its header comes last, so that one that was broken off is begun again."""
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(path.name != README and not path.name.endswith(UNFINISHED) for path in root.iterdir()):
        raise BackupError(BackupFault.NOT_EMPTY, root)
    salt = token_bytes(SALT)
    encryption = Encryption(salt.hex(), Encrypted.of(key.secret, salt).proof()) if key else None
    write_whole(root / README, [TOLD.encode()])
    write_whole(root / HEADER, [msgspec.json.encode(Header(1, archive, encryption))])
