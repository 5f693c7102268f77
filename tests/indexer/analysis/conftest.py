"""The lexicon and the chain are built once for all tests of the analysis."""

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.fixture(scope="session")
def analysis(lexicon: Lexicon) -> GermanAnalysis:
    return GermanAnalysis(lexicon)
