"""Hyphens at line ends: the typesetter's go, the writer's stay."""

import pytest

from indexer.extraction.hyphens import join_all, join_lines


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("das Quartiers-", "management tagt", "das Quartiersmanagement tagt"),
        ("der JMD-", "iQ Standort", "der JMD-iQ Standort"),
        ("in der Kinder-", "und Jugendarbeit", "in der Kinder- und Jugendarbeit"),
        ("Vor-", "oder Nachmittag", "Vor- oder Nachmittag"),
        ("Ein-", "bzw. Auszug", "Ein- bzw. Auszug"),
        ("Jugend-", "undercover", "Jugendundercover"),  # "und" only as a whole word
        ("der JMD-", "eigene Bus", "der JMD-eigene Bus"),
        ("Baden-", "Württemberg", "Baden-Württemberg"),
        ("Berlin-", "Neukölln", "Berlin-Neukölln"),
        ("COVID-", "19", "COVID-19"),
        ("der U-", "bahn", "der Ubahn"),  # one capital may begin a word: "Ü-bung"
        ("die 3-", "tägige Fahrt", "die 3-tägige Fahrt"),
        ("(Stadt-", "teil)", "(Stadtteil)"),
        ("von Mai -", "bis Juni", "von Mai - bis Juni"),  # a dash, no hyphen
        ("kein", "Strich", "kein Strich"),
        ("ende –", "anfang", "ende – anfang"),
    ],
)
def test_lines_are_joined(first: str, second: str, joined: str) -> None:
    assert join_lines(first, second) == joined


def test_all_lines_of_a_paragraph_are_joined() -> None:
    assert join_all(["Ver-", "einbarungs-", "gemäß ist", "gut."]) == "Vereinbarungsgemäß ist gut."
