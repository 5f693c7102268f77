"""What several rooms of the house test with."""

from importlib.util import find_spec
from pathlib import Path

import pytest

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
