"""Persons of all genders."""

import pytest

from indexer.analysis.lexicon import Lexicon
from indexer.analysis.persons import Persons


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("nachbarin", "nachbar"),
        ("nachbarinnen", "nachbar"),
        ("kolleginnen", "kollege"),
        ("ärztin", "arzt"),
        ("ärztinnen", "arzt"),
        ("jüdinnen", "jude"),
        ("quartiersmanagerinnen", "quartiersmanager"),
        ("bundestutorinnen", "bundestutor"),
        ("teilnehmende", "teilnehmer"),
        ("mitarbeitenden", "mitarbeiter"),
        ("bewohnende", "bewohner"),
        ("berlin", "berlin"),
        ("termin", "termin"),
        ("medizin", "medizin"),
        ("verein", "verein"),
        ("drinnen", "drinnen"),
        ("spinnen", "spinnen"),
        ("fehlende", "fehlende"),
        ("wochenende", "wochenende"),
        ("jugendliche", "jugendliche"),
    ],
)
def test_persons_fold_onto_their_shortest_form(lexicon: Lexicon, word: str, folded: str) -> None:
    assert Persons(lexicon).fold(word) == folded
