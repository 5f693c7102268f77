"""Which entries of the glossary a query asks for."""

from collections import Counter

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.search.glossary.entries import read_entries
from indexer.search.glossary.glossary import Glossary


@pytest.fixture(scope="module")
def glossary(german: GermanAnalysis) -> Glossary:
    return Glossary(german, read_entries())


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("was ist ein mikroprojekt", ["Mikroprojekt"]),
        ("Was sind Mikroprojekte?", ["Mikroprojekt"]),
        ("was bedeutet ISEK", ["ISEK"]),
        ("was heißt QM?", ["QM", "QM"]),
        ("wofür steht VWN", ["Verwendungsnachweis"]),
        ("Verstetigung Bedeutung", ["Verstetigung"]),
        ("Definition von Empowerment", ["Empowerment"]),
        ("unterschied jmd und jmd im quartier", ["JMD", "JMD-iQ"]),
        ("Was ist der Unterschied zwischen FSJ und BFD?", ["FSJ", "BFD"]),
        ("was ist mit Kiez gemeint", ["Quartier"]),
        ("Was ist denn mit dem Kiez gemeint?", ["Quartier"]),
        ("was versteht man unter Verstetigung?", ["Verstetigung"]),
        ("Erkläre Verstetigung", ["Verstetigung"]),
        ("Erklären Sie mir bitte ISEK", ["ISEK"]),
        ("Definition Sozialraum", ["Sozialraum"]),
        ("Sozialraum Definition", ["Sozialraum"]),
        ("was bedeutet QM", ["QM", "QM"]),
        ("was bedeutet die Abkürzung TN?", ["TN"]),
        ("abkürzung TN", ["TN"]),
        ("was meint niedrigschwellig", ["niedrigschwellig"]),
        ("was heißt niedrigschwelliges?", ["niedrigschwellig"]),
        # in another form, or with a letter or two wrong
        ("was ist ein verfügungsfond", ["Verfügungsfonds"]),
        ("Was sind Verfuegungsfonds?", ["Verfügungsfonds"]),
        ("was bedeutet Verstettigung", ["Verstetigung"]),
        ("erkläre empowerrment", ["Empowerment"]),
        # nothing but the word
        ("ISEK", ["ISEK"]),
        ("isek", ["ISEK"]),
        ("jmd iq", ["JMD-iQ"]),
        ("jmdiq", ["JMD-iQ"]),
        ("umf umA", ["umA"]),
        ("soziale stadt", ["Soziale Stadt"]),
        ("handlungsfelder", ["Handlungsfeld"]),
        ("Integriertes städtebauliches Entwicklungskonzept", ["ISEK"]),
        ("öa", ["ÖA"]),
        # something else is asked for
        ("mikroprojekt antrag", []),
        ("was ist mit dem Mikroprojekt in Hamburg passiert", []),
        ("graffiti", []),
        ("was ist los", []),
        ("was ist Kies", []),
        ("was ist eine Verspätung", []),
        ("was ist in Hamburg gemeint", []),
        ("Datenschutz Erklärung", []),
        ("", []),
        ("was ist", []),
        ("?", []),
        ("JMD JMD-iQ QM KV AWO", []),
    ],
)  # fmt: skip
def test_what_a_query_asks_for(glossary: Glossary, query: str, terms: list[str]) -> None:
    assert [entry.term for entry in glossary.asked(query)] == terms


def test_a_term_that_means_two_things_is_searched_by_what_it_stands_for(glossary: Glossary) -> None:
    assert list(map(glossary.words, glossary.asked("QM"))) == ["Quartiersmanagement", "Qualitätsmanagement"]
    assert list(map(glossary.words, glossary.asked("ISEK"))) == ["ISEK"]


def test_what_is_meant_is_told_only_of_a_term_with_a_letter_wrong(glossary: Glossary) -> None:
    assert glossary.meant("was ist ein verfügungsfond") == "Verfügungsfonds"
    assert glossary.meant("was ist ein Verfügungsfonds") is None
    assert glossary.meant("was ist los") is None


def test_entries_are_complete_and_short(glossary: Glossary) -> None:
    """An explanation is read at a glance, in both languages."""
    for entry in glossary.entries:
        for said in (entry.de, entry.en):
            assert said.endswith(".")
            assert len(said) <= 200, entry.term


def test_no_meaning_stands_there_twice(glossary: Glossary) -> None:
    counts = Counter((entry.term, entry.long) for entry in glossary.entries)
    assert [meaning for meaning, count in counts.items() if count > 1] == []


def test_every_name_leads_to_its_entry(glossary: Glossary) -> None:
    for entry in glossary.entries:
        for name in entry.names:
            assert entry in glossary.asked(name), name
