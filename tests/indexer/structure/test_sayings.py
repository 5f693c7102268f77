"""What a block says: decisions, results, tasks, and the rest."""

from datetime import date

import pytest

from indexer.extraction.pages import Block, BlockKind
from indexer.structure.kinds import PassageKind
from indexer.structure.occasion import Occasion
from indexer.structure.sayings import joined, sayings

MEETING = Occasion(date(2019, 4, 3))


def found(text: str) -> list[PassageKind | None]:
    """The kinds of the findings in a paragraph."""
    return [each.kind for each in sayings(Block(BlockKind.PARAGRAPH, text), MEETING) if each.is_finding]


def portions(text: str) -> list[str]:
    return [each.text for each in joined(sayings(Block(BlockKind.PARAGRAPH, text), MEETING))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # labels
        ("Beschluss: Der Plan gilt.", PassageKind.DECISION),
        ("Beschluss 3/2019: Der Plan gilt.", PassageKind.DECISION),
        ("• Vereinbarung: Alle Standorte melden sich.", PassageKind.DECISION),
        ("Ergebnis: Es fehlen Räume.", PassageKind.RESULT),
        ("Fazit: Es hat sich gelohnt.", PassageKind.RESULT),
        ("To-do: Plakate bestellen", PassageKind.TASK),
        ("ToDo: Plakate bestellen", PassageKind.TASK),
        ("Aufgabe: Plakate bestellen", PassageKind.TASK),
        ("→ Standort Gotha bestellt die Plakate bis 3.5.", PassageKind.TASK),
        ("-> Gotha bestellt", PassageKind.TASK),
        # decisions in sentences
        ("Der Plan wird einstimmig beschlossen.", PassageKind.DECISION),
        ("Die Vorlage wurde mit 12 Ja-Stimmen mehrheitlich angenommen.", PassageKind.DECISION),
        ("Es wird vereinbart, dass die Standorte berichten.", PassageKind.DECISION),
        # not decided
        ("Beschlussvorschlag: Der Plan gilt.", None),
        ("Der Beschluss wird vertagt.", None),
        ("Es wurde vereinbart, den Punkt zu vertagen; er ist vertagt.", None),
        # plain text
        ("Die Aufgaben der Koordination sind vielfältig.", None),
        ("Ergebnisse liegen noch nicht vor.", None),
    ],
)
def test_a_block_tells_its_kind(text: str, kind: PassageKind | None) -> None:
    assert found(text) == ([kind] if kind else [])


def test_a_paragraph_without_findings_stays_whole() -> None:
    assert portions("Hamburg berichtet. Die Wand steht.") == ["Hamburg berichtet. Die Wand steht."]


def test_a_decision_inside_a_paragraph_is_taken_out_of_it() -> None:
    assert portions("Alle reden. Die Tagesordnung wird ohne Änderung angenommen.") == [
        "Alle reden.",
        "Die Tagesordnung wird ohne Änderung angenommen.",
    ]


def test_a_decision_that_opens_its_paragraph_takes_its_conditions_along() -> None:
    text = "Es wird beschlossen: Wir bauen eine Bank. Sie wird vorher geprüft. 12 Ja, 1 Nein"
    assert portions(text) == [text]


def test_lines_of_a_paragraph_speak_for_themselves() -> None:
    assert portions("Farbe ist da.\n→ Gotha streicht bis 3.5.\nDann war Pause.") == [
        "Farbe ist da.",
        "→ Gotha streicht bis 3.5.",
        "Dann war Pause.",
    ]
