"""An earlier version of the program leaves the home of a later one alone, and says why."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archive.home import Home
from tests.upgrades.homes import SCHEMAS
from tests.walk.terminal import Terminal


@pytest.fixture
def newer(full: Home, tmp_path: Path) -> Home:
    """A home as a later version would leave it, with a table that this one knows nothing of."""
    home = Home(Path(shutil.copytree(full.root, tmp_path / "home")))
    with closing(sqlite3.connect(home.catalogue)) as connection:
        connection.execute("CREATE TABLE of_tomorrow (id INTEGER)")
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    return home


@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("reindex",),
        ("search", "graffiti"),
        ("start", "--port", "0"),
        ("ingest", __file__),
        ("samples", "add"),
    ],
)
def test_no_command_touches_it(newer: Home, command: tuple[str, ...]) -> None:
    before = _content(newer)
    result = Terminal(newer.root).run(*command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"Schema 9999, diese Fassung kennt {SCHEMAS[-1]}" in result.stderr
    assert "Nehmen Sie die neuere Fassung des Programms" in result.stderr
    assert _content(newer) == before


def _content(home: Home) -> list[str]:
    with closing(sqlite3.connect(home.catalogue)) as connection:
        return list(connection.iterdump())
