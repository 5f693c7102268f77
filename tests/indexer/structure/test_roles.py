"""Who is to do something is told by roles, where they are known."""

import pytest

from indexer.structure.personal.roles import without_names


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("Frau Muster (Projektleitung)", "Projektleitung"),
        ("Anna Muster, Standort Gotha", "Standort Gotha"),
        ("Koordination und Herr Beispiel", "Koordination"),
        ("Anna Muster", "Projektleitung Standort Gotha"),
        ("Herr Beispiel", "Herr Beispiel"),  # nowhere is said what he does
        ("Jugendtreff Nord", "Jugendtreff Nord"),
        ("Standort Hamburg", "Standort Hamburg"),
        ("Team Öffentlichkeitsarbeit, alle Standorte", "Team Öffentlichkeitsarbeit, alle Standorte"),
        ("", ""),
    ],
)
def test_names_give_way_to_roles(who: str, role: str) -> None:
    texts = [
        "Anwesend: Anna Muster (Projektleitung Standort Gotha), Jugendtreff Nord (Team)",
        "Herr Beispiel (gestern)",
    ]
    assert without_names(who, texts) == role
