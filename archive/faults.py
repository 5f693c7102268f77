"""What can be wrong with the disk an archive lies on, told from the errors it leads to."""

import errno
import sqlite3
from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy.exc import DBAPIError

from archive.errors import CatalogueLostError


class Fault(StrEnum):
    """Why something could not be written or read. Nothing is lost by any but the last two."""

    FULL = "full"
    READ_ONLY = "read_only"
    #: Another process holds the catalogue.
    BUSY = "busy"
    DAMAGED = "damaged"
    #: The catalogue was deleted or replaced while it was open.
    GONE = "gone"


#: Faults that go by without anything having to be made anew.
PASSING = frozenset({Fault.FULL, Fault.READ_ONLY, Fault.BUSY})

_OF_DISK: Mapping[int, Fault] = {
    errno.ENOSPC: Fault.FULL,
    errno.EDQUOT: Fault.FULL,
    errno.EFBIG: Fault.FULL,
    errno.EROFS: Fault.READ_ONLY,
    errno.EACCES: Fault.READ_ONLY,
    errno.EPERM: Fault.READ_ONLY,
}

_OF_SQLITE: Mapping[int, Fault] = {
    sqlite3.SQLITE_FULL: Fault.FULL,
    # What cannot be read or written for a reason that SQLite does not know is most often the end of the disk.
    sqlite3.SQLITE_IOERR: Fault.FULL,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Fault.READ_ONLY,
    sqlite3.SQLITE_BUSY: Fault.BUSY,
    sqlite3.SQLITE_LOCKED: Fault.BUSY,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
}

#: The lower byte of SQLite's codes says what, the others say where.
_WHAT = 0xFF


def fault_of(error: BaseException | None) -> Fault | None:
    """Return which fault of the disk an error comes from, or None if it comes from none."""
    match error:
        case DBAPIError(orig=orig):
            return fault_of(orig)
        case CatalogueLostError():
            return Fault.GONE
        case sqlite3.Error():
            return _OF_SQLITE.get(getattr(error, "sqlite_errorcode", 0) & _WHAT)
        case OSError(errno=int(number)):
            return _OF_DISK.get(number)
        case _:
            return None
