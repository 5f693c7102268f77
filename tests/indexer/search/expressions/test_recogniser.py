"""What a query is understood to name."""

from datetime import date

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.search.expressions.expression import Carrying, Expression, Subject, Within
from indexer.search.expressions.recogniser import Recogniser
from indexer.search.query import Words, parse
from indexer.structure.proposals.known import KnownNames
from tests.indexer.search.expressions.conftest import TODAY


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
