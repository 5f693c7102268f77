"""What several rooms of the house test with."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.home import Home
from indexer.analysis.german import GermanAnalysis

#: Who has not prepared the browser cannot even read its tests.
collect_ignore = [] if find_spec("playwright") else ["browser"]


@pytest.fixture(scope="session")
def german() -> GermanAnalysis:
    """The German chain; loading its lexicon takes seconds, so it is loaded once."""
    return GermanAnalysis.load()


@pytest.fixture
def home_folder(tmp_path: Path) -> Path:
    """A folder in which an archive may live."""
    return tmp_path / "home"


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of an archive that was opened once: to open a copy takes a quarter of the time of making one."""
    folder = tmp_path_factory.mktemp("pristine") / "home"
    Archive.open(Home(folder)).close()
    return folder


@pytest.fixture
def new_home(tmp_path: Path, pristine: Path) -> Path:
    """The home of an archive that was never used."""
    return shutil.copytree(pristine, tmp_path / "home")
