"""Incomplete words completed."""

import pytest

from indexer.analysis.ellipsis import Ellipses
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.tokenizer import words


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("Mädchen- und Jungenarbeit", ["Mädchenarbeit"]),
        ("Grund-, Haupt- und Realschulen", ["Grundschulen", "Hauptschulen"]),
        ("Früh- oder Spätdienst", ["Frühdienst"]),
        ("Sucht-/Gewaltprävention", ["Suchtprävention"]),
        ("Sozial- sowie Jugendhilfeausschuss", ["Sozialhilfeausschuss"]),
        ("JMD- und QM-Standorte", ["JMDStandorte"]),
        ("Vor- und Nachteile", ["Vorteile"]),
        ("An- und Abreise", ["Anreise"]),
        ("Sprachkurse und -tandems", ["sprachtandems"]),
        ("Stadtteilfeste, -treffs und -läden", ["stadtteiltreffs", "stadtteilläden"]),
        ("E-Mails und -Briefe", ["EBriefe"]),
        ("Kinder- am Montag", []),
        ("Kinder- (heute) am Montag", []),
        ("die Kinder- und", []),
        ("Früh- und Xyzzy", []),
        ("und -tandems", []),
        ("Xyzzy und -tandems", []),
        ("Jugend und Arbeit", []),
    ],
)
def test_completed(analysis: GermanAnalysis, text: str, completed: list[str]) -> None:
    ellipses = Ellipses(analysis.parts, analysis.is_known)
    spoken = list(words(text))
    found = (ellipses.complete(spoken, place) for place in range(len(spoken)))
    assert [word for word in found if word] == completed
