"""One full home, made once, that every earlier schema is filled from."""

import pytest

from archive.home import Home
from tests.upgrades.filling import fill_home


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home of the newest schema in which every table has rows."""
    folder = tmp_path_factory.mktemp("upgrades")
    home = Home(folder / "full")
    fill_home(home.root, folder)
    return home
