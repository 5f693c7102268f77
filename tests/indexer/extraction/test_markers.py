"""What begins an item, and where a sentence runs on."""

import pytest

from indexer.extraction.markers import begins_item, is_unfinished


@pytest.mark.parametrize(
    "line",
    ["• Punkt", "- Punkt", "– Punkt", "o Punkt", "1. Begrüßung", "2) Wahl", "3.1 Haushalt", "3.1. Haushalt", "a) eins",
     "(b) zwei", "iv) vier", "TOP 3 Wahl", "TOP 3: Wahl", "Tagesordnungspunkt 4", "☐ offen", "→ folgt"],
)  # fmt: skip
def test_an_item_begins(line: str) -> None:
    assert begins_item(line)


@pytest.mark.parametrize(
    "line",
    [
        "Punkt",
        "-ohne Abstand",
        "3. Mai 2019",
        "3.5.2019 in Berlin",
        "2019 war gut",
        "12. Dezember",
        "ohne",
        "TOPF 3",
        "",
    ],
)
def test_no_item_begins(line: str) -> None:
    assert not begins_item(line)


@pytest.mark.parametrize(
    ("line", "following", "runs_on"),
    [
        ("Die Gruppe trifft", "sich am Montag.", True),
        ("mit den Eltern,", "Lehrkräften und", True),
        ("im Haus der", "Jugend", True),
        ("Ort: Berlin", "Zeit: 10 Uhr", False),
        ("Das ist beschlossen.", "und gut", False),
        ("Anwesend:", "alle", False),
    ],
)
def test_a_sentence_runs_on(line: str, following: str, runs_on: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_unfinished(line, following) is runs_on
