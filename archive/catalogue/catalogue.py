"""The catalogue as the rest of the archive sees it: sessions for reading and for writing."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeVar

import structlog
from alembic.util import CommandError
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from archive.catalogue.engine import for_writing, for_writing_soon, open_engine
from archive.catalogue.kept import KeptReads
from archive.catalogue.migration import migrate
from archive.errors import CatalogueLostError, HomeUnusableError
from archive.faults import PASSING, Fault, fault_of

_log = structlog.get_logger()

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """An open catalogue, migrated to the schema of this program."""

    engine: Engine
    #: What most pages need, kept as long as nobody writes.
    kept: KeptReads
    path: Path
    #: The number by which the file system knows its file.
    number: int

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the catalogue at `path`, making or migrating it where needed.

        Raises:
            HomeUnusableError: The file is damaged or locked.
            NewerCatalogueError: A newer version of this program wrote it.
        """
        engine = open_engine(path)
        try:
            migrate(engine)
        except HomeUnusableError:
            engine.dispose()
            raise
        except (CommandError, DBAPIError) as error:
            engine.dispose()
            reason = str(error.orig if isinstance(error, DBAPIError) else error)
            raise HomeUnusableError(path, reason) from error
        return cls(engine, KeptReads(path), path, path.stat().st_ino)

    def fault(self) -> Fault | None:
        """Return why the catalogue cannot be read, or None if it can."""
        if not self._is_there():
            return Fault.GONE
        try:
            with self.engine.connect() as connection:
                connection.exec_driver_sql("SELECT version_num FROM alembic_version").one()
        except DBAPIError as error:
            return fault_of(error) or Fault.DAMAGED
        return None

    def close(self) -> None:
        """Give back every connection."""
        self.kept.close()
        self.engine.dispose()

    def truncate_log(self) -> bool:
        """Empty the write-ahead log, in which earlier states of the catalogue stand.

        Returns:
            Whether it is empty; False where someone goes on reading an earlier state.
        """
        connection = self.engine.raw_connection()
        try:
            cursor = connection.cursor()
            busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            cursor.close()
        finally:
            connection.close()
        return not busy

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one unchanging state and blocks nobody."""
        with Session(self.engine) as session:
            yield session

    def lasting(self, key: Hashable, read: Callable[[Session], Read]) -> Read:
        """Return what is read from the catalogue, the same as before as long as nobody has written to it.

        Args:
            key: Of what is read.
            read: Reads it, and leaves nothing in it that somebody could change.
        """

        def again() -> Read:
            with self.reading() as session:
                return read(session)

        return self.kept.get(key, again)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session that alone may write; all of it is kept, or after an error nothing.

        Raises:
            CatalogueLostError: The file was deleted or replaced: what is written now would be lost.
        """
        if not self._is_there():
            raise CatalogueLostError(self.path)
        with Session(for_writing(self.engine)) as session, session.begin():
            yield session

    @contextmanager
    def writing_if_possible(self) -> Iterator[Session]:
        """Give a session for what may be left out while nothing can be written: reading goes on without it."""
        try:
            with Session(for_writing_soon(self.engine)) as session, session.begin():
                yield session
        except DBAPIError as error:
            fault = fault_of(error)
            if fault not in PASSING:
                raise
            _log.warning("not recorded", fault=fault.value)

    def _is_there(self) -> bool:
        """Tell whether the file that was opened still lies where it lay."""
        try:
            return self.path.stat().st_ino == self.number
        except FileNotFoundError:
            return False
