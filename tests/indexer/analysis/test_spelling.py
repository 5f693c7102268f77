"""Corrections of misspelt words."""

import pytest

from indexer.analysis.umlaut import fold_digraphs
from tests.indexer.analysis.spellers import spelling_of

COUNTS = {
    "prävention": 40, "präventiv": 3, "graffiti": 20, "verstetigung": 9, "nadelmethode": 2, "quartier": 90,
    "quartiere": 5, "jugendliche": 70, "jugendlichen": 60, "büro": 8, "straße": 12, "träger": 30, "frage": 25,
    "fragen": 50, "hamburg": 30, "harburg": 2, "rat": 9,
}  # fmt: skip


@pytest.mark.parametrize(
    ("misspelt", "corrected"),
    [
        ("prävenzion", "prävention"),
        ("praevenzion", "prävention"),
        ("grafitti", "graffiti"),
        ("Grafiti", "graffiti"),
        ("verstätigung", "verstetigung"),
        ("nadelmetode", "nadelmethode"),
        ("qartier", "quartier"),
        ("quratier", "quartier"),
        ("jugendlcihe", "jugendliche"),
        ("strase", "straße"),
        ("haburg", "hamburg"),
    ],
)
def test_the_likeliest_word_comes_first(misspelt: str, corrected: str) -> None:
    assert spelling_of(COUNTS).suggest(misspelt)[0].term == fold_digraphs(corrected)


def test_the_more_common_of_equally_near_words_comes_first() -> None:
    assert [each.term for each in spelling_of({"bank": 1, "band": 100}).suggest("banx")] == ["band", "bank"]


def test_the_first_letter_is_rarely_mistyped() -> None:
    assert [each.term for each in spelling_of({"zeiten": 50, "mieten": 2}).suggest("meiten")] == ["mieten", "zeiten"]
    assert [each.term for each in spelling_of({"zeiten": 50}).suggest("meiten")] == ["zeiten"]


@pytest.mark.parametrize("word", ["rad", "xyzzyxyzzy", "fxyze", ""])
def test_too_short_or_too_far(word: str) -> None:
    assert spelling_of(COUNTS).suggest(word) == ()


def test_a_word_is_no_correction_of_itself() -> None:
    assert "fragen" not in [each.term for each in spelling_of(COUNTS).suggest("fragen")]


def test_nothing_is_suggested_from_nothing() -> None:
    assert spelling_of({}).suggest("wort") == ()
