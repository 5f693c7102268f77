"""Homes as earlier versions of the program left them: an earlier schema, with the rows it can hold."""

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from alembic.script import ScriptDirectory

from archive.catalogue.engine import open_engine
from archive.catalogue.migration import MIGRATIONS, migrate_to
from archive.home import Home

#: Every schema there has been, the first one first.
SCHEMAS = tuple(each.revision for each in reversed(list(ScriptDirectory(str(MIGRATIONS)).walk_revisions())))

#: Table → its rows, each a tuple of some columns.
Rows = Mapping[str, list[tuple[object, ...]]]


def older_home(full: Home, schema: str, root: Path) -> Home:
    """Make a home of an earlier schema: the same originals, no index, and of the rows all that the schema has room for.

    Args:
        full: A home of the newest schema.
        schema: Name of the earlier one.
        root: Where to make the home.
    """
    home = Home(root)
    home.prepare()
    shutil.copytree(full.store, home.store, dirs_exist_ok=True)
    shutil.copy2(full.fingerprint_secret, home.fingerprint_secret)
    engine = open_engine(home.catalogue)
    migrate_to(engine, schema)
    engine.dispose()
    with closing(sqlite3.connect(home.catalogue, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS full", (str(full.catalogue),))
        connection.execute("BEGIN")
        for table, columns in tables(connection).items():
            named = ", ".join(f'"{each}"' for each in columns)
            connection.execute(f'INSERT INTO main."{table}" ({named}) SELECT {named} FROM full."{table}"')  # noqa: S608 - names of our schema
        connection.execute("COMMIT")
    return home


def tables(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the columns of every table of a catalogue."""
    names = connection.execute(
        "SELECT name FROM main.sqlite_master "
        "WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name != 'alembic_version'"
    )
    return {name: [row[1] for row in connection.execute(f'PRAGMA main.table_info("{name}")')] for (name,) in names}


def rows(catalogue: Path, wanted: Mapping[str, list[str]]) -> Rows:
    """Return the rows of some columns of a catalogue, in the order of their values."""
    with closing(sqlite3.connect(catalogue)) as connection:
        found = {}
        for table, columns in wanted.items():
            named = ", ".join(f'"{each}"' for each in columns)
            found[table] = connection.execute(f'SELECT {named} FROM "{table}" ORDER BY {named}').fetchall()  # noqa: S608 - likewise
        return found


def columns_of(catalogue: Path) -> dict[str, list[str]]:
    """Return the columns of every table of a catalogue."""
    with closing(sqlite3.connect(catalogue)) as connection:
        return tables(connection)


def schema_of(catalogue: Path) -> dict[str, str]:
    """Return the statement that makes each table, index and trigger, with every run of blanks as one."""
    with closing(sqlite3.connect(catalogue)) as connection:
        found = connection.execute("SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return {name: " ".join(sql.split()) for name, sql in found}


def complaints(catalogue: Path) -> list[tuple[object, ...]]:
    """Return what SQLite itself finds wrong with a catalogue."""
    with closing(sqlite3.connect(catalogue)) as connection:
        damage = connection.execute("PRAGMA integrity_check").fetchall()
        return [*connection.execute("PRAGMA foreign_key_check").fetchall(), *(row for row in damage if row != ("ok",))]
