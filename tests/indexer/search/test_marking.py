"""Marks in whole texts: what the search looked for, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.index.areas import Areas
from indexer.index.texts import Texts
from indexer.search.request import SearchRequest
from indexer.search.searcher import Searcher
from tests.indexer.conftest import Library, Sheet

Fill = Callable[..., Library]

TEXT = "Wann findet das Treffen statt? Wie macht man ein Plakat? Was wurde beschlossen: Wer macht Fotos?"


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("Wann findet das Treffen statt", ["Treffen"]),
        ("wer macht fotos", ["Fotos"]),
        ("Wie macht man ein Plakat?", ["Plakat"]),
        ("was wurde zu Plakaten beschlossen", ["Plakat", "beschlossen"]),
        ('"wie macht man"', ["Wie", "macht", "man"]),
        ("treffen -plakat", ["Treffen"]),
        ("@", []),
    ],
)
def test_words_that_only_put_a_question_are_not_marked(library: Fill, query: str, marked: list[str]) -> None:
    parts = library(one=Sheet(TEXT)).renewed().marker(SearchRequest(query=query))(TEXT)
    assert "".join(part.text for part in parts) == TEXT
    assert [part.text for part in parts if part.matched] == marked


def test_what_is_taken_literally_is_marked(library: Fill) -> None:
    query = "wann findet das Treffen statt"
    literally = SearchRequest(query=query, literal=(query,))
    parts = library(one=Sheet(TEXT)).renewed().marker(literally)(TEXT)
    assert {"findet", "Treffen"} <= {part.text for part in parts if part.matched}


def test_without_an_index_nothing_is_marked(german: GermanAnalysis, tmp_path: Path) -> None:
    searcher = Searcher(Areas.within(tmp_path), Texts(tmp_path / "texts.sqlite"), german)
    (part,) = searcher.marker(SearchRequest(query="treffen"))(TEXT)
    assert (part.text, part.matched) == (TEXT, False)
