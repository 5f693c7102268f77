"""A title speaks for a document, not for each of its passages."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from archive.rights import STAFF, VISITOR
from archive.synonyms import SynonymEntry
from archive.values import Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.search import views, wordings
from indexer.search.request import SearchRequest, Spelling
from indexer.search.searcher import Searcher
from tests.indexer.conftest import Library, Sheet

Fill = Callable[..., Library]

FACHTAG = Sheet(
    "Die Wand wurde eröffnet.\fGraffiti braucht einen Ort.\fEs gab Kaffee.",
    title="Fachtag Graffiti",
    sites=("Gotha",),
)


@pytest.mark.parametrize(
    ("query", "passages"),
    [
        ("graffiti", 1),
        ("fachtag graffiti", 1),
        # no passage says it: the title speaks for all of them
        ("fachtag", 3),
        ("fachtag -wand", 2),
        ('"graffiti braucht"', 1),
        ("", 3),
    ],
)
def test_passages_count_that_say_a_word_themselves(library: Fill, query: str, passages: int) -> None:
    page = library(one=FACHTAG).renewed().search(SearchRequest(query=query))
    assert (page.total_documents, page.total_passages) == (1, passages)


@pytest.mark.parametrize("query", ["graffiti -ort", 'graffiti -"einen Ort"', "graffiti -ort*"])
def test_what_is_left_out_brings_nothing_else_in(library: Fill, query: str) -> None:
    assert library(one=FACHTAG).renewed().search(SearchRequest(query=query)).total_passages == 0


def test_each_document_is_taken_by_itself(library: Fill) -> None:
    titled = Sheet("Kaffee.\fKuchen.", title="Graffiti in Peine")
    page = library(one=FACHTAG, two=titled).renewed().search(SearchRequest(query="graffiti"))
    assert {hit.document: hit.total_passages for hit in page.hits} == {"one": 1, "two": 2}


#: Words of the glossary, in other forms, in compounds, of two meanings and of two words.
GLOSSARY_WORDS = ("ISEK", "Quartier", "Quartiere", "Jugendquartiersrat", "Jugend", "SGB II", "Soziale Stadt", "Kaffee")
_texts = st.lists(st.lists(st.sampled_from(GLOSSARY_WORDS), max_size=3).map(" ".join), min_size=1, max_size=3)
_sheets = st.builds(
    Sheet,
    _texts.map("\f".join),
    title=st.sampled_from(GLOSSARY_WORDS),
    visibility=st.sampled_from([Visibility.PUBLIC, Visibility.INTERNAL]),
)


@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(history=st.lists(st.dictionaries(st.sampled_from("abc"), _sheets, min_size=1), min_size=1, max_size=3))
def test_the_glossary_counts_what_its_search_finds(german: GermanAnalysis, history: list[dict[str, Sheet]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        held = Library(Path(folder), german)
        for batch in history:
            held.remove(batch)
            held.put(batch)
        searcher = held.renewed()
        for reader in (VISITOR, STAFF):
            answers = searcher.glossary(reader)
            asked = (SearchRequest(each.query, reader=reader, spelling=Spelling.EXACT) for each in answers)
            assert [each.passages for each in answers] == [searcher.search(each).total_passages for each in asked]
        held.texts.close()


def test_the_glossary_counts_anew_when_documents_come_and_synonyms_change(
    library: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wordings, "FRESH", -1.0)
    monkeypatch.setattr(views, "FRESH", -1.0)
    held, own = library(one=Sheet("Das ISEK liegt aus.")), list[SynonymEntry]()
    german = held.searcher._german  # noqa: SLF001 - the lexicon is loaded once
    searcher = Searcher(held.areas, held.texts, german, own=lambda: tuple(own))

    def counted() -> int:
        return next(answer.passages for answer in searcher.glossary(VISITOR) if answer.entry.term == "ISEK")

    assert (counted(), counted()) == (1, 1)
    held.put({"two": Sheet("Noch ein ISEK.")})
    assert counted() == 2
    own.append(SynonymEntry(("ISEK", "Rahmenplan")))
    held.put({"three": Sheet("Der Rahmenplan.")})
    assert counted() == 3
    own.clear()
    assert counted() == 2
