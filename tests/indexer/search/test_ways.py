"""Ways on from a page without hits: every one of them finds what it says."""

from collections.abc import Callable, Mapping

import pytest

from archive.values import Visibility
from indexer.search.request import SearchRequest
from indexer.search.ways import WayKind, WaysOn
from tests.indexer.conftest import Library, Sheet

Fill = Callable[..., Library]

SHEETS = {
    "one": Sheet("Ein Praktikum am Platz. Graffiti an der Wand.", sites=("Gotha",), year=2019),
    "two": Sheet("Graffiti und Nadelmethode.", sites=("Hamburg",), year=2020),
}


def ways(library: Library, query: str, filters: Mapping[str, tuple[str, ...]] | None = None) -> WaysOn:
    searcher = library.renewed()
    page = searcher.search(SearchRequest(query=query, filters=filters or {}))
    assert page.total_documents == 0
    found = searcher.ways_on(page)
    for way in found.ways:
        assert searcher.search(way.request).total_documents == way.documents > 0
    return found


def offered(found: WaysOn) -> list[tuple[WayKind, str]]:
    return [(way.kind, way.request.query) for way in found.ways]


def test_a_compound_is_offered_in_its_parts_and_beside_similar_words(library: Fill) -> None:
    found = ways(library(**SHEETS), "praktikumsplan")
    assert offered(found) == [(WayKind.PARTS, "praktikum plan"), (WayKind.SIMILAR, "Praktikum")]
    assert [(each.typed, each.documents) for each in found.words] == [("praktikumsplan", 0)]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Gewaltprävention", "Gemaltes und Prävention"),
        ("Sprachmittler", "Die Sprachmitte"),
        ("Weltcafé", "Ein Café im Westen"),
        ("niederschwellig", "niederschwelligen"),
        ("bedeutet", "Das bereitet Freude"),
        ("Duldung", "Bildung"),
        ("queer", "quer durch die Stadt"),
    ],
)
def test_a_german_word_is_not_put_right(library: Fill, query: str, text: str) -> None:
    searcher = library(one=Sheet(text)).renewed()
    found = searcher.ways_on(searcher.search(SearchRequest(query=query)))
    assert WayKind.CORRECTED not in {way.kind for way in found.ways}


def test_parts_keep_their_letters(library: Fill) -> None:
    shelf = library(one=Sheet("Im Haus, an der Tür, im Kurs: Eis."), two=Sheet("Gespräche, Integration. Brecher."))
    assert (WayKind.PARTS, "haus tür gespräche") in offered(ways(shelf, "haustürgespräche"))
    assert (WayKind.PARTS, "eis brecher") in offered(ways(shelf, "Eisbrecher"))
    assert (WayKind.PARTS, "integration kurs") in offered(ways(shelf, "Integrationskurs"))


def test_a_slip_in_a_compound_that_nobody_wrote_leads_to_its_parts(library: Fill) -> None:
    shelf = library(one=Sheet("Prävention hilft."), two=Sheet("Gewalt schadet."))
    assert (WayKind.PARTS, "gewalt prävention") in offered(ways(shelf, "Gewaltprävnetion"))


def test_the_words_that_find_nothing_are_left_out(library: Fill) -> None:
    found = ways(library(**SHEETS), '"nichts davon" graffiti xyzzyq')
    assert (WayKind.WITHOUT_WORD, "graffiti") in offered(found)
    assert {each.typed: each.documents for each in found.words} == {'"nichts davon"': 0, "graffiti": 2, "xyzzyq": 0}


def test_words_that_are_found_only_apart_are_left_out_one_by_one(library: Fill) -> None:
    found = ways(library(**SHEETS), '"Praktikum am Platz" Nadel*')
    assert offered(found) == [
        (WayKind.WITHOUT_WORD, "Nadel*"),
        (WayKind.WITHOUT_WORD, '"Praktikum am Platz"'),
    ]


def test_filters_are_taken_away_one_by_one_and_all(library: Fill) -> None:
    found = ways(library(**SHEETS), "graffiti", {"site": ("Gotha",), "year": ("2020",)})
    assert [(way.kind, way.what, way.documents) for way in found.ways] == [
        (WayKind.WITHOUT_FILTER, "site", 1),
        (WayKind.WITHOUT_FILTER, "year", 1),
        (WayKind.WITHOUT_FILTERS, "", 2),
    ]
    assert [(each.documents, each.filtered) for each in found.words] == [(2, 0)]


def test_a_misspelt_word_is_corrected_where_filters_are_in_the_way(library: Fill) -> None:
    found = ways(library(**SHEETS), "nadelmetode", {"site": ("Gotha",)})
    corrected = [way for way in found.ways if way.kind is WayKind.CORRECTED]
    assert [(way.request.query, way.request.filters) for way in corrected] == [("nadelmethode", {})]


def test_a_phrase_is_looked_for_in_any_form(library: Fill) -> None:
    assert offered(ways(library(**SHEETS), '"Wand graffitis"')) == [(WayKind.ANY_FORM, "Wand graffitis")]


def test_alternatives_stay_together(library: Fill) -> None:
    found = ways(library(**SHEETS), '"so nicht" graffiti OR wand')
    assert [each.typed for each in found.words] == ['"so nicht"', "graffiti OR wand"]


@pytest.mark.parametrize("query", ["xyzzyq", "@", "der die das", "-graffiti -nadelmethode", '"'])
def test_what_leads_nowhere_is_no_error(library: Fill, query: str) -> None:
    searcher = library(**SHEETS).renewed()
    searcher.ways_on(searcher.search(SearchRequest(query=query)))


@pytest.mark.parametrize("query", ['"', '""', '" "', "-", "der die das"])
def test_marks_without_a_word_ask_for_nothing(library: Fill, query: str) -> None:
    searcher = library(**SHEETS).renewed()
    assert searcher.ways_on(searcher.search(SearchRequest(query=query))) == WaysOn((), (), asks_something=False)


def test_nothing_leads_to_hidden_words(library: Fill) -> None:
    shelf = library(open=Sheet("Anderes"), draft=Sheet("Nadelmethode", visibility=Visibility.DRAFT))
    assert ways(shelf, "nadelmetode").ways == ()


def test_words_are_named_that_stand_nowhere_though_others_find_something(library: Fill) -> None:
    searcher = library(**SHEETS, draft=Sheet("Zirkus", visibility=Visibility.DRAFT)).renewed()
    asked = SearchRequest(query='graffiti xyzqwert zirkus -hamburg "an der Wand"')
    assert searcher.unfound(searcher.search(asked)) == ("xyzqwert", "zirkus")


def test_nothing_is_missing_where_every_word_stands(library: Fill) -> None:
    searcher = library(**SHEETS).renewed()
    assert searcher.unfound(searcher.search(SearchRequest(query="graffiti nadelmethode"))) == ()


@pytest.mark.parametrize(
    "query",
    [
        "wieviel graffiti",
        "Wie heißt Graffiti?",
        "wer tut graffiti",
        "wer tut was",
        "wo gibt es nadelmethode",
        "Definition Graffiti",
        "was ist mit Graffiti gemeint?",
    ],
)
def test_words_that_only_put_the_question_are_not_missing(library: Fill, query: str) -> None:
    searcher = library(**SHEETS).renewed()
    assert searcher.unfound(searcher.search(SearchRequest(query=query))) == ()


def test_nor_are_they_counted_where_nothing_was_found(library: Fill) -> None:
    assert [each.typed for each in ways(library(**SHEETS), "wieviel xyzqwert?").words] == ["xyzqwert?"]


@pytest.mark.parametrize(
    ("query", "unfound"),
    [
        ("graffiti AND xyzqwert", ("xyzqwert",)),
        ("graffiti AND (hamburg OR wand)", ()),
        ("graffiti OR", ()),
        ("was bedeutet graffiti", ()),
        ("wer kümmert sich um graffiti", ()),
        ("wer kümmert sich um graffiti kümmerlich", ("kümmerlich",)),
    ],
)
def test_what_was_understood_is_not_missing(library: Fill, query: str, unfound: tuple[str, ...]) -> None:
    searcher = library(**SHEETS).renewed()
    assert searcher.unfound(searcher.search(SearchRequest(query=query))) == unfound


def test_a_word_that_else_puts_a_question_is_looked_for_alone(library: Fill) -> None:
    assert [each.typed for each in ways(library(**SHEETS), "bedeutet").words] == ["bedeutet"]


@pytest.mark.parametrize("query", ["was ist xyzqwert", "was bedeutet xyzqwert", "wer kümmert sich um xyzqwert"])
def test_no_question_is_offered_without_its_subject(library: Fill, query: str) -> None:
    found = ways(library(one=Sheet("Wer sich kümmert, was es ist: eine Aufgabe.")), query)
    assert found.ways == ()
    assert [each.typed for each in found.words if not each.documents] == ["xyzqwert"]
