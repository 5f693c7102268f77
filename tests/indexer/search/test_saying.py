"""A title speaks for a document, not for each of its passages."""

from collections.abc import Callable

import pytest

from archive.rights import VISITOR
from archive.synonyms import SynonymEntry
from indexer.search import views, wordings
from indexer.search.request import SearchRequest
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


def test_each_document_is_taken_by_itself(library: Fill) -> None:
    titled = Sheet("Kaffee.\fKuchen.", title="Graffiti in Peine")
    page = library(one=FACHTAG, two=titled).renewed().search(SearchRequest(query="graffiti"))
    assert {hit.document: hit.total_passages for hit in page.hits} == {"one": 1, "two": 2}


def test_the_glossary_counts_what_its_search_finds(library: Fill) -> None:
    titled = Sheet("Kaffee.\fDas ISEK liegt aus.\fEs gab Kuchen.", title="Unser ISEK")
    searcher = library(one=titled, two=Sheet("Ein Konzept."), three=Sheet("Das Quartier.")).renewed()
    answers = searcher.glossary(VISITOR)
    assert any(answer.passages for answer in answers)
    found = [searcher.search(SearchRequest(query=answer.query)).total_passages for answer in answers]
    assert [answer.passages for answer in answers] == found


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
