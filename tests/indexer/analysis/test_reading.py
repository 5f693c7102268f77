"""Abbreviations and words in capitals."""

import pytest

from indexer.analysis.lexicon import Lexicon
from indexer.analysis.reading import Reader


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon, frozenset({"mit", "im"}))


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("BAMF", ["bamf"]),
        ("JMDs", ["jmd"]),
        ("ISEK", ["isek"]),
        ("umA", ["uma"]),
        ("HÄUSER", ["haus"]),
        ("BILDUNG", ["bildung"]),
        ("ANBest-P", ["anbestp", "anbest", "p"]),
        ("KOMM-MIT", ["kommmit", "komm"]),
        ("45/2018", ["45/2018", "45", "2018"]),
        ("14.30", ["14.30"]),
    ],
)
def test_terms(reader: Reader, written: str, terms: list[str]) -> None:
    assert [piece.term for piece in reader.read(written)] == terms


def test_of_a_hyphenated_word_the_divided_parts_are_told_from_the_smallest(reader: Reader) -> None:
    assert [piece.term for piece in reader.read("Jugendarbeit-Projekt") if piece.divided] == ["jugendarbeit"]
