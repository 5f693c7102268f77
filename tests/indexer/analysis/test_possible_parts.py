"""What can be told by its letters to be no part of a compound."""

import random

import pytest

from indexer.analysis.constituents import Constituents
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.possible_parts import PossibleParts


@pytest.fixture(scope="module")
def possible(lexicon: Lexicon) -> PossibleParts:
    return PossibleParts(lexicon)


def test_nothing_that_may_be_a_part_is_held_back(lexicon: Lexicon, possible: PossibleParts) -> None:
    constituents = Constituents(lexicon)
    chance = random.Random(1)  # noqa: S311 - no secret
    held_back = 0
    for word in chance.sample([*lexicon.words, *lexicon.nouns], 12_000):
        begin = chance.randrange(len(word))
        for surface in (word, word[begin:], word[:begin], f"{word}s", word.removesuffix("e"), f"{word[:-1]}innen"):
            if surface not in possible.beginning(surface):
                held_back += 1
                readings = constituents._readings  # noqa: SLF001 - what is spared
                assert not any(reading(surface) for reading in readings), surface
    assert held_back > 10_000


@pytest.mark.parametrize(
    "part", ["jugend", "arbeits", "schul", "wohn", "groß", "bewohnerinnen", "mitarbeitende", "fach"]
)
def test_parts_go_through(possible: PossibleParts, part: str) -> None:
    assert possible.beginning(f"{part}xyz")[-1] == part


@pytest.mark.parametrize("letters", ["xqzv", "endkonfe", "gendkon"])
def test_other_letters_do_not(possible: PossibleParts, letters: str) -> None:
    assert letters not in possible.beginning(letters)
