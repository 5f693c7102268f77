"""How many of the words a passage needs, and what quotes demand."""

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.search.executor import ENOUGH, FOLLOWERS
from indexer.search.plan import Breadth
from indexer.search.planner import Planner
from indexer.search.query import parse
from indexer.search.request import SearchRequest, Sort
from tests.indexer.conftest import Sheet
from tests.indexer.search.test_searcher import Fill, found


@pytest.fixture(scope="module")
def planner(german: GermanAnalysis) -> Planner:
    return Planner.load(german, PlainAnalysis())


@pytest.mark.parametrize(
    ("typed", "breadth"),
    [
        ("graffiti", Breadth.FIRST_ALL),
        ("graffiti hamburg", Breadth.FIRST_ALL),
        ("Graffiti in Hamburg", Breadth.FIRST_ALL),
        ("Graffiti oder Rap und Tanz", Breadth.FIRST_ALL),
        ("Graffiti Hamburg Jugend Workshop", Breadth.ANY),
        ("Wer sprüht Graffiti?", Breadth.ANY),
        ("Graffiti?", Breadth.ANY),
        # words in quotes are wanted in any case, and count for nothing here
        ('graffiti "offene Jugendarbeit in Hamburg"', Breadth.FIRST_ALL),
    ],
)
def test_few_words_are_wanted_together_and_of_a_sentence_any(planner: Planner, typed: str, breadth: Breadth) -> None:
    assert planner.plan(parse(typed)).breadth is breadth


def test_where_few_passages_have_all_words_others_follow(library: Fill) -> None:
    shelf = library(one=Sheet("Rap"), both=Sheet("Rap und Tanz"), none=Sheet("Theater"))
    assert found(shelf, "rap tanz") == ["both", "one"]


def test_where_enough_passages_have_all_words_no_others_follow(library: Fill) -> None:
    both = {f"both{number}": Sheet(f"Rap und Tanz, Teil {number}") for number in range(ENOUGH)}
    shelf = library(one=Sheet("Rap"), **both)
    page = shelf.renewed().search(SearchRequest(query="rap tanz"))
    assert page.total_documents == ENOUGH


def test_no_more_follow_than_anyone_looks_at(library: Fill) -> None:
    some = {f"some{number}": Sheet(("Rap", "Tanz")[number % 2] + " Fest" * number) for number in range(FOLLOWERS + 20)}
    page = library(both=Sheet("Rap und Tanz"), **some).renewed().search(SearchRequest(query="rap tanz"))
    assert page.hits[0].document == "both"
    assert page.total_documents == FOLLOWERS


def test_in_the_order_of_dates_all_words_are_wanted(library: Fill) -> None:
    shelf = library(one=Sheet("Rap", year=2021), both=Sheet("Rap und Tanz", year=2018))
    page = shelf.renewed().search(SearchRequest(query="rap tanz", sort=Sort.NEWEST))
    assert [hit.document for hit in page.hits] == ["both"]


def test_a_question_is_answered_by_a_passage_that_lacks_some_of_its_words(library: Fill) -> None:
    shelf = library(
        answer=Sheet("Ein Spielplatz wird gebaut, sobald der Rat das Geld bewilligt."),
        aside=Sheet("Der Rat tagt im Juni. Es gibt Kaffee."),
        other=Sheet("Das Fest war schön."),
    )
    assert found(shelf, "Unter welchen Bedingungen wird der Spielplatz am Bahnhof vom Rat gebaut?") == [
        "answer",
        "aside",
    ]


def test_what_has_little_of_a_question_is_no_hit(library: Fill) -> None:
    texts = {f"fest{number}": Sheet(f"Fest Nummer {number}.") for number in range(20)}
    shelf = library(answer=Sheet("Theater Zirkus Musik Tanz beim Fest"), **texts)
    assert found(shelf, "Theater Zirkus Musik Tanz Fest") == ["answer"]


def test_quotes_demand_a_phrase_unless_they_stand_in_a_question(library: Fill) -> None:
    shelf = library(
        forms=Sheet("Wer geduldet wird, hat eine Duldung oder mehrere Duldungen."),
        exact=Sheet("Offene Arbeit mit Jugendlichen: offene Arbeit heißt, dass jede kommen darf."),
        apart=Sheet("Die Arbeit bleibt offen."),
    )
    assert found(shelf, '"offene Arbeit"') == ["exact"]
    assert found(shelf, 'Was heißt "offene Arbeit"?') == ["exact", "apart"]
    assert found(shelf, 'Was bedeuten "Duldung" und "offene Arbeit" zusammen?')[0] in {"exact", "forms"}
    assert found(shelf, 'Was sind "mehrere Duldung"?') == ["forms"]


def test_a_phrase_that_stands_more_often_counts_more(library: Fill) -> None:
    shelf = library(
        once=Sheet("Offene Arbeit mit Jugendlichen, jede Woche an zwei Tagen im Saal."),
        twice=Sheet("Offene Arbeit mit Jugendlichen, jede Woche offene Arbeit im Saal."),
    )
    assert found(shelf, '"offene Arbeit"') == ["twice", "once"]


@pytest.mark.parametrize("query", ["was ist OKJA", "was ist OKJA?", "Was ist die OKJA?"])
def test_some_words_of_what_an_abbreviation_stands_for_are_no_hit(library: Fill, query: str) -> None:
    shelf = library(
        short=Sheet("Die OKJA hat jeden Tag auf."),
        long=Sheet("Offene Kinder- und Jugendarbeit ist für alle da."),
        words=Sheet("Offene Fragen der Kinder und der Jugend."),
        one=Sheet("Die Tür ist offen."),
    )
    assert set(found(shelf, query)) == {"short", "long"}


def test_the_typed_words_may_stand_alone_in_a_question(library: Fill) -> None:
    shelf = library(short=Sheet("Die OKJA hat jeden Tag auf."), one=Sheet("Jugendarbeit am Abend."))
    assert set(found(shelf, "Wer macht offene Kinder- und Jugendarbeit?")) == {"short", "one"}
