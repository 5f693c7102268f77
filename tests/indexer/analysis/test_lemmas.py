"""The dictionary of base forms."""

import pytest
from simplemma.strategies.dictionaries import StreamDictionaryFactory

from indexer.analysis.lemmas import GermanLemmas
from indexer.analysis.lexicon import Lexicon
from indexer.analysis.wordtable import WordTable, packed_table


def test_there_is_only_german() -> None:
    with pytest.raises(ValueError, match="en"):
        GermanLemmas(WordTable(packed_table(()))).get_dictionary("en")


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("gremien", "Gremium"),
        ("Gremien", "Gremium"),
        ("Knetmethodenheiten", "Knetmethodenheit"),
        ("quietschartiges", "quietschartig"),
        ("herabwohnst", "herabwohnen"),
        ("Straßen-Bäume", "Straßenbaum"),
        ("2018", "2018"),
        ("Xyzzy", "Xyzzy"),
        ("", ""),
    ],
)
def test_base_forms(lexicon: Lexicon, word: str, lemma: str) -> None:
    assert lexicon.base_forms.of(word) == lemma


def test_the_dictionary_says_what_the_package_says(lexicon: Lexicon) -> None:
    ours = WordTable(lexicon.prepared.get("base-forms", bytes))
    theirs = StreamDictionaryFactory().get_dictionary("de")
    assert len(ours) == len(theirs)
    forms = list(ours)
    assert all(ours[form] == theirs[form] for form in forms[::997])
    assert not any(f"{form}x" in theirs for form in forms[::997] if ours.get(f"{form}x") is None)
