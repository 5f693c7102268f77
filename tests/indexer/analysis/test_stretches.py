"""A text read in stretches says what it says as a whole."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.analysis.stretches import stretches
from indexer.analysis.tokens import Token

PIECES = [
    *("Kinder-", "und", "Jugendarbeit", "-tandems", "Sprachkurse", "Bewohner", "*innen", "innen", "-innen", "In", "in"),
    *(
        "Bewohner/",
        "(innen)",
        "/-innen",
        "JMD-iQ",
        "i.",
        "Q.",
        "i.Q.",
        "§",
        "13",
        "§13a",
        "45/2018",
        "2.500,00",
        "&",
        "–",
    ),
    *("6.", "11.", "2018", "18", "6.11.2018", "30.11.", "1.12.18", "November", "november", "32.", "bis", "2018-11-06"),
    *(".", "-", "/", ",", ")", "(", "_", "'s", "bzw.", "Feste", "Ärzt:in"),
]
GAPS = ["", " ", " ", " ", "  ", "\n", "\t", "\u00a0", "\u2028"]

texts = st.lists(st.sampled_from([*PIECES, *GAPS]), max_size=24).map("".join)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Alle Bewohner kamen.", ["Alle", "Bewohner", "kamen."]),
        ("am 6. November 2018 um", ["am", "6. November 2018", "um"]),
        ("(30.11. – 1.12.2018), dann", ["(30.11. – 1.12.2018),", "dann"]),
        ("nach § 13 SGB", ["nach", "§ 13", "SGB"]),
        ("Bewohner/ -innen im Park", ["Bewohner/ -innen", "im", "Park"]),
        ("2018. Der", ["2018.", "Der"]),
        ("am Ende §", ["am", "Ende", "§"]),
        ("", []),
    ],
)
def test_a_stretch_ends_at_white_space_that_nothing_reaches_over(text: str, cut: list[str]) -> None:
    assert stretches(text) == cut


@given(text=texts)
@example(text="32. 13.12.2018")
@example(text="§ 6. 11. 2018")
@example(text="Kinder-\nund Jugendarbeit")
def test_stretches_say_what_the_text_says(text: str, analysis: GermanAnalysis) -> None:
    for chain in (analysis, PlainAnalysis()):
        assert put_together(chain, text) == chain.tokens(text)


def put_together(chain: GermanAnalysis | PlainAnalysis, text: str) -> list[Token]:
    """Return the tokens of a text from those of its stretches."""
    found, position, offset, is_incomplete = [], 0, 0, False
    for each in stretches(text):
        offset = text.index(each, offset)
        stretch = chain.stretch(each)
        found += [
            Token(token.term, position + token.position, offset + token.start, offset + token.end, token.role)
            for token in stretch.tokens
        ]
        position += stretch.width
        offset += len(each)
        is_incomplete |= stretch.is_incomplete
    found += chain.completions(text) if is_incomplete else []
    return sorted(found, key=lambda token: token.position)
