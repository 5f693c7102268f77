"""The way to the catalogue: SQLite set up so that readers never wait and writers never lose."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

#: Milliseconds a writer waits for another; accessions are short, a migration may take seconds.
PATIENCE = 30_000

#: … and one that writes what may be left out, such as when somebody was last here: nobody waits for that.
SHORT_PATIENCE = 500

#: KiB of pages a connection keeps; each thread has one, and the system keeps the file's pages for all of them.
KEPT_PAGES = 512

#: Execution option with the milliseconds a transaction waits for another.
WAIT = "catalogue_wait"

#: Execution option that names how a transaction begins.
BEGIN = "catalogue_begin"


def open_engine(path: Path) -> Engine:
    """Return an engine for reading the catalogue at `path`."""
    engine = create_engine(URL.create("sqlite", database=str(path)), hide_parameters=True)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Return the same engine, beginning each transaction as a writer.

    A transaction that reads first and writes later would fail when another writer came between;
    one that is a writer from its first statement waits its turn instead.
    """
    return engine.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})


def for_writing_soon(engine: Engine) -> Engine:
    """Return the same engine, whose writers give up after a moment."""
    return engine.execution_options(**{BEGIN: "BEGIN IMMEDIATE", WAIT: SHORT_PATIENCE})


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own transactions would commit before each change of the schema, and leave half a migration behind.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA cache_size = -{KEPT_PAGES}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What is deleted or overwritten may be personal: nothing of it stays in the free pages of the file.
    connection.execute("PRAGMA secure_delete = ON")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    _wait(connection, options.get(WAIT, PATIENCE))
    connection.exec_driver_sql(options.get(BEGIN, "BEGIN"))


def _wait(connection: Connection, wait: int) -> None:
    """Set how long the transaction to come waits for another, unless its connection waits so long already."""
    if connection.info.get(WAIT, PATIENCE) != wait:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {wait}")
        connection.info[WAIT] = wait
