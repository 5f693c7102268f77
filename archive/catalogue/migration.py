"""Brings a catalogue to the schema of this program."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from archive.catalogue.engine import for_writing
from archive.errors import NewerCatalogueError

#: Where the steps of the schema stand.
MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine, migrations: Path = MIGRATIONS) -> None:
    """Run the migrations that are missing, all of them or none.

    Several processes may do this at once: the first migrates, the others wait and find it done.

    Raises:
        NewerCatalogueError: A newer version of this program wrote the catalogue.
    """
    config = _config(migrations)
    with engine.connect() as connection:
        schemas = MigrationContext.configure(connection).get_current_heads()
    steps = ScriptDirectory.from_config(config)
    if set(schemas) == set(steps.get_heads()):
        return
    known = {each.revision for each in steps.walk_revisions()}
    for schema in schemas:
        if schema not in known:
            raise NewerCatalogueError(Path(engine.url.database or ""), schema, newest_schema())
    with for_writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def migrate_to(engine: Engine, schema: str) -> None:
    """Bring an empty catalogue to an earlier schema, or raise CommandError if this program does not know it."""
    config = _config(MIGRATIONS)
    with for_writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, schema)


def newest_schema() -> str:
    """Return the name of the schema of this program."""
    (head,) = ScriptDirectory.from_config(_config(MIGRATIONS)).get_heads()
    return head


def _config(migrations: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    return config
