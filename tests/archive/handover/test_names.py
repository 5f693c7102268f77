"""Names of files that every file system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.handover.names import LONGEST, MOST_BYTES, safe_ending, safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Protokoll Standorttreffen Hamburg", "Protokoll Standorttreffen Hamburg"),
        ("Mitgestalten: Ergebnisse", "Mitgestalten – Ergebnisse"),
        ("Tagesordnung/Programm", "Tagesordnung-Programm"),
        ("../../etc/passwd", "etc-passwd"),
        ("100 % Quartier", "100 Prozent Quartier"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("Konzept", "Konzept"),
        ("Was? Wie* \x00 <b>", "Was- Wie- -b"),
        ("Zu\u202eda", "Zu da"),
        ("\ud800", "ohne Namen"),
        (" . ", "ohne Namen"),
        ("Gro\u0308ße", "Größe"),
        ("Wort " * 40, "Wort " * 12 + "Wort…"),
        ("𝔊" * 70, "𝔊" * 45 + "…"),
    ],
)
def test_names_are_what_people_recognise(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text())
def test_a_name_is_one_part_of_a_path_everywhere(text: str) -> None:
    name = safe_name(text)
    assert name
    assert len(name) <= LONGEST
    assert len(name.encode()) <= MOST_BYTES + 3
    assert not set(name) & set('<>:"/\\|?*%\x00\n\r')
    assert name == name.strip(" .")
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("file", "ending"),
    [("a.PDF", ".pdf"), ("ohne", ""), ("a.tar.gz", ".gz"), ("a. b", ""), ("a.exe/..", ""), (".profile", ".profile")],
)
def test_endings_are_kept_where_they_are_fit(file: str, ending: str) -> None:
    assert safe_ending(file) == ending
