"""A copy of a catalogue as of one moment, made while others write."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from archive.catalogue.care import BackupTarget
from archive.catalogue.engine import PATIENCE
from archive.catalogue.people import OneTimeLink, WebSession

#: What is in no copy: secrets that let someone in, and where copies lie.
LEFT_OUT = (WebSession.__tablename__, OneTimeLink.__tablename__, BackupTarget.__tablename__)


@dataclass(frozen=True, slots=True)
class CatalogueCopy:
    """A catalogue as of one moment."""

    #: Of a SQLite file.
    content: bytes
    #: Name of its schema.
    schema: str
    documents: int
    #: SHA-256 of each original it lists → its bytes.
    originals: Mapping[str, int]


def copy_catalogue(path: Path) -> CatalogueCopy:
    """Return a copy of the catalogue at `path`; nobody who writes has to wait for it.

    It is made in a database of SQLite's own that no other process sees and that no crash leaves behind.

    Raises:
        sqlite3.DatabaseError: The catalogue is damaged.
    """
    with (
        closing(sqlite3.connect(path, timeout=PATIENCE / 1000)) as source,
        closing(sqlite3.connect("", isolation_level=None)) as copy,
    ):
        source.backup(copy)
        if (found := copy.execute("PRAGMA integrity_check").fetchone()) != ("ok",):
            raise sqlite3.DatabaseError(*found)
        for table in LEFT_OUT:
            copy.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of our own
        copy.execute("VACUUM")
        ((schema,),) = copy.execute("SELECT version_num FROM alembic_version").fetchall()
        originals = dict(copy.execute("SELECT checksum, size FROM version").fetchall())
        ((documents,),) = copy.execute("SELECT count(*) FROM document").fetchall()
        return CatalogueCopy(copy.serialize(), schema, documents, originals)
