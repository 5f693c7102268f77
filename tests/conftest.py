"""What several rooms of the house test with."""

from pathlib import Path

import pytest

from indexer.analysis.german import GermanAnalysis


@pytest.fixture(scope="session")
def german() -> GermanAnalysis:
    """The German chain; loading its lexicon takes seconds, so it is loaded once."""
    return GermanAnalysis.load()


@pytest.fixture
def home_folder(tmp_path: Path) -> Path:
    """A folder in which an archive may live."""
    return tmp_path / "home"
