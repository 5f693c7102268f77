"""Brings a catalogue to the schema of this program."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from archive.catalogue.engine import for_writing

#: Where the steps of the schema stand.
MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine, migrations: Path = MIGRATIONS) -> None:
    """Run the migrations that are missing, all of them or none.

    Several processes may do this at once: the first migrates, the others wait and find it done.
    """
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    with engine.connect() as connection:
        if _is_current(connection, config):
            return
    with for_writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _is_current(connection: Connection, config: Config) -> bool:
    heads = ScriptDirectory.from_config(config).get_heads()
    return set(MigrationContext.configure(connection).get_current_heads()) == set(heads)
