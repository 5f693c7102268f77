"""Corrections toward words of the index, inside compounds, too."""

from collections.abc import Callable

import pytest

from archive.rights import STAFF, Reader, Role
from archive.values import Visibility
from indexer.search.correction import FAR_COMMONER
from indexer.search.request import SearchRequest
from tests.indexer.conftest import Library, Sheet

Fill = Callable[..., Library]

TEXT = (
    "Das Bewerbungsgespräch wird geübt, ein Training für Jugendliche. Graffiti und Prävention am Standorttreffen. "
    "Der Platz vor dem Büro. Ein Praktikum nach der Bewerbung. Der Jugendmigrationsdienst bietet Beratung an."
)


def corrected(library: Library, query: str) -> str | None:
    page = library.renewed().search(SearchRequest(query=query))
    return page.corrected or page.suggested


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("grafitti prävenzion", "graffiti prävention"),
        ("praevenzion", "prävention"),
        ("standorttrefen", "standorttreffen"),
        ("Bewerbungstrainig", "bewerbungstraining"),
        ("Bewerbugstraining", "bewerbungstraining"),
        ("Praktikumsplaz", "praktikumsplatz"),
        ("Praktikunsplatz", "praktikumsplatz"),
        ("Jugendmigratonsdienst", "jugendmigrationsdienst"),
    ],
)
def test_the_misspelt_part_of_a_compound_is_corrected(library: Fill, typed: str, meant: str) -> None:
    assert corrected(library(one=Sheet(TEXT)), typed) == meant


@pytest.mark.parametrize(
    "word", ["bewerbungstraining", "praktikumsplatz", "Jugendmigrationsdienst", "Fahrradwerkstatt", "XYZZYQ", "Rolle"]
)
def test_what_is_german_or_stands_somewhere_is_left_alone(library: Fill, word: str) -> None:
    assert corrected(library(one=Sheet(TEXT)), word) is None


def test_a_missing_link_between_parts_needs_no_correction(library: Fill) -> None:
    page = library(one=Sheet(TEXT)).renewed().search(SearchRequest(query="Jugendmigrationdienst"))
    assert (page.corrected, page.suggested, page.total_passages) == (None, None, 1)


def test_no_compound_is_made_of_words_that_stand_nowhere(library: Fill) -> None:
    assert corrected(library(one=Sheet("Ein Gespräch über das Training")), "Bewerbungstrainig") is None


PARTS = (
    "Der Stadtteil feiert ein Fest. Ein Stand am Rand, ein Stand in der Mitte, ein Stand am Ende, ein Teil des Fests. "
    "Eine Konferenz. Die Zeiten, die Zeit, die Seiten und das Mädchen."
)


def test_parts_that_stand_as_one_word_are_preferred(library: Fill) -> None:
    many = {f"stand{number}": Sheet("Ein Stand und ein Teil davon") for number in range(20)}
    assert corrected(library(one=Sheet(PARTS), **many), "Stadteilfest") == "stadtteilfest"


@pytest.mark.parametrize("word", ["Meitenskonferenz", "Jeitenkonferenz"])
def test_no_compound_is_made_that_begins_otherwise(library: Fill, word: str) -> None:
    assert corrected(library(one=Sheet(PARTS)), word) is None


def test_what_was_taken_out_corrects_nothing(library: Fill) -> None:
    filled = library(one=Sheet(TEXT), two=Sheet("Nadelmethode"))
    assert corrected(filled, "nadelmetode") == "nadelmethode"
    filled.remove(["two"])
    assert corrected(filled, "nadelmetode") is None


@pytest.mark.parametrize(("reader", "meant"), [(STAFF, None), (Reader(Role.COORDINATION), "nadelmethode")])
def test_each_reader_is_corrected_toward_what_he_may_see(library: Fill, reader: Reader, meant: str | None) -> None:
    filled = library(one=Sheet(TEXT), two=Sheet("Nadelmethode", visibility=Visibility.DRAFT))
    assert filled.renewed().search(SearchRequest(query="nadelmetode", reader=reader)).corrected == meant


def test_a_mistake_that_was_written_down_leads_to_what_others_write(library: Fill) -> None:
    right = {f"right{number}": Sheet("Die Verstetigung der Angebote") for number in range(FAR_COMMONER)}
    page = library(wrong=Sheet("Thema Verstätigung"), **right).renewed().search(SearchRequest(query="verstätigung"))
    assert (page.corrected, page.suggested) == (None, "verstetigung")
    assert [hit.document for hit in page.hits] == ["wrong"]


def test_a_rare_name_is_no_mistake(library: Fill) -> None:
    common = {f"common{number}": Sheet("Ein Waldspielplatz") for number in range(FAR_COMMONER)}
    assert corrected(library(rare=Sheet("Am Waldspielplatze"), **common), "Wichlinghausen") is None
    few = library(wrong=Sheet("Thema Verstätigung"), right=Sheet("Die Verstetigung der Angebote"))
    assert corrected(few, "verstätigung") is None


@pytest.mark.parametrize("query", ["was ist ein verfügungsfond", "Was bedeutet Verfügungsfond?"])
def test_a_term_of_the_glossary_is_meant_by_a_word_near_it_in_a_question(library: Fill, query: str) -> None:
    shelf = library(one=Sheet("Ein Verfügungsfonds hilft."), other=Sheet("Zur Verfügung steht ein Raum."))
    page = shelf.renewed().search(SearchRequest(query=query))
    assert (page.corrected, page.suggested) == ("Verfügungsfonds", None)
    assert [answer.entry.term for answer in page.answers] == ["Verfügungsfonds"]


def test_it_is_offered_where_the_word_is_found(library: Fill) -> None:
    shelf = library(one=Sheet("Ein Verfügungsfonds hilft."), other=Sheet("Ein Verfügungsfond."))
    page = shelf.renewed().search(SearchRequest(query="was ist ein verfügungsfond"))
    assert (page.corrected, page.suggested) == (None, "Verfügungsfonds")
