"""The write-once store: each file stands under the SHA-256 of its bytes and is never changed."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from archive.errors import UnknownFileError

#: Held files are only ever read.
READ_ONLY = 0o444
#: Bytes read at a time.
CHUNK = 1024 * 1024
#: Ending of files that are still being written; one that stays behind is the trace of a crash.
UNFINISHED = ".part"

_CHECKSUM = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of the original files."""

    root: Path

    def put(self, source: Path) -> str:
        """Copy a file into the store and return its SHA-256.

        When this returns, the bytes are on disk, even if the power fails. Storing the same bytes again changes nothing.
        """
        copy, checksum = self._copy(source)
        if self.holds(checksum):
            copy.unlink()
        else:
            self._settle(copy, checksum)
        return checksum

    def path(self, checksum: str) -> Path:
        """Return where the file with this checksum stands or would stand.

        Raises:
            UnknownFileError: This is not a SHA-256 in lower-case hexadecimal.
        """
        if not _CHECKSUM.fullmatch(checksum):
            raise UnknownFileError(checksum)
        return self.root / checksum[:2] / checksum[2:4] / checksum

    def holds(self, checksum: str) -> bool:
        """Tell whether a file with this checksum is in the store."""
        return self.path(checksum).is_file()

    def open(self, checksum: str) -> BinaryIO:
        """Open a file for reading.

        Raises:
            UnknownFileError: The store holds no such file.
        """
        try:
            return self.path(checksum).open("rb")
        except FileNotFoundError as error:
            raise UnknownFileError(checksum) from error

    def checksums(self) -> Iterator[str]:
        """Yield the checksum each held file is named by, in order."""
        names = (path.name for path in sorted(self.root.glob("??/??/*")))
        return (name for name in names if _CHECKSUM.fullmatch(name))

    def unfinished(self) -> Iterator[Path]:
        """Yield files that are being written, or were when the power failed."""
        return self.root.glob(f"*{UNFINISHED}")

    def remove(self, checksum: str) -> None:
        """Delete a file for good; only for samples and where the law demands it."""
        self.path(checksum).unlink(missing_ok=True)

    def _copy(self, source: Path) -> tuple[Path, str]:
        """Copy a file to a temporary one beside its later place, and return it with its checksum."""
        handle, name = tempfile.mkstemp(suffix=UNFINISHED, dir=self.root)
        copy = Path(name)
        try:
            with source.open("rb") as original, os.fdopen(handle, "wb") as target:
                shutil.copyfileobj(original, target, CHUNK)
                target.flush()
                os.fsync(target.fileno())
            return copy, digest(copy)
        except BaseException:
            copy.unlink()
            raise

    def _settle(self, copy: Path, checksum: str) -> None:
        """Give a complete copy its name, and make that name survive a power failure."""
        target = self.path(checksum)
        target.parent.mkdir(parents=True, exist_ok=True)
        copy.chmod(READ_ONLY)
        copy.replace(target)
        for folder in (target.parent, target.parent.parent, self.root):
            _sync_folder(folder)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in lower-case hexadecimal."""
    total = sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            total.update(chunk)
    return total.hexdigest()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
