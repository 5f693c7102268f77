"""Searching a small library."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from archive.rights import STAFF, VISITOR, Reader, Role
from archive.values import DocumentKind, Visibility
from indexer.search.request import SearchRequest, Sort, Spelling
from tests.indexer.conftest import HAMBURG_2019, Library, Sheet

Fill = Callable[..., Library]


def found(library: Library, query: str, **filters: tuple[str, ...]) -> list[str]:
    page = library.renewed().search(SearchRequest(query=query, filters=filters))
    return [hit.document for hit in page.hits]


@pytest.mark.parametrize(
    "query",
    [
        "Graffiti",
        "graffitis",
        "Prävention",
        "praevention",
        "Graffiti-Prävention",
        "Prävention von Graffiti",
        "GRAFFITI",
    ],
)
def test_words_are_found_in_every_form_and_inside_compounds(library: Fill, query: str) -> None:
    shelf = library(hit=Sheet("Die Graffitiprävention geht weiter."), miss=Sheet("Das Fest war schön."))
    assert found(shelf, query) == ["hit"]


def test_a_meeting_is_found_by_its_place_though_the_passage_does_not_name_it(library: Fill) -> None:
    shelf = library(
        hamburg=Sheet("Beschluss: Eine Wand für Graffiti.", meeting=HAMBURG_2019),
        gotha=Sheet("Graffiti war kein Thema.", sites=("Gotha",)),
    )
    assert found(shelf, "graffiti hamburg")[0] == "hamburg"


def test_a_phrase_is_found_only_as_it_stands(library: Fill) -> None:
    shelf = library(
        exact=Sheet("Der Zugang zu sozialen Diensten fehlt."), apart=Sheet("Soziale Dienste haben keinen Zugang.")
    )
    assert found(shelf, '"Zugang zu sozialen Diensten"') == ["exact"]
    assert found(shelf, '"zugang zu diensten"') == []


def test_without_means_without(library: Fill) -> None:
    shelf = library(a=Sheet("Rap und Tanz"), b=Sheet("Rap und Film"))
    assert found(shelf, "rap -film") == ["a"]
    assert found(shelf, "-film") == ["a"]


def test_one_of_two_is_enough_with_or(library: Fill) -> None:
    shelf = library(a=Sheet("Rap"), b=Sheet("Tanz"), c=Sheet("Film"))
    assert sorted(found(shelf, "rap OR tanz")) == ["a", "b"]


def test_a_beginning_finds_every_word_that_begins_so(library: Fill) -> None:
    shelf = library(a=Sheet("Quartiersrat"), b=Sheet("Quartiersfest"), c=Sheet("Quark"))
    assert sorted(found(shelf, "quartiers*")) == ["a", "b"]


def test_what_has_both_words_comes_first(library: Fill) -> None:
    shelf = library(both=Sheet("Rap und Tanz"), one=Sheet("Rap"))
    assert found(shelf, "rap tanz")[0] == "both"
    assert found(shelf, "rap theater") != []


def test_filters_mean_or_inside_a_facet_and_and_between(library: Fill) -> None:
    shelf = library(
        a=Sheet("Rap", sites=("Gotha",), year=2019),
        b=Sheet("Rap", sites=("Peine",), year=2019),
        c=Sheet("Rap", sites=("Trier",), year=2020),
    )
    assert sorted(found(shelf, "rap", site=("Gotha", "Peine"))) == ["a", "b"]
    assert found(shelf, "rap", site=("Gotha", "Trier"), year=("2020",)) == ["c"]
    assert found(shelf, "rap", site=("Hof",)) == []


def test_facets_count_documents_under_the_other_filters(library: Fill) -> None:
    shelf = library(
        a=Sheet("Rap\fRap", sites=("Gotha",), year=2019),
        b=Sheet("Rap", sites=("Peine",), year=2019),
        c=Sheet("Rap", sites=("Peine", "Gotha"), year=2020),
    )
    request = SearchRequest(query="rap", filters={"site": ("Gotha", "Hof"), "year": ("2019",)})
    facets = shelf.renewed().search(request).facets
    told = {name: [(each.value, each.count, each.selected) for each in facets[name]] for name in ("site", "year")}
    assert told == {
        # what is selected stays, even without hits
        "site": [("Gotha", 1, True), ("Peine", 1, False), ("Hof", 0, True)],
        "year": [("2019", 1, True), ("2020", 1, False)],
    }


@pytest.mark.parametrize(
    ("reader", "found"),
    [
        (VISITOR, {"public"}),
        (STAFF, {"public", "internal"}),
        (Reader(Role.OPERATIONS), {"public", "internal"}),
        (Reader(Role.COORDINATION), {"public", "internal", "coordination", "draft"}),
        (Reader(Role.PRIVACY), {"public", "internal", "coordination", "draft"}),
    ],
)
def test_what_a_reader_may_not_see_is_neither_found_nor_counted(library: Fill, reader: Reader, found: set[str]) -> None:
    shelf = library(**{each.name.lower(): Sheet("Rap", visibility=each, sites=("Gotha",)) for each in Visibility})
    page = shelf.renewed().search(SearchRequest(query="rap", reader=reader))
    assert {hit.document for hit in page.hits} == found
    assert [each.count for each in page.facets["site"]] == [page.total_documents] == [len(found)]


def test_nothing_is_corrected_toward_what_may_not_be_seen(library: Fill) -> None:
    shelf = library(secret=Sheet("Nadelmethode", visibility=Visibility.DRAFT), open=Sheet("Stadtteilbegehung"))
    page = shelf.renewed().search(SearchRequest(query="nadelmetode"))
    assert (page.corrected, page.suggested, page.total_passages) == (None, None, 0)


def test_a_word_that_stands_only_where_it_may_not_be_seen_is_corrected_all_the_same(library: Fill) -> None:
    shelf = library(secret=Sheet("Nadelmetode", visibility=Visibility.INTERNAL), open=Sheet("Nadelmethode"))
    page = shelf.renewed().search(SearchRequest(query="nadelmetode"))
    assert (page.corrected, page.total_passages) == ("nadelmethode", 1)


def test_what_may_not_be_seen_raises_no_bar(library: Fill) -> None:
    words = "rap tanz film theater musik"
    shelf = library(secret=Sheet(words, visibility=Visibility.INTERNAL), open=Sheet("rap tanz"))
    assert [hit.document for hit in shelf.renewed().search(SearchRequest(query=words)).hits] == ["open"]


def test_a_misspelt_word_is_corrected_when_nothing_matches(library: Fill) -> None:
    shelf = library(a=Sheet("Die Nadelmethode zeigt Orte im Quartier."))
    page = shelf.renewed().search(SearchRequest(query="nadelmetode"))
    assert (page.corrected, page.total_passages) == ("nadelmethode", 1)


def test_a_misspelt_word_is_only_mentioned_when_others_match(library: Fill) -> None:
    shelf = library(a=Sheet("Die Nadelmethode zeigt Orte im Quartier."))
    page = shelf.renewed().search(SearchRequest(query="nadelmetode quartier"))
    assert (page.corrected, page.suggested, page.total_passages) == (None, "nadelmethode quartier", 1)


def test_exact_spelling_never_corrects(library: Fill) -> None:
    shelf = library(a=Sheet("Nadelmethode"))
    page = shelf.renewed().search(SearchRequest(query="nadelmetode", spelling=Spelling.EXACT))
    assert (page.corrected, page.total_passages) == (None, 0)


@pytest.mark.parametrize("query", ["rap tanz", '"rap und tanz"', "rap OR film", "", "nichts"])
@pytest.mark.parametrize("sort", [Sort.RELEVANCE, Sort.NEWEST])
def test_bare_hits_are_those_of_the_search_without_snippets(library: Fill, query: str, sort: Sort) -> None:
    shelf = library(a=Sheet("Rap und Tanz", year=2019), b=Sheet("Rap", year=2020), c=Sheet("Film", older=("Tanz",)))
    request = SearchRequest(query, sort=sort, spelling=Spelling.EXACT, reader=Reader(Role.STAFF))
    bare, whole = shelf.searcher.bare(request), shelf.searcher.search(request)
    assert {each.snippet for hit in bare.hits for each in hit.passages} <= {()}
    hits = (replace(hit, passages=tuple(replace(each, snippet=()) for each in hit.passages)) for hit in whole.hits)
    assert bare == replace(whole, hits=tuple(hits), took_ms=0.0, answers=())


def test_hits_come_in_the_order_asked_for(library: Fill) -> None:
    shelf = library(
        a=Sheet("Rap", title="Zoo", year=2018),
        b=Sheet("Rap Rap Rap", title="Äpfel", year=2020),
        c=Sheet("Rap und vieles andere mehr aus dem Quartier", title="Birnen"),
    )
    searcher = shelf.renewed()

    def order(sort: Sort) -> list[str]:
        return [hit.document for hit in searcher.search(SearchRequest(query="rap", sort=sort)).hits]

    assert order(Sort.RELEVANCE)[0] == "b"
    assert order(Sort.NEWEST) == ["b", "a", "c"]
    assert order(Sort.OLDEST) == ["a", "b", "c"]
    assert order(Sort.TITLE) == ["b", "c", "a"]


def test_an_empty_query_lists_everything_newest_first(library: Fill) -> None:
    shelf = library(old=Sheet("Rap", year=2018), new=Sheet("Tanz", year=2021))
    assert found(shelf, "") == ["new", "old"]


@pytest.mark.parametrize("query", ["@", '"', "*", "AND", "…", "x" * 10_000])
def test_what_asks_for_nothing_finds_nothing(library: Fill, query: str) -> None:
    assert found(library(a=Sheet("Rap")), query) == []


def test_pages_of_hits_follow_each_other(library: Fill) -> None:
    shelf = library(**{f"d{number}": Sheet("Rap", year=2000 + number) for number in range(7)})
    pages = [
        shelf.renewed().search(SearchRequest(query="rap", sort=Sort.OLDEST, page=page, limit=3))
        for page in (1, 2, 3, 4)
    ]
    assert [[hit.document for hit in page.hits] for page in pages] == [
        ["d0", "d1", "d2"],
        ["d3", "d4", "d5"],
        ["d6"],
        [],
    ]
    assert {page.total_documents for page in pages} == {7}


def test_a_hit_tells_page_and_agenda_item(library: Fill) -> None:
    shelf = library(a=Sheet("TOP 1 Begrüßung\nAlle da.\fTOP 2 Wand\nBeschluss: Die Graffitiwand kommt.", year=2019))
    (hit,) = shelf.renewed().search(SearchRequest(query="graffitiwand")).hits
    (passage,) = hit.passages
    assert (passage.page, passage.agenda_item, passage.kind, passage.heading) == (2, "2", "Beschluss", "TOP 2 Wand")
    assert [part.text for part in passage.snippet if part.matched] == ["Graffitiwand"]


def test_what_is_replaced_or_removed_is_no_longer_found(library: Fill) -> None:
    shelf = library(a=Sheet("Rap"), b=Sheet("Rap"))
    shelf.put({"a": Sheet("Tanz")})
    shelf.remove(["b"])
    assert found(shelf, "rap") == []
    assert found(shelf, "tanz") == ["a"]


def test_an_open_search_sees_new_documents_soon(library: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.search.views.FRESH", 0.0)
    shelf = library(a=Sheet("Rap"))
    searcher = shelf.renewed()
    assert searcher.search(SearchRequest(query="tanz")).total_passages == 0
    shelf.put({"b": Sheet("Tanz")})
    assert searcher.search(SearchRequest(query="tanz")).total_passages == 1


def test_at_equal_words_a_decision_comes_before_plain_text(library: Fill) -> None:
    shelf = library(a=Sheet("Anlass: Die Wand wird bunt."), b=Sheet("Beschluss: Die Wand wird bunt."))
    assert found(shelf, "bunte Wand") == ["b", "a"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves the broken file open
def test_a_damaged_index_answers_nothing_and_asks_to_be_built_anew(library: Fill) -> None:
    shelf = library(a=Sheet("Rap"))
    current = shelf.generations.current()
    assert current
    for segment in current.glob("*.seg"):
        segment.write_bytes(segment.read_bytes()[:50])
    assert found(shelf, "rap") == []
    assert shelf.generations.is_damaged()


def test_aliases_find_too(library: Fill) -> None:
    shelf = library(a=Sheet("Rap", sites=("Frankfurt am Main",), aliases=("FFM",)), b=Sheet("Rap"))
    assert found(shelf, "rap ffm")[0] == "a"


@pytest.mark.parametrize("query", ["ISEK", "isek", "integriertes städtebauliches Entwicklungskonzept"])
def test_abbreviations_lead_to_their_long_forms_and_back(library: Fill, query: str) -> None:
    shelf = library(
        short=Sheet("Das ISEK liegt aus."),
        long=Sheet("Ein integriertes städtebauliches Entwicklungskonzept liegt aus."),
        other=Sheet("Ein Konzept liegt aus."),
    )
    assert sorted(found(shelf, query)) == ["long", "short"]


def test_a_kind_of_document_is_a_word_to_ask_for(library: Fill) -> None:
    shelf = library(b=Sheet("Rap"), a=Sheet("Rap", kind=DocumentKind.METHODENPAPIER))
    assert found(shelf, "rap methodenpapier") == ["a", "b"]
