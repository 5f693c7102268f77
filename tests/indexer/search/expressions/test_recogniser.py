"""What a query is understood to name."""

from datetime import date

import pytest

from archive.entries import MeetingEntry, MeetingKindEntry, TopicEntry
from indexer.analysis.german import GermanAnalysis
from indexer.search.expressions.expression import Carrying, Expression, Subject, Within
from indexer.search.expressions.recogniser import Recogniser
from indexer.search.query import Words, parse
from indexer.structure.proposals.known import KnownNames, KnownSite


def _meeting(title: str, kind: str, place: str, start: date, end: date) -> MeetingEntry:
    return MeetingEntry("", title, kind, place, start, end)


KNOWN = KnownNames(
    sites=(
        KnownSite("Hamburg", "Hamburg", ("Hamburg", "HH", "Harburg", "Hamburg-Harburg"), ()),
        KnownSite("Frankfurt am Main", "Frankfurt am Main", ("Frankfurt am Main", "Frankfurt", "Gallus"), ()),
        KnownSite("Völklingen", "Völklingen", ("Völklingen",), ()),
        KnownSite("Gotha", "Gotha", ("Gotha",), ()),
        KnownSite("Bremen", "Bremen", ("Bremen",), ()),
        KnownSite("Halle", "Halle", ("Halle",), ()),
        KnownSite("Hof", "Hof", ("Hof",), ()),
        KnownSite("Essen", "Essen", ("Essen",), ()),
    ),
    topics=(
        TopicEntry("", 0, "Sport", "Sport", ()),
        TopicEntry("", 0, "Wohnen und Wohnumfeld", "Wohnen und Wohnumfeld", ("Wohnen",)),
    ),
    meetings=(
        _meeting(
            "Standorttreffen Frankfurt 2018",
            "Standorttreffen",
            "Frankfurt am Main",
            date(2018, 11, 6),
            date(2018, 11, 7),
        ),
        _meeting("Regionaltreffen Ost Gotha 2018", "Regionaltreffen", "Gotha", date(2018, 9, 19), date(2018, 9, 19)),
        _meeting("Standorttreffen Hamburg 2019", "Standorttreffen", "Hamburg", date(2019, 4, 3), date(2019, 4, 4)),
        _meeting("Regionaltreffen Nord Bremen 2019", "Regionaltreffen", "Bremen", date(2019, 2, 13), date(2019, 2, 13)),
        _meeting("Fachtag Graffiti Hamburg 2019", "Fachtag", "Hamburg", date(2019, 9, 26), date(2019, 9, 26)),
        _meeting("Standorttreffen Gotha 2024", "Standorttreffen", "Gotha", date(2024, 5, 2), date(2024, 5, 3)),
    ),
    meeting_kinds=(
        MeetingKindEntry("", "Standorttreffen", ("Austauschtreffen", "bundesweites Treffen")),
        MeetingKindEntry("", "Regionaltreffen", ()),
        MeetingKindEntry("", "Fachtag", ("Fachtagung", "themespezifischer Fachtag")),
    ),
)
TODAY = date(2022, 3, 1)


@pytest.fixture(scope="module")
def recogniser(german: GermanAnalysis) -> Recogniser:
    return Recogniser(german, KNOWN, TODAY)


def named(recogniser: Recogniser, query: str) -> list[tuple[str, str]]:
    return [(each.subject.value, each.label) for each in recogniser.understand(parse(query)).expressions]


@pytest.mark.parametrize(
    ("query", "meeting"),
    [
        ("Standorttreffen Hamburg 2019", "Standorttreffen Hamburg 2019"),
        ("standorttreffen hamburg", "Standorttreffen Hamburg 2019"),
        ("Standorttreffens in Hamburg", "Standorttreffen Hamburg 2019"),
        ("Hamburger Standorttreffen", "Standorttreffen Hamburg 2019"),
        ("Austauschtreffen 2018", "Standorttreffen Frankfurt 2018"),
        ("Standorttreffen im April 2019", "Standorttreffen Hamburg 2019"),
        ("graffiti auf dem Standorttreffen Frankfurt", "Standorttreffen Frankfurt 2018"),
        ("Treffen in Bremen", "Regionaltreffen Nord Bremen 2019"),
        ("Fachtagung Graffiti", "Fachtag Graffiti Hamburg 2019"),
        # by its place in a row
        ("2. Regionaltreffen", "Regionaltreffen Nord Bremen 2019"),
        ("erstes Standorttreffen", "Standorttreffen Frankfurt 2018"),
        ("letztes Standorttreffen", "Standorttreffen Hamburg 2019"),
        ("beim vorletzten Standorttreffen", "Standorttreffen Frankfurt 2018"),
        ("nächstes Standorttreffen", "Standorttreffen Gotha 2024"),
        ("letztes Treffen in Hamburg", "Fachtag Graffiti Hamburg 2019"),
    ],
)
def test_meetings(recogniser: Recogniser, query: str, meeting: str) -> None:
    assert named(recogniser, query) == [("meeting", meeting)]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("Regionaltreffen", ["Regionaltreffen Ost Gotha 2018", "Regionaltreffen Nord Bremen 2019"]),
        ("Treffen in Hamburg", ["Standorttreffen Hamburg 2019", "Fachtag Graffiti Hamburg 2019"]),
    ],
)
def test_several_meetings_may_be_meant(recogniser: Recogniser, query: str, titles: list[str]) -> None:
    (found,) = recogniser.understand(parse(query)).expressions
    assert found.fits == (Carrying("meeting", tuple(titles)),)
    assert found.label == query


@pytest.mark.parametrize(
    "query",
    [
        "treffen",
        "Jugendliche treffen",
        "Treffpunkt Hamburgisches",
        "9. Fachtreffen",
        "wie oft treffen sich die standorte",
        "Treffen sich die Standorte in Hamburg?",
        "wo treffen wir uns in Gotha",
    ],
)
def test_what_is_no__meeting(recogniser: Recogniser, query: str) -> None:
    assert "meeting" not in [subject for subject, _ in named(recogniser, query)]


@pytest.mark.parametrize(
    ("query", "site"),
    [
        ("Hamburg", "Hamburg"),
        ("hamburg graffiti", "Hamburg"),
        ("HH graffiti", "Hamburg"),
        ("Hamburg-Harburg", "Hamburg"),
        ("frankfurt am main", "Frankfurt am Main"),
        ("Frankfurt a.M.", "Frankfurt am Main"),
        ("frankfurt a. m.", "Frankfurt am Main"),
        ("Gallus", "Frankfurt am Main"),
        ("voelklingen", "Völklingen"),
        ("Volklingen", "Völklingen"),
        ("Gothaer Nähcafé", "Gotha"),
        ("Bremer Projekt", "Bremen"),
        # names that are nouns too need a word that says so
        ("Standort Halle", "Halle"),
        ("jugendliche in Essen", "Essen"),
        ("Halle (Saale)", "Halle"),
    ],
)
def test_sites(recogniser: Recogniser, query: str, site: str) -> None:
    assert named(recogniser, query) == [("site", site)]


def test_the_initials_of_a_label_belong_to_the_name(recogniser: Recogniser) -> None:
    (site,) = recogniser.expressions("Fest in Frankfurt a. M. und anderswo")
    assert (site.typed, site.said) == ("Frankfurt a. M.", "Frankfurt")
    (site,) = recogniser.expressions("Frankfurt am Montag")
    assert site.typed == "Frankfurt"


@pytest.mark.parametrize(
    "query", ["halle mieten", "Halle", "essen für jugendliche", "Hof verschönern", "hh", "Harbour"]
)
def test_what_is_no_site(recogniser: Recogniser, query: str) -> None:
    assert named(recogniser, query) == []


@pytest.mark.parametrize(
    ("query", "label", "first", "last"),
    [
        ("2019", "2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2018 bis 2020", "2018 bis 2020", date(2018, 1, 1), date(2020, 12, 31)),
        ("graffiti 2018-2020", "2018-2020", date(2018, 1, 1), date(2020, 12, 31)),
        ("zwischen 2018 und 2020", "zwischen 2018 und 2020", date(2018, 1, 1), date(2020, 12, 31)),
        ("seit 2019", "seit 2019", date(2019, 1, 1), date(2023, 12, 31)),
        ("vor 2019", "vor 2019", date(2000, 1, 1), date(2018, 12, 31)),
        ("im Frühjahr 2019", "Frühjahr 2019", date(2019, 3, 1), date(2019, 5, 31)),
        ("fruehjahr 2019", "fruehjahr 2019", date(2019, 3, 1), date(2019, 5, 31)),
        ("Herbst 2019", "Herbst 2019", date(2019, 9, 1), date(2019, 11, 30)),
        ("2. Halbjahr 2019", "2. Halbjahr 2019", date(2019, 7, 1), date(2019, 12, 31)),
        ("April 2019", "April 2019", date(2019, 4, 1), date(2019, 4, 30)),
        ("2018-11-06", "2018-11-06", date(2018, 11, 6), date(2018, 11, 6)),
        ("6.-7.11.2018", "6.-7.11.2018", date(2018, 11, 6), date(2018, 11, 7)),
        ("im letzten Jahr", "letzten Jahr", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_periods(recogniser: Recogniser, query: str, label: str, first: date, last: date) -> None:
    (found,) = recogniser.understand(parse(query)).expressions
    assert (found.subject, found.label) == (Subject.PERIOD, label)
    assert found.fits == (Within(first, last),)


@pytest.mark.parametrize("query", ["0228 2019876", "-249,40", "Beschluss-Nr. 12/20195", "im Sommer"])
def test_what_is_no_period(recogniser: Recogniser, query: str) -> None:
    assert "period" not in [subject for subject, _ in named(recogniser, query)]


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


def test_of_a_span_alone_every_year_is_looked_for(recogniser: Recogniser) -> None:
    groups = recogniser.understand(parse("2018 bis 2020")).query.groups
    assert groups == ((Words("2018"), Words("2019"), Words("2020")),)


@pytest.mark.parametrize("query", ['"Hamburg 2019"', "-hamburg graffiti", "Hamburg OR Gotha", "was"])
def test_phrases_alternatives_and_exclusions_mean_what_they_say(recogniser: Recogniser, query: str) -> None:
    understood = recogniser.understand(parse(query))
    assert understood.query == parse(query)


def test_what_is_to_be_taken_literally_is_not_recognised(recogniser: Recogniser) -> None:
    query = parse("graffiti Standorttreffen Hamburg 2019")
    understood = recogniser.understand(query, ("standorttreffen hamburg 2019",))
    assert (understood.query, understood.expressions) == (query, ())
    left: tuple[Expression, ...] = recogniser.understand(parse("graffiti hamburg 2019"), ("2019",)).expressions
    assert [each.label for each in left] == ["Hamburg"]


def test_names_nobody_knows_are_words(german: GermanAnalysis) -> None:
    stranger = Recogniser(german, KnownNames((), (), (), ()), TODAY)
    assert named(stranger, "Standorttreffen Hamburg") == []
