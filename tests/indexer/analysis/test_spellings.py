"""Usual spellings restored."""

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.spellings import Spellings
from indexer.analysis.traced import Traced


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
def test_restored(lexicon: Lexicon, analysis: GermanAnalysis, written: str, usual: str) -> None:
    assert Spellings(lexicon, analysis.is_known).restore(Traced.of(written)).text == usual
