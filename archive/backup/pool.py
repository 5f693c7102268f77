"""The originals in a folder of backups: each of them once, however many snapshots name it."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from archive.backup.errors import BackupError, BackupFault
from archive.backup.reading import contents
from archive.backup.sealing import Seal
from archive.backup.writing import write_whole
from archive.store import UNFINISHED

#: Name of its folder.
FOLDER = "dateien"

_NAME = re.compile(r"[0-9a-f]{64}")


class DamagedError(Exception):
    """What was to be copied is not what its checksum says."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The folder of the originals, named by what the seal makes of their SHA-256."""

    root: Path
    seal: Seal

    def put(self, checksum: str, chunks: Iterable[bytes]) -> None:
        """Write a file, whose bytes are compared with its checksum while they are read.

        Raises:
            DamagedError: They are others; nothing is kept.
        """
        path = self._path(checksum)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, self.seal.seal(_compared(checksum, chunks), self._place(checksum)))

    def holds(self, checksum: str) -> bool:
        """Tell whether a file of this name is there, whatever is in it."""
        return self._path(checksum).is_file()

    def read(self, checksum: str, size: int) -> Iterator[bytes]:
        """Yield the bytes of a file, of which the last come only if all are what they were.

        Raises:
            BackupError: The file is not there, or not what was put.
        """
        chunks = contents(self._path(checksum), self.seal, self._place(checksum), size)
        try:
            yield from _compared(checksum, chunks)
        except DamagedError as error:
            raise BackupError(BackupFault.ALTERED, self._path(checksum)) from error

    def is_sound(self, checksum: str, size: int) -> bool:
        """Read a file in full, and tell whether it is what was put."""
        try:
            for _ in self.read(checksum, size):
                pass
        except BackupError:
            return False
        return True

    def keep_only(self, checksums: Collection[str]) -> int:
        """Delete all other files, and return their number."""
        kept = {self._path(each) for each in checksums}
        gone = [path for path in self._files() if path not in kept]
        for path in gone:
            path.unlink(missing_ok=True)
        return len(gone)

    def remove_all(self, checksums: Iterable[str]) -> int:
        """Delete these files, and return the number of those that were there."""
        gone = [path for path in map(self._path, checksums) if path.exists()]
        for path in gone:
            path.unlink()
        return len(gone)

    def clear_up(self) -> None:
        """Delete what was broken off."""
        for path in self.root.glob(f"*/*{UNFINISHED}"):
            path.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        return [path for path in self.root.glob("??/*") if _NAME.fullmatch(path.name.removesuffix(self.seal.ending))]

    def _path(self, checksum: str) -> Path:
        return self.root.parent / self._place(checksum)

    def _place(self, checksum: str) -> str:
        name = self.seal.name(checksum)
        return f"{FOLDER}/{name[:2]}/{name}{self.seal.ending}"


def _compared(checksum: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield chunks, of which the last comes only if all have this checksum."""
    total, waiting = sha256(), b""
    for chunk in chunks:
        if waiting:
            yield waiting
        waiting = chunk
        total.update(chunk)
    if total.hexdigest() != checksum:
        raise DamagedError(checksum)
    if waiting:
        yield waiting
