"""The labels that say what a passage is."""

import pytest

from indexer.structure.kinds import Label, PassageKind, is_proposal, read_label


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


@pytest.mark.parametrize(
    "text",
    ["Beschlussvorschlag: Der Plan gilt.", "Beschlussvorschlag Wuppertal: „Der Plan gilt.“", "Antrag: Mehr Tee."],
)
def test_a_proposal_is_labelled_as_one(text: str) -> None:
    assert is_proposal(text)
    assert read_label(text) is None
