"""Takes over what a bag holds, into a home that does not exist yet: all of it, or nothing.

The rows of the catalogue are put into the schema they were written in, and then migrated like any older catalogue. No
index and no text is taken from a bag: both are made anew from the originals.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import msgspec
from alembic.util import CommandError
from sqlalchemy import MetaData, insert, select
from sqlalchemy.exc import SQLAlchemyError

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.engine import for_writing, open_engine
from archive.catalogue.holdings import Version
from archive.catalogue.migration import migrate_to
from archive.handover.bag import new_folder
from archive.handover.checking import CheckedBag, check
from archive.handover.erased import leave_out
from archive.handover.errors import BagError, BagFault
from archive.handover.giving import CATALOGUE, OVERVIEW, STATEMENTS
from archive.handover.records import LONGEST, read
from archive.handover.soundness import make_sure
from archive.handover.tables import TRAVELLING, travelling_tables
from archive.home import Home
from archive.store import Store

#: Rows that are put into the catalogue at once.
PORTION = 1000


class Overview(msgspec.Struct, forbid_unknown_fields=True):
    """What a bag says of the rows it holds."""

    #: Name of the schema they were written in.
    schema: Annotated[str, msgspec.Meta(pattern=r"^\d{4}$")]
    extent: str
    #: Table → number of rows.
    rows: dict[str, int]
    #: Checksums of files that were lost before the bag was made.
    missing: list[str]


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken over."""

    documents: int
    files: int
    #: Checksums of files that were lost before the bag was made.
    missing: tuple[str, ...]
    #: How many documents, and earlier versions of others, were left out because they have been erased since.
    left_out: int


def take_over(bag: Path, target: Path, erased: Collection[str] = frozenset()) -> Taken:
    """Make a home of what a bag holds.

    Args:
        bag: The folder of the bag.
        target: The home, which must not be there, or be empty.
        erased: Checksums of files that were erased since the bag was made: nothing of them is taken over.

    Raises:
        BagError: The bag is damaged, unsafe, or not one of these.
        TargetNotEmptyError: There is something in the home.
        TargetUnusableError: The home cannot be made there.
    """
    with new_folder(target) as folder:
        checked = check(bag)
        overview = _overview(checked)
        home = Home(folder)
        home.prepare()
        _fill(home, checked, overview)
        left_out = leave_out(home, erased)
        taken = replace(_keep_files(home, checked, overview), left_out=left_out)
        if STATEMENTS in checked.checksums:
            home.statements.write_bytes(checked.path(STATEMENTS).read_bytes())
    return taken


def _overview(bag: CheckedBag) -> Overview:
    if OVERVIEW not in bag.checksums:
        raise BagError(BagFault.NO_HOLDINGS, OVERVIEW)
    try:
        return msgspec.json.decode(_text(bag, OVERVIEW), type=Overview)
    except msgspec.MsgspecError as error:
        raise BagError(BagFault.UNREADABLE, OVERVIEW) from error


def _text(bag: CheckedBag, name: str) -> bytes:
    path = bag.path(name)
    if path.stat().st_size > LONGEST:
        raise BagError(BagFault.TOO_LARGE, name)
    return path.read_bytes()


def _fill(home: Home, bag: CheckedBag, overview: Overview) -> None:
    """Make the catalogue, and find out whether this program can live with what is in it."""
    engine = open_engine(home.catalogue)
    try:
        migrate_to(engine, overview.schema)
        schema = MetaData()
        schema.reflect(engine)
        with for_writing(engine).begin() as connection:
            for table in _named(schema, overview.rows):
                rows = read(_text(bag, f"{CATALOGUE}/{table.name}.json"), table)
                if len(rows) != overview.rows[table.name]:
                    raise BagError(BagFault.UNREADABLE, f"{table.name}.json")
                for start in range(0, len(rows), PORTION):
                    connection.execute(insert(table), rows[start : start + PORTION])
    except CommandError as error:
        raise BagError(BagFault.NEWER, overview.schema) from error
    except (SQLAlchemyError, OverflowError) as error:
        raise BagError(BagFault.UNREADABLE, CATALOGUE) from error
    finally:
        engine.dispose()
    _make_sure(home)


def _named(schema: MetaData, rows: Mapping[str, int]) -> Iterable[Any]:
    """Return the tables a bag tells of, each after those it refers to."""
    if not rows.keys() <= TRAVELLING & schema.tables.keys():
        raise BagError(BagFault.UNREADABLE, OVERVIEW)
    return [table for table in schema.sorted_tables if table.name in rows]


def _make_sure(home: Home) -> None:
    """Read everything as this program will."""
    catalogue = Catalogue.open(home.catalogue)
    try:
        with catalogue.reading() as session:
            for table in travelling_tables():
                for _ in session.execute(select(table)):
                    pass
            make_sure(session)
    except (LookupError, ValueError, TypeError, SQLAlchemyError) as error:
        raise BagError(BagFault.UNREADABLE, CATALOGUE) from error
    finally:
        catalogue.close()


def _keep_files(home: Home, bag: CheckedBag, overview: Overview) -> Taken:
    """Put the originals into the store, each of which has to be there unless it was lost before."""
    store, paths = Store(home.store), bag.by_checksum()
    catalogue = Catalogue.open(home.catalogue)
    try:
        with catalogue.reading() as session:
            wanted = session.execute(select(Version.checksum, Version.size, Version.document_id)).all()
    finally:
        catalogue.close()
    lost = set(overview.missing)
    kept = [each for each in wanted if each.checksum not in lost]
    for each in kept:
        if each.checksum not in paths:
            raise BagError(BagFault.MISSING, each.checksum)
        path = bag.path(paths[each.checksum])
        if path.stat().st_size != each.size or store.put(path) != each.checksum:
            raise BagError(BagFault.ALTERED, paths[each.checksum])
    documents = len({each.document_id for each in wanted})
    return Taken(documents, len(kept), tuple(sorted(lost & {each.checksum for each in wanted})), 0)
