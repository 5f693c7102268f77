"""Explanations of hits: true to the score, and in the words of the text."""

from collections.abc import Callable

import pytest

from indexer.search.explanation import Explanation, Relation
from indexer.search.ranking import KIND_WEIGHTS
from indexer.search.request import SearchRequest
from tests.indexer.conftest import HAMBURG_2019, Library, Sheet

Fill = Callable[..., Library]

SHEETS = {
    "minutes": Sheet(
        "TOP 1: Wand für Graffiti\n\nDie Wand kostet wenig.\n\nTOP 2: Termine\n\nIm Mai wird die Wand bemalt."
    ),
    "one": Sheet(
        "Die Graffitiprävention in der Hauptstrasse. Bewohner*innen und Vereine helfen.\nBeschluss: Das "
        "Quartiersmanagement legt eine Wand für Graffitis fest.",
        title="Graffiti an der Wand",
        meeting=HAMBURG_2019,
    ),
    "two": Sheet(
        "Aufgabe: Das QM fragt die Bewohnerin. Prävention kostet. Ein Verein zahlt die Wand, gibt Informationen."
    ),
    "three": Sheet(
        "Graffiti, Graffiti. JMD im Quartier und Soziale Stadt. Der Jugendmigrationsdienst in der Straße.",
        title="Prävention",
    ),
}

QUERIES = [
    "graffiti",
    "graffiti wand",
    "graffitiprävention",
    "bewohner hamburg",
    "quartiersmanagement",
    "QM wand",
    "soziale stadt",
    "JMD im Quartier",
    "verein strasse",
    '"eine wand für graffitis"',
    "graff*",
    "graff* wand -verein",
    "wand OR prävention",
    "jugendmigrationsdienst prävention graffiti",
    "grafitti wand",
    "Was kostet die Prävention der Vereine am Wandbild?",
    "Wie informiert man sich über Graffiti?",
]


def explained(library: Library, query: str) -> list[tuple[str, float, Explanation]]:
    searcher = library.renewed()
    page = searcher.search(SearchRequest(query=query))
    reasons = searcher.explain(page)
    shown = [passage for hit in page.hits for passage in hit.passages]
    assert {passage.id for passage in shown} == set(reasons)
    return [(passage.kind, passage.score, reasons[passage.id]) for passage in shown]


@pytest.mark.parametrize("query", QUERIES)
def test_the_shares_make_up_the_score(library: Fill, query: str) -> None:
    found = explained(library(**SHEETS), query)
    assert found
    for kind, score, explanation in found:
        assert explanation.score == pytest.approx(score, rel=1e-5)
        assert explanation.factor == pytest.approx(dict(KIND_WEIGHTS).get(kind, 1.0), rel=1e-5)  # type: ignore[call-overload]
        assert sum(share.score for share in explanation.shares) * explanation.factor == pytest.approx(score, rel=1e-5)
        assert all(share.score > 0 for share in explanation.shares)


def test_a_heading_of_all_words_is_a_reason_of_its_own(library: Fill) -> None:
    found = explained(library(minutes=SHEETS["minutes"]), "graffiti wand")
    reasons = [[share.typed for share in each.shares if share.field == "headed"] for _, _, each in found]
    assert reasons[0] == ["graffiti wand"]


@pytest.mark.parametrize(
    ("query", "typed", "form", "relation"),
    [
        ("graffiti", "graffiti", "Graffitiprävention", Relation.IN_COMPOUND),
        ("graffiti", "graffiti", "Graffitis", Relation.INFLECTION),
        ("graffiti", "graffiti", "Graffiti", Relation.SAME),
        ("graffitiprävention", "graffitiprävention", "Graffitiprävention", Relation.SAME),
        ("bewohner", "bewohner", "Bewohner*innen", Relation.GENDER),
        ("bewohner", "bewohner", "Bewohnerin", Relation.GENDER),
        ("vereine", "vereine", "Verein", Relation.INFLECTION),
        ("strasse", "strasse", "Straße", Relation.SPELLING),
        ("strasse", "strasse", "Hauptstrasse", Relation.IN_COMPOUND),
        ("QM", "QM", "Quartiersmanagement", Relation.SYNONYM),
        ("jugenddienst", "jugenddienst", "Jugendmigrationsdienst", Relation.PART),
    ],
)
def test_each_word_of_the_text_is_named_for_what_it_is(
    library: Fill, query: str, typed: str, form: str, relation: Relation
) -> None:
    shares = [share for _, _, each in explained(library(**SHEETS), query) for share in each.shares]
    named = {(share.typed, each.text, each.relation) for share in shares for each in share.forms}
    assert (typed, form, relation) in named


def test_fields_without_text_of_the_passage_name_no_words(library: Fill) -> None:
    shares = [share for _, _, each in explained(library(**SHEETS), "hamburg") for share in each.shares]
    assert {(share.field, share.forms) for share in shares} == {("context", ())}


@pytest.mark.parametrize("query", ["", "xyzzy", "@"])
def test_nothing_is_explained_where_nothing_was_found(library: Fill, query: str) -> None:
    searcher = library(**SHEETS).renewed()
    assert searcher.explain(searcher.search(SearchRequest(query=query))) == {}


def test_nothing_is_explained_where_no_words_are_looked_for(library: Fill) -> None:
    searcher = library(**SHEETS).renewed()
    page = searcher.search(SearchRequest(query="wer macht was"))
    assert page.hits
    assert searcher.explain(page) == {}


def test_the_words_that_begin_so_are_named(library: Fill) -> None:
    (_, _, explanation), *_ = explained(library(one=Sheet("Graffitis an der Wand. Der Graf sprüht Graffiti.")), "graf*")
    (share,) = explanation.shares
    assert (share.typed, share.field) == ("graf*", "begun")
    assert [(form.text, form.relation) for form in share.forms] == [
        (word, Relation.BEGINNING) for word in ("Graffitis", "Graf", "Graffiti")
    ]
