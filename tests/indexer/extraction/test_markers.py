"""What begins an item, and where a sentence runs on."""

import pytest

from indexer.extraction.markers import begins_item, carries_on, is_unfinished


@pytest.mark.parametrize(
    "line",
    ["• Punkt", "- Punkt", "– Punkt", "o Punkt", "1. Begrüßung", "2) Wahl", "3.1 Haushalt", "3.1. Haushalt", "a) eins",
     "(b) zwei", "iv) vier", "TOP 3 Wahl", "TOP 3: Wahl", "Tagesordnungspunkt 4", "☐ offen", "→ folgt",
     "1.) Wahl", "Punkt 4: Wahl", "Punkt 4 Wahl", "zu TOP 3 Wahl"],
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
        "Punkt 3 der Liste",
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


@pytest.mark.parametrize(
    ("item", "line"),
    [("1 Begrüßung", "2 Bericht"), ("1.Begrüßung", "2.Bericht"), ("9 – Fest", "10 – Ende"), ("I. Wahl", "II. Fest"),
     ("III Wahl", "IV Fest"), ("A. Wahl", "B. Fest"), ("H) Wahl", "I) Fest"), ("I) Fest", "J) Ende")],
)  # fmt: skip
def test_the_next_number_carries_a_list_on(item: str, line: str) -> None:
    assert carries_on(item, line)


@pytest.mark.parametrize(
    ("item", "line"),
    [("1 Begrüßung", "3 Bericht"), ("1 Begrüßung", "20 Gäste"), ("Am Montag", "B. Weber"), ("A. Weber", "C. Maier"),
     ("Das sind", "2 Gruppen"), ("1 Begrüßung durch", "die Leitung")],
)  # fmt: skip
def test_other_lines_do_not(item: str, line: str) -> None:
    assert not carries_on(item, line)
