"""What is wrong with the home itself: its catalogue, its owner, its rights, its disk."""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from archive.home import OWNER_ONLY, Home

#: Bytes below which a disk is nearly full: two of the largest uploads.
LEAST_FREE = 1_000_000_000


class HomeFaultKind(StrEnum):
    """What may be wrong with a home."""

    #: SQLite itself finds the catalogue damaged.
    DAMAGED_CATALOGUE = "damaged_catalogue"
    #: Rows of the catalogue refer to rows that are not there.
    BROKEN_REFERENCES = "broken_references"
    #: Other accounts of the machine may enter.
    OPEN_TO_OTHERS = "open_to_others"
    #: Something in the home belongs to another account than the home.
    FOREIGN_OWNER = "foreign_owner"
    NEARLY_FULL = "nearly_full"
    #: The index is not what was written; it can be built again.
    DAMAGED_INDEX = "damaged_index"


#: Faults after which the archive must not be used further.
SERIOUS = frozenset({HomeFaultKind.DAMAGED_CATALOGUE, HomeFaultKind.BROKEN_REFERENCES})


@dataclass(frozen=True, slots=True)
class HomeFault:
    """Something that is wrong with a home."""

    kind: HomeFaultKind
    path: Path
    #: Rows or files that are concerned, or bytes that are left; 0 where nothing is counted.
    count: int = 0
    #: The table, or what SQLite says.
    detail: str = ""


def home_faults(home: Home, least_free: int = LEAST_FREE) -> Iterator[HomeFault]:
    """Yield what is wrong with a home whose catalogue can be opened."""
    yield from _catalogue_faults(home.catalogue)
    if home.root.stat().st_mode & 0o777 & ~OWNER_ONLY:
        yield HomeFault(HomeFaultKind.OPEN_TO_OTHERS, home.root)
    yield from _foreign(home.root)
    free = shutil.disk_usage(home.root).free
    if free < least_free:
        yield HomeFault(HomeFaultKind.NEARLY_FULL, home.root, free)


def _catalogue_faults(path: Path) -> Iterator[HomeFault]:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        try:
            (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            dangling = Counter(table for table, *_ in connection.execute("PRAGMA foreign_key_check"))
        except sqlite3.DatabaseError as error:
            said, dangling = str(error), Counter[str]()
    if said != "ok":
        yield HomeFault(HomeFaultKind.DAMAGED_CATALOGUE, path, detail=said.splitlines()[0])
    for table, count in sorted(dangling.items()):
        yield HomeFault(HomeFaultKind.BROKEN_REFERENCES, path, count, table)


def _foreign(root: Path) -> Iterator[HomeFault]:
    owner = root.stat().st_uid
    foreign = sorted(each for each in root.rglob("*") if _owner(each, owner) != owner)
    if foreign:
        yield HomeFault(HomeFaultKind.FOREIGN_OWNER, foreign[0], len(foreign))


def _owner(path: Path, otherwise: int) -> int:
    try:
        return path.lstat().st_uid
    except FileNotFoundError:
        return otherwise  # the running archive has taken it away since
