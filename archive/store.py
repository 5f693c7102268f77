"""The write-once store: each file stands under the SHA-256 of its bytes and is never changed."""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from archive.durable import sync_folder
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
        return self.put_chunks(chunks(source))

    def put_chunks(self, content: Iterable[bytes]) -> str:
        """Write a file into the store, likewise, and return its SHA-256."""
        copy, checksum = self._copy(content)
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
        path = self.path(checksum)
        if path.exists():
            path.unlink()
            sync_folder(path.parent)

    def _copy(self, content: Iterable[bytes]) -> tuple[Path, str]:
        """Write a temporary file beside its later place, and return it with its checksum."""
        handle, name = tempfile.mkstemp(suffix=UNFINISHED, dir=self.root)
        copy = Path(name)
        try:
            with os.fdopen(handle, "wb") as target:
                for chunk in content:
                    target.write(chunk)
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
            sync_folder(folder)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in lower-case hexadecimal."""
    total = sha256()
    for chunk in chunks(path):
        total.update(chunk)
    return total.hexdigest()


def chunks(path: Path) -> Iterator[bytes]:
    """Yield a file's bytes; all chunks but the last have the same size."""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
