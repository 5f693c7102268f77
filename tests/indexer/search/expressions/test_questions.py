"""What a question asks for, and which of its words are looked for."""

from datetime import date

import pytest

from indexer.search.expressions.expression import Carrying, Within
from indexer.search.expressions.recogniser import Recogniser
from indexer.search.query import Words, parse


@pytest.mark.parametrize(
    ("query", "kind", "core"),
    [
        ("wer macht instagram", "Aufgabe", "instagram"),
        ("wer ist zuständig für Öffentlichkeitsarbeit", "Aufgabe", "Öffentlichkeitsarbeit"),
        ("bis wann muss der Sachbericht fertig sein", "Aufgabe", "der Sachbericht fertig sein"),
        ("todo website", "Aufgabe", "website"),
        ("was wurde zur Graffitiprävention beschlossen", "Beschluss", "zur Graffitiprävention"),
        ("Beschlüsse Logo", "Beschluss", "Logo"),
        ("wie funktioniert eine Zukunftswerkstatt", "Methodenschritt", "eine Zukunftswerkstatt"),
        ("wie geht eine Zukunftswerkstatt", "Methodenschritt", "eine Zukunftswerkstatt"),
        ("wie mache ich Graffiti", "Methodenschritt", "Graffiti"),
        ("wie gewinnt man Jugendliche", "Methodenschritt", "gewinnt man Jugendliche"),
        ("Nadelmethode Anleitung", "Methodenschritt", "Nadelmethode"),
        ("Protokoll Instagram", "Protokoll", "Instagram"),
        ("neuestes Protokoll Instagram", "neuestes Protokoll", "Instagram"),
    ],
)
def test_the_form_of_the_answer(recogniser: Recogniser, query: str, kind: str, core: str) -> None:
    understood = recogniser.understand(parse(query))
    assert {each.label for each in understood.expressions} == {kind}
    assert understood.query.groups == ((Words(core),),)


@pytest.mark.parametrize(
    ("query", "core", "helpful"),
    [
        ("graffiti hamburg", "graffiti", ["hamburg"]),
        ("graffiti letztes Standorttreffen", "graffiti", ["Standorttreffen"]),
        ("graffiti seit 2018", "graffiti", []),
        ("beschlüsse frankfurt 2018", "frankfurt 2018", ["beschlüsse"]),
        ("letztes Standorttreffen", "Standorttreffen", []),
        ("letztes protokoll", "protokoll", []),
        ("sport turnier", "sport turnier", []),
        ("was tun bei regen", "bei regen", []),
        ("wo finde ich den antrag", "den antrag", []),
        # an answer may repeat how a quantity or a name is asked for
        ("wie viele personen waren in hamburg", "wie viele personen waren in", ["hamburg"]),
        ("in wie vielen quartieren gab es graffiti", "in wie vielen quartieren gab es graffiti", []),
        ("wie lange dauert ein Mikroprojekt", "wie lange dauert ein Mikroprojekt", []),
        ("Wie viel kostet Graffiti", "Wie viel kostet Graffiti", []),
        ("wieviel geld mikroprojekt", "wieviel geld mikroprojekt", []),
        ("wie alt sind die jugendlichen", "wie alt sind die jugendlichen", []),
        ("wie oft treffen sich die jugendlichen", "wie oft treffen sich die jugendlichen", []),
        ("wie heißt der instagram kanal", "wie heißt der instagram kanal", []),
        ("wie heissen die gruppen", "wie heissen die gruppen", []),
        ("wie war die stimmung", "wie war die stimmung", []),
        # fillers alone say nothing: the words that put the question are looked for, too
        ("wo finde ich weitere informationen", "wo finde ich weitere informationen", []),
    ],
)
def test_what_is_still_looked_for(recogniser: Recogniser, query: str, core: str, helpful: list[str]) -> None:
    read = recogniser.understand(parse(query)).query
    assert read.groups == ((Words(core),),)
    assert [each.text for each in (*read.frame, *read.form)] == helpful


TASK, DECISION = (Carrying("passage_kind", (kind,)) for kind in ("Aufgabe", "Beschluss"))


@pytest.mark.parametrize(
    ("query", "only"),
    [
        ("wer macht was bis wann", ((TASK,),)),
        ("wer macht was bis wann?", ((TASK,),)),
        ("wer macht was", ((TASK,),)),
        ("wer tut was bis wann", ((TASK,),)),
        ("wer soll was bis wann tun", ((TASK,),)),
        ("was sollen wir bis wann tun", ((TASK,),)),
        ("was macht wer bis wann", ((TASK,),)),
        ("wer ist wofür zuständig", ((TASK,),)),
        ("wer", ((TASK,),)),
        ("bis wann", ((TASK,),)),
        ("was wurde beschlossen", ((DECISION,),)),
        ("was haben wir vereinbart", ((DECISION,),)),
        ("wer macht was 2019", ((TASK,), (Within(date(2019, 1, 1), date(2019, 12, 31)),))),
        # a place, a subject or a kind of document is asked for by its words
        ("wer macht was hamburg", ()),
        ("wer macht graffiti bis wann", ()),
        ("wer macht was protokoll", ()),
        # no question is put
        ("zuständig", ()),
        ("beschlossen", ()),
        ("aufgabe", ()),
        ("was", ()),
    ],
)
def test_who_asks_for_nothing_but_a_kind_of_answer_asks_for_all_of_it(
    recogniser: Recogniser, query: str, only: tuple[tuple[Carrying | Within, ...], ...]
) -> None:
    understood = recogniser.understand(parse(query))
    assert understood.only == only
    assert bool(understood.query.groups) is not bool(only)


@pytest.mark.parametrize(
    ("query", "about"),
    [
        ("was ist OKJA", "OKJA"),
        ("was ist OKJA?", "OKJA"),
        ("Was ist ein Mikroprojekt?", "ein Mikroprojekt"),
        ("was ist mit Kiez gemeint", "Kiez"),
        ("Erkläre Verstetigung", "Verstetigung"),
        ("Definition Sozialraum", "Sozialraum"),
        ("Sozialraum Definition", "Sozialraum"),
        ("was bedeutet QM", "QM"),
        ("was meint niedrigschwellig", "niedrigschwellig"),
        ("abkürzung TN", "TN"),
        ("was bedeutet eigentlich die Abkürzung TN?", "TN"),
        ("wofür steht die soziale Stadt?", "die soziale Stadt"),
    ],
)
def test_of_a_question_for_a_meaning_the_word_is_looked_for_and_no_sentence(
    recogniser: Recogniser, query: str, about: str
) -> None:
    read = recogniser.understand(parse(query)).query
    assert read.groups == ((Words(about),),)
    assert not read.is_question or len(about.split()) > 2
    assert not recogniser.putting(parse(query)) & set(about.lower().split())


@pytest.mark.parametrize(
    "query",
    ["Was ist bei der Abrechnung zu beachten?", "was ist in Gotha?", "Was ist beim Bau der neuen Wand wichtig?"],
)
def test_a_sentence_is_no_question_for_a_meaning(recogniser: Recogniser, query: str) -> None:
    assert recogniser.understand(parse(query)).query.is_question
