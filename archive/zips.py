"""Opens ZIP files without letting their table of contents fill the memory."""

import lzma
import re
import struct
import zipfile
import zlib
from pathlib import Path

from archive.errors import PackFault, UnsafePackError

#: Bytes of a table of contents: some 40,000 names. Python holds about ten times as much in memory.
LARGEST_DIRECTORY = 4 * 1024 * 1024

#: What Python raises on ZIP files and members that are damaged, locked, or packed in a way it does not know.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    RuntimeError,
    ValueError,
    IndexError,
    EOFError,
    OSError,
)

#: The record at the end of a ZIP file; its sixth part is the size of the table of contents [APPNOTE.TXT 4.3.16].
_END = struct.Struct("<4s4H2LH")
_END_MARK = re.compile(rb"PK\x05\x06")
#: Large files have another end record of 64 bits, whose ninth part is that size, and a locator, before it [4.3.14].
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_LOCATOR_MARK = b"PK\x06\x07"

#: Bytes at the end of a file in which all of these, and a comment, have their place.
TAIL = 65_535 + _END.size + _LOCATOR_64.size + _END_64.size


def open_zip(path: Path) -> zipfile.ZipFile:
    """Open a ZIP file for reading.

    Raises:
        UnsafePackError: It is damaged, or its table of contents too long.
    """
    if _directory_size(path) > LARGEST_DIRECTORY:
        raise UnsafePackError(PackFault.TOO_MANY)
    try:
        return zipfile.ZipFile(path)
    except UNREADABLE as error:
        raise UnsafePackError(PackFault.DAMAGED) from error


def _directory_size(path: Path) -> int:
    """Return the bytes of the table of contents; of several end records the worst counts."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        tail = file.read()
    ends = (found.start() for found in _END_MARK.finditer(tail))
    return max((_stated_size(tail, end) for end in ends), default=0)


def _stated_size(tail: bytes, end: int) -> int:
    """Return the size an end record states, or the one of 64 bits before it."""
    locator = end - _LOCATOR_64.size
    end_64 = locator - _END_64.size
    if end_64 >= 0 and tail.startswith(_LOCATOR_MARK, locator):
        return int(_END_64.unpack_from(tail, end_64)[8])
    if end + _END.size > len(tail):
        return 0
    return int(_END.unpack_from(tail, end)[5])
