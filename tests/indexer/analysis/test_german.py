"""The whole chain: each line of the table shows a text and its terms.

Positions are divided by a bar, and within a position the whole words stand first, their parts in brackets.
"""

from itertools import groupby

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.tokens import Role, Token


def shown(tokens: list[Token]) -> str:
    positions = (list(group) for _, group in groupby(tokens, key=lambda token: token.position))
    return " | ".join(
        " ".join(token.term if token.role is Role.WHOLE else f"({token.term})" for token in group)
        for group in positions
    )


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Graffitiprävention im Quartier", "graffitopravention (graffito) (pravention) | quarti"),
        ("Jugendkonferenz", "jugendkonferenz (jugend) (konferenz)"),
        ("Jugend-Konferenz", "jugendkonferenz (jugend) (konferenz)"),
        ("Jugendzentren", "jugendzentrum (jugend) (zentrum)"),
        ("KOMM-MIT-Projekt", "kommmitprojekt (komm) (projekt)"),
        ("Bürger*innenbeteiligung", "burgbeteil (burg) (beteil)"),
        ("Kinder- und Jugendhilfe", "kind kindhilf | jugendhilf (jugend) (hilf)"),
        ("Bewohnerinnen und Bewohner", "bewohn | bewohn"),
        ("JMD-iQ", "jmdiq (jmd) (iq)"),
        ("JMD i.Q.", "jmd | iq"),
        ("JMDs, KiTa, AufenthG, KINDER", "jmd | kita | aufenthg | kind"),
        ("§ 13 SGB VIII", "§13 | 13 | sgb | viii"),
        ("am 6.-7.11.2018", "2018-11-06 | 2018-11-07 | novemb | 2018"),
        ("Az. 45/2018", "az | 45/2018 (45) (2018)"),
        ("18-jährige", "18jahrig (18) (jahrig)"),
        ("Staedtebaufoerderung", "stadtbauford (stadt) (bau) (ford)"),
        ("was ist das", ""),
        ("@ – !", ""),
    ],
)
def test_terms_of_a_text(analysis: GermanAnalysis, text: str, terms: str) -> None:
    assert shown(analysis.tokens(text)) == terms


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("was ist ein Mikroprojekt", "mikroprojekt (mikro) (projekt)"),
        ("was ist das", "was | sein | der"),
        ("Jugendarbeit-Projekt", "jugendarbeitprojekt (jugend) (arbeit) (projekt)"),
        ("", ""),
    ],
)
def test_terms_of_a_query(analysis: GermanAnalysis, query: str, terms: str) -> None:
    assert shown(analysis.query_tokens(query)) == terms


def test_stop_words_leave_a_gap(analysis: GermanAnalysis) -> None:
    assert [token.position for token in analysis.tokens("Treffen mit der Schule")] == [0, 3]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("die Graffitiprävention", ["Graffitiprävention", "Graffiti", "prävention"]),
        ("Bürger*innenrat", ["Bürger*innenrat", "Bürger*innen", "rat"]),
        ("Staedtebau", ["Staedtebau", "Staedte", "bau"]),
        ("KOMM-MIT-Projekt", ["KOMM-MIT-Projekt", "KOMM", "Projekt"]),
        ("am 6.11.2018", ["6.11.2018", "6.11.2018", "6.11.2018"]),
        ("Früh- und Spätdienst", ["Früh", "Früh-", "Spätdienst", "Spät", "dienst"]),
        ("Teilnehmer(innen)", ["Teilnehmer(innen)"]),
        ("i.Q.", ["i.Q."]),
    ],
)
def test_every_term_knows_its_stretch_of_text(analysis: GermanAnalysis, text: str, stretches: list[str]) -> None:
    assert [text[token.start : token.end] for token in analysis.tokens(text)] == stretches


def test_parts_as_they_are_written(analysis: GermanAnalysis) -> None:
    assert analysis.parts("Arbeitsmarkt") == ("arbeits", "markt")
    assert analysis.parts("Gotha") == ("gotha",)


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("Integrationskurs", ("integration", "kurs")),
        ("Hausaufgabenhilfe", ("haus", "aufgaben", "hilfe")),
        ("Eisbrecher", ("eis", "brecher")),
        ("Praktikumsplatz", ("praktikum", "platz")),
        ("Gleisbau", ("gleis", "bau")),
        ("Gotha", ("gotha",)),
    ],
)
def test_parts_stand_alone_without_the_link_after_them(
    analysis: GermanAnalysis, word: str, words: tuple[str, ...]
) -> None:
    assert analysis.separate(word) == words


@pytest.mark.parametrize("word", ["Quartier", "Präventionsarbeit", "Mikroprojektmittel", "niedrigschwellig", "Straßen"])
def test_german_words_are_known(analysis: GermanAnalysis, word: str) -> None:
    assert analysis.is_known(word)


@pytest.mark.parametrize("word", ["Grafitti", "Prävenzion", "Verstätigung", "Nadelmetode", "Qartier"])
def test_misspelt_words_are_not(analysis: GermanAnalysis, word: str) -> None:
    assert not analysis.is_known(word)


def test_the_chain_loads_from_the_installed_packages() -> None:
    assert GermanAnalysis.load().is_known("quartier")
