"""What hyphens hold together."""

import pytest

from indexer.analysis.units import units


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Standort", ["Standort"]),
        ("JMD-Standort", ["JMD", "Standort"]),
        ("Schule–Beruf", ["Schule", "Beruf"]),
        ("Q&A", ["Q", "A"]),
        ("i.Q.", ["iQ"]),
        ("geht's", ["gehts"]),
        ("Bürger*innen-Rat", ["Bürgerinnen", "Rat"]),
        ("Kinder-", ["Kinder"]),
        ("2018-11-06", ["2018-11-06"]),
        ("14.30", ["14.30"]),
    ],
)
def test_units(written: str, found: list[str]) -> None:
    assert [unit.text for unit in units(written)] == found
