"""What kind of passage a block is."""

import pytest

from indexer.structure.kinds import Label, PassageKind, kind_of, read_label


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
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Beschlüsse", Label(PassageKind.DECISION, "")),
        ("Aufgaben:", Label(PassageKind.TASK, "")),
        ("Ergebnis: gut", Label(PassageKind.RESULT, "gut")),
        ("Ablauf", Label(PassageKind.METHOD_STEP, "")),
        ("Aufgaben der Koordination", None),
    ],
)
def test_a_label_stands_before_a_colon_or_alone(text: str, label: Label | None) -> None:
    assert read_label(text) == label
