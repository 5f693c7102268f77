"""Words near each other against a plain reading of the positions."""

import tempfile
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis.plain import PlainAnalysis
from indexer.index.bulk import open_writer
from indexer.index.schema import passage_schema
from indexer.index.view import IndexView
from indexer.search.proximity import WINDOW, pairs
from tests.indexer.conftest import Library, Sheet
from tests.indexer.index.stock import WORDS
from tests.indexer.search.test_searcher import Fill, found

_passages = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30)
_terms = st.lists(st.sampled_from(WORDS), max_size=3, unique=True)


def expected(passages: list[list[str]], some: list[str], others: list[str]) -> dict[int, float]:
    """Measure the way from each place of one word to the nearest place of the other."""
    closeness: dict[int, float] = defaultdict(float)
    for number, words in enumerate(passages):
        there = [place for place, word in enumerate(words) if word in others and word not in some]
        for place, word in enumerate(words):
            gap = min((abs(place - other) for other in there), default=WINDOW + 1)
            if word in some and gap <= WINDOW:
                closeness[number] += 1 / gap
    return closeness


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_passages, min_size=1, max_size=6), min_size=1, max_size=3), _terms, _terms)
def test_words_are_near_each_other_where_few_words_lie_between(
    batches: list[list[list[str]]], some: list[str], others: list[str]
) -> None:
    schema = passage_schema(PlainAnalysis(), PlainAnalysis())
    with tempfile.TemporaryDirectory() as folder:
        for batch in batches:
            writer = open_writer(Path(folder), schema)
            for words in batch:
                writer.add_document(id="-", document="d", body=" ".join(words))
            writer.commit()
        view = IndexView(Path(folder), schema)
        near = pairs(view, "body", some, others)
        view.close()
    all_passages = [words for batch in batches for words in batch]
    closeness = dict(zip(near.ids.tolist(), near.weights.tolist(), strict=True))
    assert closeness == pytest.approx(expected(all_passages, some, others))


@pytest.fixture
def shelf(library: Fill) -> Library:
    """Two documents of the same words, in which only their order differs."""
    filling = "Am Nachmittag ging es im kleinen Saal um Bänke, Bäume, Beete und Lampen"
    return library(
        apart=Sheet(f"Jugend tanzt. {filling}. Beteiligung folgt."),
        near=Sheet(f"Beteiligung Jugend. {filling}. Tanzt folgt."),
    )


def test_words_that_stand_together_come_before_the_same_words_apart(shelf: Library) -> None:
    assert found(shelf, "Beteiligung Jugend") == ["near", "apart"]
    assert found(shelf, "Jugend tanzt") == ["apart", "near"]
