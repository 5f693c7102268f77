"""Method cards, from the labels and headings of method papers."""

import pytest

from indexer.passages import Passage
from indexer.structure.kinds import PassageKind
from webui.methodcards import LONGEST_FACT, method_card
from webui.services import Services


@pytest.mark.parametrize(
    ("heading", "text", "facts"),
    [
        ("", "Dauer: 90 Minuten", {"Dauer": "90 Minuten"}),
        ("", "Zeitbedarf | 2 Stunden", {"Dauer": "2 Stunden"}),
        ("", "• Gruppengröße: 6 bis 15", {"Gruppengröße": "6 bis 15"}),
        ("Ziele:", "Das Viertel kennen\nund zeigen", {"Ziel": "Das Viertel kennen"}),
        ("Material", "", {}),
        ("", "Dauer:", {}),
        ("", "Die Dauer ist offen", {}),
        ("", "Material: Nadeln\nZiel: Orte finden\nMaterial: Papier", {"Ziel": "Orte finden", "Material": "Nadeln"}),
    ],
)
def test_facts_are_those_the_paper_states(filled: Services, heading: str, text: str, facts: dict[str, str]) -> None:
    (paper,) = [each for each in filled.archive.descriptions() if each.title == "Nadelmethode"]
    card = method_card(paper, [_passage(heading, text)])
    assert card.facts == facts
    assert list(card.facts) == list(facts)


def test_a_long_fact_is_cut_at_a_word(filled: Services) -> None:
    paper = filled.archive.descriptions()[0]
    fact = method_card(paper, [_passage("", "Ziel: " + "Worte " * 100)]).facts["Ziel"]
    assert fact.endswith("Worte …")
    assert len(fact) <= LONGEST_FACT + len(" …")


def _passage(heading: str, text: str) -> Passage:
    return Passage("D-1-a", "D-1", 0, 1, "1", heading, "", PassageKind.INFORMATION, text)
