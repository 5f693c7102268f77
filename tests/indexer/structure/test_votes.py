"""Votes, decisions and results as German minutes word them."""

from datetime import time

import pytest

from indexer.structure.decisions import decision_confidence, is_vote
from indexer.structure.people import count_people
from indexer.structure.results import result_confidence
from indexer.structure.sentences import sentences
from indexer.structure.times import find_times
from indexer.structure.votes import Vote, read_vote


@pytest.mark.parametrize(
    ("text", "vote"),
    [
        ("13 Ja, 1 Nein, 1 Enthaltung", Vote(13, 1, 1)),
        ("12 Ja, 2 Enthaltungen", Vote(12, None, 2)),
        ("(8:0:2)", Vote(8, 0, 2)),
        ("Abstimmung: 12/1/3", Vote(12, 1, 3)),
        ("8 Ja-Stimmen, keine Nein-Stimme und keine Enthaltungen", Vote(8, 0, 0)),
        ("Dafür 5 Dagegen 0 Enthaltung 0", Vote(5, 0, 0)),
        ("Ja: 12, Nein: 3", Vote(12, 3, None)),
        ("1 dafür 2 enthaltungen 7 dagegen", Vote(1, 7, 2)),
        ("einstimmig", Vote(None, None, None)),
        ("einstimmig bei 2 Enthaltungen", Vote(None, None, 2)),
        ("Ja, das geht.", None),
        ("2017/02/17 21:21:08", None),
        ("um 19:30:00 Uhr", None),
    ],
)
def test_votes(text: str, vote: Vote | None) -> None:
    assert read_vote(text) == vote


@pytest.mark.parametrize(
    "sentence",
    [
        "Es wird einstimmig beschlossen, dass die Wand bleibt.",
        "Es wird festgelegt, wer spricht.",
        "Der Antrag wurde bei zwei Enthaltungen angenommen.",
        "Der Vorstand wurde einstimmig entlastet.",
        "Die Wahl wird ohne Gegenstimmen vorgezogen.",
        "Die Teilnehmenden einigen sich darauf, in Einladungen zu duzen.",
        "Die Teilnehmenden stimmen der Empfehlung zu.",
        "Wir vereinbaren feste Zeiten.",
        "Beschlossen wird außerdem (18 Ja, 4 Enthaltungen): Die Wand wird neu gestaltet.",
        "Das Protokoll des Treffens vom 6./7. November 2018 wird ohne Änderungen genehmigt.",
        "Speicher einrichten (einstimmig)",
        "Vorsitz: 8 dafür, 0 Enthaltungen, 2 Gegenstimmen",
    ],
)
def test_decisions_without_a_label(sentence: str) -> None:
    assert decision_confidence(sentence) >= 0.5


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Vorschlag wird nicht beschlossen, sondern vertagt.",
        "Nicht beschlossen wurde die Anschaffung.",
        "Ein Beschlussvorschlag findet keine Mehrheit (6 Ja, 10 Nein).",
        "Der Antrag wird abgelehnt: 2 Ja, 12 Nein.",
        "Die Versammlung ist beschlussfähig.",
        "Die Mitgliederversammlung möge beschließen, dass alles bleibt.",
        "Trier hat mit dem Wohnungsunternehmen vereinbart, dass vorher jemand anruft.",
        "Das Projekt blieb unter den beschlossenen 2.500 Euro.",
        "Abstimmung: 13 Ja, 0 Nein.",
    ],
)
def test_what_is_no_decision(sentence: str) -> None:
    assert decision_confidence(sentence) == 0.0


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Abstimmung: 13 Ja, 0 Nein, 1 Enthaltung.", True),
        ("Das Ergebnis der Abstimmung: 8 Ja-Stimmen", True),
        ("12 Ja, 2 Enthaltungen", True),
        ("einstimmig", True),
        ("Der Vorstand: einstimmig", False),
        ("Ja, gern.", False),
    ],
)
def test_a_vote_alone_belongs_to_what_stands_before_it(text: str, is_one: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_vote(text) is is_one


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("Als Ergebnis wird festgehalten: Kochen hilft.", True),
        ("Es wurde deutlich, dass runde Tische leer bleiben.", True),
        ("Festgehalten wird, dass Räume fehlen.", True),
        ("In Peine war das Ergebnis gut.", False),
    ],
)
def test_results_without_a_label(sentence: str, is_one: bool) -> None:  # noqa: FBT001 - a table of cases
    assert (result_confidence(sentence) >= 0.5) is is_one


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("33 Personen: 26 Mitarbeitende aus 14 Standorten, 4 aus den Trägergruppen", 33),
        ("24 Fachkräfte aus 12 Standorten, 3 Lehrkräfte, 4 SchülerInnen", 31),
        ("7 Mitarbeitende (Frankfurt 2, Stuttgart 5)", 7),
        ("Trier 2, Völklingen 1, Wuppertal 3", 6),
        ("A. B., C. D.\nE. F.", 3),
        ("niemand", 0),
        ("zwischen 27 und 31 Personen", None),
        ("", None),
    ],
)
def test_people_are_counted(text: str, number: int | None) -> None:
    assert count_people(text) == number


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("10:30–16:00 Uhr", [(time(10, 30), time(16))]),
        ("9.00 bis 16.30 Uhr", [(time(9), time(16, 30))]),
        ("um 19 Uhr", [(time(19), None)]),
        ("18:41-21:00", [(time(18, 41), time(21))]),
        ("24 Uhr", [(time(0), None)]),
        ("3.4.2019", []),
        ("19.30", []),
    ],
)
def test_times(text: str, times: list[tuple[time, time | None]]) -> None:
    assert [(found.begin, found.end) for found in find_times(text)] == times


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Am 3. April kam Besuch. Er blieb.", 2),
        ("Bis zum 14.02.2020. Danach nicht.", 2),
        ("Herr W. Meyer, z. B. Frau Dr. Abt.", 1),
        ("Geht das? Ja!", 2),
        ("", 0),
    ],
)
def test_sentences(text: str, number: int) -> None:
    assert len(sentences(text)) == number
