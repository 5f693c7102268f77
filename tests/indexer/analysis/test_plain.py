"""Words as they are written, for phrases and beginnings."""

import pytest

from indexer.analysis.plain import PlainAnalysis
from indexer.analysis.tokens import Role

PLAIN = PlainAnalysis()


def within(phrase: str, text: str) -> bool:
    """Tell whether a phrase stands in a text, as an index with positions would."""
    places: dict[int, set[str]] = {}
    for token in PLAIN.tokens(text):
        places.setdefault(token.position, set()).add(token.term)
    asked = [token.term for token in PLAIN.phrase_tokens(phrase)]
    return any(
        all(term in places.get(begin + place, ()) for place, term in enumerate(asked)) for begin in range(len(places))
    )


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("jmd im quartier", "Das Programm JMD im Quartier läuft."),
        ("kinder- und jugendarbeit", "Offene Kinder- und Jugendarbeit"),
        ("JMD iQ", "Der JMD-iQ-Standort"),
        ("JMD-iQ Standort", "Der JMD-iQ-Standort"),
        ("jmd-iq", "JMD i.Q. in Gotha"),
        ("am 6.11.2018", "am 6. November 2018"),
        ("Strasse der Jugend", "Straße der Jugend"),
        ("jugendaemter", "die Jugendämter"),
        ("zugang zu sozialen diensten", "den Zugang zu sozialen Diensten verbessern"),
        ("bewohnerinnen des Viertels", "Bewohner*innen des Viertels"),
    ],
)
def test_phrases_found(phrase: str, text: str) -> None:
    assert within(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("JMD Quartier", "JMD im Quartier"),
        ("Jugendarbeit und Kinder", "Kinder- und Jugendarbeit"),
        ("Dienst", "zu sozialen Diensten"),
        ("Jugend Arbeit", "Jugendarbeit"),
    ],
)
def test_phrases_are_exact(phrase: str, text: str) -> None:
    assert not within(phrase, text)


def test_a_hyphenated_word_is_its_joined_form_and_its_units() -> None:
    text = "ein JMD-iQ Tag"
    assert [
        (token.term, token.position, text[token.start : token.end], token.role) for token in PLAIN.tokens(text)
    ] == [
        ("ein", 0, "ein", Role.WHOLE),
        ("jmdiq", 1, "JMD-iQ", Role.WHOLE),
        ("jmd", 1, "JMD", Role.PART),
        ("iq", 2, "iQ", Role.PART),
        ("tag", 3, "Tag", Role.WHOLE),
    ]


@pytest.mark.parametrize(
    ("beginning", "prefix"), [("Jugendä", "jugenda"), ("Straß", "strass"), ("JMD-i", "jmdi"), ("", "")]
)
def test_beginnings_are_spelt_like_terms(beginning: str, prefix: str) -> None:
    assert PLAIN.prefix(beginning) == prefix
