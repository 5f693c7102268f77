"""Usual spellings restored."""

import random

import pytest

from indexer.analysis.compounds import Compounds
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.spellings import Spellings
from indexer.analysis.traced import Traced
from indexer.analysis.umlaut import fold


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("jugendaemter", "jugendämter"),
        ("buero", "büro"),
        ("massnahme", "maßnahme"),
        ("grosse", "große"),
        ("fussgaengerzone", "fußgängerzone"),
        ("strassenfest", "straßenfest"),
        ("begegnungsstatte", "begegnungsstätte"),
        ("jugendburo", "jugendbüro"),
        ("neue", "neue"),
        ("aktuelle", "aktuelle"),
        ("klasse", "klasse"),
        ("wissen", "wissen"),
        ("israel", "israel"),
        ("poesie", "poesie"),
        ("schon", "schon"),
        ("xyzzae", "xyzzae"),
        ("u25", "u25"),
    ],
)
def test_restored(spellings: Spellings, written: str, usual: str) -> None:
    assert spellings.restore(Traced.of(written)).text == usual


class TryingAll(Compounds):
    """Rules no spelling out by its letters."""

    def may_lack_umlauts(self, word: str) -> bool:
        """Return yes."""
        del word
        return True

    def may_be_known(self, word: str) -> bool:
        """Return yes."""
        del word
        return True


@pytest.fixture(scope="module")
def spellings(lexicon: Lexicon, analysis: GermanAnalysis) -> Spellings:
    return Spellings(lexicon, analysis.is_known, Compounds(lexicon))


def test_no_spelling_is_passed_over(lexicon: Lexicon, analysis: GermanAnalysis, spellings: Spellings) -> None:
    trying_all = Spellings(lexicon, analysis.is_known, TryingAll(lexicon))
    chance = random.Random(1)  # noqa: S311 - no secret
    nouns = sorted(chance.sample(sorted(lexicon.nouns), 300))
    forms = chance.sample([word for word in lexicon.words if not word.isascii()], 300)
    endings = ("", "s", "innen", "ende", "t")
    written = [
        fold(chance.choice((*nouns, *forms)) + chance.choice(endings) + chance.choice(forms)) for _ in range(400)
    ]
    for word in (*map(fold, forms), *written):
        assert spellings.restore(Traced.of(word)) == trying_all.restore(Traced.of(word))
