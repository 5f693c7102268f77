"""Writes a bag (BagIt 1.0): files go into its payload, each hashed as it is written; at the end it gets its manifests.

A bag is made beside the place where it is to stand, and moved there when it is whole.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

from archive.handover.errors import TargetNotEmptyError, TargetUnusableError
from archive.handover.manifests import DECLARATION, DECLARED, INFORMATION, MANIFEST, PAYLOAD, TAG_MANIFEST, lines
from archive.store import CHUNK


@dataclass(frozen=True)
class BagWriter:
    """A bag that is being filled."""

    root: Path
    _checksums: dict[str, str] = field(default_factory=dict)
    _sizes: dict[str, int] = field(default_factory=dict)

    @property
    def files(self) -> int:
        """How many files are in its payload."""
        return len(self._sizes)

    @property
    def size(self) -> int:
        """How many bytes all of them have."""
        return sum(self._sizes.values())

    def write(self, path: str, chunks: Iterable[bytes]) -> str:
        """Write a file of the payload.

        Args:
            path: Within the payload, with slashes.
            chunks: Its bytes.

        Returns:
            Its SHA-256.
        """
        target = self.root / PAYLOAD / path
        target.parent.mkdir(parents=True, exist_ok=True)
        total, size = sha256(), 0
        with target.open("xb") as file:
            for chunk in chunks:
                total.update(chunk)
                size += len(chunk)
                file.write(chunk)
        self._checksums[f"{PAYLOAD}/{path}"] = total.hexdigest()
        self._sizes[path] = size
        return total.hexdigest()

    def write_text(self, path: str, text: str) -> None:
        """Write a text of the payload, in UTF-8."""
        self.write(path, [text.encode()])

    def copy(self, path: str, source: Path) -> str:
        """Copy a file into the payload, and return the SHA-256 of what was copied."""
        return self.write(path, _chunks(source))

    def remove(self, path: str) -> None:
        """Take a file out of the payload."""
        (self.root / PAYLOAD / path).unlink()
        del self._checksums[f"{PAYLOAD}/{path}"], self._sizes[path]

    def close(self, readme: tuple[str, str], information: Iterable[tuple[str, str]]) -> None:
        """Write what makes it a bag.

        Args:
            readme: Name and text of what people read first.
            information: Labels and values for `bag-info.txt`, beside its date and its size.
        """
        told = [
            ("Bagging-Date", date.today().isoformat()),  # noqa: DTZ011 - the day where the bag is made
            ("Payload-Oxum", f"{self.size}.{self.files}"),
            *information,
        ]
        tags = {
            DECLARATION: DECLARED,
            INFORMATION: "".join(f"{label}: {' '.join(value.split())}\n" for label, value in told),
            MANIFEST: "".join(lines(self._checksums)),
            readme[0]: readme[1],
        }
        for name, text in tags.items():
            (self.root / name).write_bytes(text.encode())
        checksums = {name: sha256(text.encode()).hexdigest() for name, text in tags.items()}
        (self.root / TAG_MANIFEST).write_bytes("".join(lines(checksums)).encode())


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Give a folder beside a place; it moves there in the end, or after an error is gone.

    Raises:
        TargetNotEmptyError: Something stands at that place already.
        TargetUnusableError: The file system refuses.
    """
    if target.is_symlink() or (target.exists() and not (target.is_dir() and not any(target.iterdir()))):
        raise TargetNotEmptyError(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        raise TargetUnusableError(target, error.strerror or str(error)) from error
    try:
        yield made
        os.sync()
        if target.exists():
            target.rmdir()
        made.replace(target)
    except OSError as error:
        raise TargetUnusableError(target, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _chunks(source: Path) -> Iterator[bytes]:
    with source.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
