"""A snapshot: the catalogue and the secrets of a home as of one moment, and which originals belong to them."""

import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec

from archive.backup.errors import BackupError, BackupFault
from archive.backup.reading import contents
from archive.backup.sealing import Seal
from archive.backup.writing import write_whole
from archive.media import LARGEST
from archive.store import CHUNK

#: The list of all that is in a snapshot.
MANIFEST = "verzeichnis.json"

#: Bytes of a list: a million originals have some 80 MB.
LARGEST_MANIFEST = 1 << 28
#: Bytes of a catalogue: that of 10,000 documents has some 20 MB.
LARGEST_CATALOGUE = 1 << 32

_NAME = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z")

Checksum = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
Size = Annotated[int, msgspec.Meta(ge=0, le=LARGEST)]


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a snapshot holds."""

    taken_at: datetime
    #: Name of the catalogue's schema.
    schema: Annotated[str, msgspec.Meta(pattern=r"^\d{4}$")]
    documents: int
    #: Name of a file beside this list → its SHA-256.
    files: dict[str, Checksum]
    #: SHA-256 of an original → its bytes.
    originals: dict[Checksum, Size]
    #: Originals that were lost before, and in no backup either.
    missing: frozenset[Checksum]
    #: Originals that had been erased before they were taken in again, and when.
    held_again: dict[Checksum, datetime]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The folder of one snapshot."""

    root: Path
    seal: Seal
    #: The name it has, or will have when it is whole.
    name: str

    def write(self, name: str, content: bytes) -> str:
        """Write a file, and return its SHA-256."""
        chunks = [content[start : start + CHUNK] for start in range(0, len(content), CHUNK)]
        write_whole(self._path(name), self.seal.seal(chunks, self._place(name)))
        return sha256(content).hexdigest()

    def read(self, name: str, checksum: str) -> bytes:
        """Return the bytes of a file, or raise a BackupError where it is not what was written."""
        found = self._read(name, LARGEST_CATALOGUE)
        if sha256(found).hexdigest() != checksum:
            raise BackupError(BackupFault.ALTERED, self._path(name))
        return found

    def write_manifest(self, manifest: Manifest) -> None:
        """Write the list."""
        self.write(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1))

    def manifest(self) -> Manifest:
        """Return the list, or raise a BackupError."""
        try:
            return msgspec.json.decode(self._read(MANIFEST, LARGEST_MANIFEST), type=Manifest)
        except msgspec.MsgspecError as error:
            raise BackupError(BackupFault.UNREADABLE, self._path(MANIFEST)) from error

    def _read(self, name: str, largest: int) -> bytes:
        return b"".join(contents(self._path(name), self.seal, self._place(name), largest))

    def _path(self, name: str) -> Path:
        return self.root / f"{name}{self.seal.ending}"

    def _place(self, name: str) -> str:
        return f"{self.name}/{name}"


def name_of(moment: datetime) -> str:
    """Return what a snapshot of a moment in UTC is called: no disk minds these signs."""
    return moment.strftime("%Y-%m-%dT%H%M%SZ")


def is_name(name: str) -> bool:
    """Tell whether something is called as snapshots are."""
    return _NAME.fullmatch(name) is not None
