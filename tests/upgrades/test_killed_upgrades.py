"""An upgrade that is killed in the middle leaves the home as it was, and the next start finishes it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.home import Home
from tests.upgrades.homes import SCHEMAS, columns_of, complaints, older_home, rows, schema_of
from tests.walk.server import PATIENCE

#: The first schema has the longest way to go.
OLDEST = SCHEMAS[0]

#: So many upgrades are killed, at moments spread over all of it; the last before its commit.
KILLS = 8


def test_wherever_it_is_killed_the_next_start_finishes_it(full: Home, tmp_path: Path) -> None:
    through = older_home(full, OLDEST, tmp_path / "through")
    total = int(_upgrade(through.catalogue, sys.maxsize))
    assert total > KILLS
    for fatal in (round(1 + (total - 1) * each / (KILLS - 1)) for each in range(KILLS)):
        home = older_home(full, OLDEST, tmp_path / f"killed-{fatal}")
        columns = columns_of(home.catalogue)
        before = rows(home.catalogue, columns)
        assert _upgrade(home.catalogue, fatal) == "stopped"
        assert columns_of(home.catalogue) == columns
        assert complaints(home.catalogue) == []
        Archive.open(home).close()
        assert rows(home.catalogue, columns) == before
        assert complaints(home.catalogue) == []
        assert schema_of(home.catalogue) == schema_of(full.catalogue)


@pytest.mark.parametrize("schema", SCHEMAS[-2:])
def test_several_processes_may_begin_at_once(full: Home, schema: str, tmp_path: Path) -> None:
    home = older_home(full, schema, tmp_path / "home")
    command = [sys.executable, "-m", "tests.upgrades.dying", str(home.catalogue), str(sys.maxsize)]
    processes = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(4)]
    assert [each.wait(PATIENCE) for each in processes] == [0] * 4
    assert complaints(home.catalogue) == []
    assert schema_of(home.catalogue) == schema_of(full.catalogue)


def _upgrade(catalogue: Path, fatal: int) -> str:
    """Upgrade a catalogue in another process, which is killed where it stops; return what it said."""
    command = [sys.executable, "-m", "tests.upgrades.dying", str(catalogue), str(fatal)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = process.stdout.readline().strip()
        if said == "stopped":
            os.kill(process.pid, signal.SIGKILL)
        assert process.wait(PATIENCE) == (-signal.SIGKILL if said == "stopped" else 0)
    return said
