"""One number, however it is written."""

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.numbers import spoken_number


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("2.500", "2500"),
        ("18.400,00", "18400"),
        ("2500,00", "2500"),
        ("2.500,50", "2500,50"),
        ("1.234.567", "1234567"),
        ("14.30", "14.30"),
        ("8:15", "8.15"),
        ("0.125", "0.125"),
        ("2.5000", "2.5000"),
        ("3,5", "3,5"),
        ("45/2018", "45/2018"),
        ("1.2.3", "1.2.3"),
    ],
)
def test_numbers(written: str, spoken: str) -> None:
    assert spoken_number(written) == spoken


def test_whoever_types_no_dot_finds_the_number_with_it_and_it_is_marked_whole(german: GermanAnalysis) -> None:
    text = "Beschlossen: 2.500 Euro für die Wand."
    (number,) = (token for token in german.tokens(text) if token.term in {each.term for each in german.tokens("2500")})
    assert text[number.start : number.end] == "2.500"
