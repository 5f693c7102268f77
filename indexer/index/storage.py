"""Opens the files of the index without copying them.

Whoosh maps a file into memory and then copies all of it for each part it opens: every process would hold the whole
index. Here a part is a view into the map; the kernel shares the pages between processes and takes them back at will.
"""

import mmap
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from whoosh import fields, index
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

#: A commit may replace files between reading the table of contents and opening them: try again this often …
_ATTEMPTS = 20
#: … after so many seconds.
_PAUSE = 0.02

#: The name under which Whoosh keeps an index in its folder.
INDEX_NAME = index._DEF_INDEX_NAME  # noqa: SLF001 - it has no public name

_Opened = TypeVar("_Opened")


class _Cursor:
    """A place in a stretch of bytes, moved by reading: as much of a file as Whoosh and pickle ask for."""

    def __init__(self, view: memoryview) -> None:
        self._view = view
        self._at = 0

    def read(self, size: int | None = -1) -> bytes:
        end = len(self._view) if size is None or size < 0 else min(self._at + size, len(self._view))
        found = bytes(self._view[self._at : end])
        self._at = max(self._at, end)
        return found

    def readline(self) -> bytes:
        rest = bytes(self._view[self._at :])
        line = rest[: rest.find(b"\n") + 1] or rest
        self._at += len(line)
        return line

    def seek(self, place: int, whence: int = 0) -> int:
        self._at = (0, self._at, len(self._view))[whence] + place
        return self._at

    def tell(self) -> int:
        return self._at


class MappedFile(StructFile):  # type: ignore[misc] # Whoosh carries no types
    """A file, or a part of one, that is read where the kernel mapped it."""

    def __init__(self, view: memoryview, name: str) -> None:
        super().__init__(_Cursor(view), name=name)
        self.view = view

    def get(self, position: int, length: int) -> bytes:
        """Return a stretch of bytes."""
        return bytes(self.view[position : position + length])

    def subset(self, offset: int, length: int, name: str | None = None) -> "MappedFile":
        """Return a part of the file."""
        return MappedFile(self.view[offset : offset + length], name or str(self))


class MappedStorage(FileStorage):  # type: ignore[misc] # Whoosh carries no types
    """A folder whose files are mapped when they are read.

    The maps go with the last array or file that looks into them.
    """

    def __init__(self, folder: Path) -> None:
        self._maps: weakref.WeakSet[mmap.mmap] = weakref.WeakSet()
        # Whoosh is told not to map, for it would copy.
        super().__init__(str(folder), supports_mmap=False)

    def open_file(self, name: str, **_: object) -> MappedFile:
        """Open a file for reading."""
        with Path(self.folder, name).open("rb") as file:
            if not file.seek(0, 2):
                return MappedFile(memoryview(b""), name)  # what is empty cannot be mapped
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._maps.add(mapped)
            return MappedFile(memoryview(mapped), name)

    def let_go(self) -> None:
        """Leave the pages that were looked at to the kernel, which has them at hand when they are looked at again."""
        for mapped in tuple(self._maps):
            mapped.madvise(mmap.MADV_DONTNEED)

    def temp_storage(self, name: str | None = None) -> FileStorage:
        """Return a folder inside this one for what a writer needs for a while."""
        return MappedStorage(Path(self.folder, name or "temporary")).create()


def open_index(generation: Path, schema: fields.Schema) -> index.FileIndex:
    """Open a generation of the index.

    Raises:
        whoosh.index.EmptyIndexError: Nothing was ever committed to it.
    """
    return patiently(lambda: index.FileIndex(MappedStorage(generation), schema=schema))


def patiently(open_: Callable[[], _Opened]) -> _Opened:
    """Open something that a commit may be replacing at this moment."""
    for _ in range(_ATTEMPTS):
        try:
            return open_()
        except (FileNotFoundError, index.EmptyIndexError):
            time.sleep(_PAUSE)
    return open_()
