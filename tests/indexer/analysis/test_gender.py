"""All notations of gender-neutral writing."""

import pytest

from indexer.analysis.gender import unmark
from indexer.analysis.traced import Traced


@pytest.mark.parametrize(
    ("written", "unmarked"),
    [
        ("Nachbar*innen", "Nachbarinnen"),
        ("Nachbar:innen", "Nachbarinnen"),
        ("Nachbar_innen", "Nachbarinnen"),
        ("Nachbar·innen", "Nachbarinnen"),
        ("Nachbar•innen", "Nachbarinnen"),
        ("Nachbar/-innen", "Nachbarinnen"),
        ("Nachbar/innen", "Nachbarinnen"),
        ("Nachbar(innen)", "Nachbarinnen"),
        ("Nachbar(-innen)", "Nachbarinnen"),
        ("NachbarInnen", "Nachbarinnen"),
        ("Nachbar*Innen", "Nachbarinnen"),
        ("Nachbar:in", "Nachbarin"),
        ("Nachbar/in", "Nachbarin"),
        ("Nachbar(in)", "Nachbarin"),
        ("NachbarIn", "Nachbarin"),
        ("Schüler*innenvertretung", "Schülerinnenvertretung"),
        ("SchülerInnenvertretung", "Schülerinnenvertretung"),
        ("Schüler(innen)vertretung", "Schülerinnenvertretung"),
        ("jede*r", "jeder"),
        ("Angestellte:r", "Angestellter"),
        ("Nachbarinnen", "Nachbarinnen"),
        ("JMD-iQ", "JMD-iQ"),
        ("DIN", "DIN"),
        ("WLAN", "WLAN"),
    ],
)
def test_the_marker_is_taken_out(written: str, unmarked: str) -> None:
    assert unmark(Traced.of(written)).text == unmarked


def test_what_follows_the_marker_keeps_its_place() -> None:
    word = unmark(Traced.of("Schüler*innenrat"))
    rat = word.cut(word.text.index("rat"), len(word.text))
    assert "Schüler*innenrat"[rat.start : rat.end] == "rat"
