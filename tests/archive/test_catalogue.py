"""The catalogue's set-up: schema, migrations, transactions."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError, IntegrityError

from archive.archive import Archive, Receipt
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.engine import for_writing
from archive.catalogue.holdings import Document
from archive.catalogue.migration import MIGRATIONS, migrate
from archive.errors import HomeUnusableError, NewerCatalogueError

Offer = Callable[..., Receipt]

#: The last step of the schema.
HEAD = next(iter(ScriptDirectory(str(MIGRATIONS)).get_heads()))

#: A migration that fails after it has made a table.
FAILING = """
import sqlalchemy as sa
from alembic import op

revision = "fails"
down_revision = "%s"


def upgrade():
    op.create_table("half", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("INSERT INTO nowhere VALUES (1)")
"""


def test_the_migrations_lead_to_exactly_the_mapped_tables(archive: Archive) -> None:
    with archive._catalogue.engine.connect() as connection:  # noqa: SLF001 - looks at the schema
        assert compare_metadata(MigrationContext.configure(connection), Document.metadata) == []


def test_a_failed_migration_leaves_the_catalogue_as_it_was(archive: Archive, offer: Offer, tmp_path: Path) -> None:
    code = offer("Text").code
    migrations = tmp_path / "with 100% failure"
    shutil.copytree(MIGRATIONS, migrations)
    (migrations / "versions" / "9999_fails.py").write_text(FAILING % HEAD, encoding="utf-8")
    engine = archive._catalogue.engine  # noqa: SLF001 - migrates it
    with pytest.raises(DBAPIError, match="nowhere"):
        migrate(engine, migrations)
    assert "half" not in inspect(engine).get_table_names()
    with engine.connect() as connection:
        assert MigrationContext.configure(connection).get_current_heads() == (HEAD,)
    assert archive.describe(code).title == "Protokoll"


@pytest.mark.parametrize("path", ["catalogue.sqlite", "100% ä?#.sqlite"])
def test_a_catalogue_is_set_up_to_lose_nothing(tmp_path: Path, path: str) -> None:
    catalogue = Catalogue.open(tmp_path / path)
    with catalogue.engine.connect() as connection:
        told = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    catalogue.close()
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}
    assert (tmp_path / path).is_file()


def test_a_damaged_catalogue_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    path.write_bytes(b"This is not a database. " * 100)
    with pytest.raises(HomeUnusableError, match="not a database") as caught:
        Catalogue.open(path)
    assert caught.value.path == path


def test_a_catalogue_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    Catalogue.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(NewerCatalogueError, match="9999"):
        Catalogue.open(path)


@pytest.mark.parametrize("statement", ["UPDATE event SET detail = ''", "DELETE FROM event"])
def test_events_cannot_be_rewritten(archive: Archive, offer: Offer, statement: str) -> None:
    code = offer("Text").code
    before = archive.events(code)
    with pytest.raises(IntegrityError, match="only appended"), archive._catalogue.writing() as session:  # noqa: SLF001
        session.connection().exec_driver_sql(statement)
    assert archive.events(code) == before


def test_the_schema_can_be_taken_back(archive: Archive, offer: Offer) -> None:
    offer("Text")
    engine = archive._catalogue.engine  # noqa: SLF001 - migrates it
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with for_writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
