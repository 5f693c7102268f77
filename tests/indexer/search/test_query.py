"""What typed queries mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.search.query import LONGEST_QUERY, Beginning, Phrase, Query, Words, has_idle_star, parse


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("graffiti hamburg", Query(((Words("graffiti hamburg"),),))),
        ("Kinder- und Jugendarbeit", Query(((Words("Kinder- und Jugendarbeit"),),))),
        ('"zugang zu diensten"', Query(((Phrase("zugang zu diensten"),),))),
        ("„zugang zu diensten“", Query(((Phrase("zugang zu diensten"),),))),
        ("graffiti -hamburg", Query(((Words("graffiti"),),), (Words("hamburg"),))),
        ('film -"mach dein projekt"', Query(((Words("film"),),), (Phrase("mach dein projekt"),))),
        ("quartier*", Query(((Beginning("quartier"),),))),
        ("rap OR hiphop", Query(((Words("rap"), Words("hiphop")),))),
        ("musik rap OR hiphop tanz", Query(((Words("musik"),), (Words("rap"), Words("hiphop")), (Words("tanz"),)))),
        ("rap AND tanz", Query(((Words("rap tanz"),),))),
        # a hyphen inside a word is no minus
        ("JMD-iQ", Query(((Words("JMD-iQ"),),))),
        # a minus before a number belongs to it, but a year can be left out
        ("fest -249,40", Query(((Words("fest -249,40"),),))),
        ("fest -2019", Query(((Words("fest"),),), (Words("2019"),))),
        # too short a beginning leads to everything
        ("qu*", Query(((Words("qu*"),),))),
        # what makes no sense asks for nothing
        ("", Query()),
        ('"', Query()),
        ('""', Query()),
        ("*", Query()),
        ("@", Query()),
        ("AND", Query()),
        ("OR", Query()),
        ("-", Query()),
        ('graffiti "', Query(((Words("graffiti"),),))),
        ("Graffiti?", Query(((Words("Graffiti?"),),), is_question=True)),
        ("Was heißt „Duldung“?", Query(((Words("Was heißt"),), (Phrase("Duldung"),)), is_question=True)),
        ("OR graffiti", Query(((Words("graffiti"),),))),
        ("graffiti OR", Query(((Words("graffiti"),),))),
    ],
)
def test_a_query_is_read_as_it_was_meant(typed: str, query: Query) -> None:
    assert parse(typed) == query


def test_the_rest_of_a_pasted_text_is_passed_over() -> None:
    query = parse("wort " * 5000)
    assert query.groups == ((Words(" ".join(["wort"] * (LONGEST_QUERY // 5))),),)


@given(st.text('ab "-*ORAND„“\n@', max_size=40))
def test_every_query_can_be_read(typed: str) -> None:
    query = parse(typed)
    assert query.is_empty() == (query == Query())


@pytest.mark.parametrize(
    ("piece", "is_idle"),
    [
        ("gr*", True),
        ("g*", True),
        ("*graf", True),
        ("gra*fiti", True),
        ("graffiti OR gr*", True),
        ("gra*", False),
        ("graf", False),
        ("Bewohner*innen", False),
        ("jede*r", False),
        ('"gr*"', False),
    ],
)
def test_a_star_that_begins_no_words_is_told(piece: str, is_idle: bool) -> None:  # noqa: FBT001 - what is expected
    assert has_idle_star(piece) == is_idle
