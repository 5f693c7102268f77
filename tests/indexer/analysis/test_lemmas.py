"""The dictionary of base forms."""

import pytest
from simplemma.strategies.dictionaries import StreamDictionaryFactory

from indexer.analysis.lemmas import GermanLemmas, Lemmas
from indexer.analysis.lexicon import Lexicon

RECORDS = [(f"w{number:03}", f"l{number % 7}") for number in range(100)]


def test_forms_lead_to_their_base_forms() -> None:
    lemmas = Lemmas(RECORDS)
    assert dict(lemmas) == dict(RECORDS)
    assert len(lemmas) == len(RECORDS)


@pytest.mark.parametrize("word", ["", "a", "w", "w00", "w0000", "w100", "l1", "x"])
def test_other_words_have_none(word: str) -> None:
    lemmas = Lemmas(RECORDS)
    assert lemmas.get(word) is None
    assert lemmas.get(word, "other") == "other"
    with pytest.raises(KeyError):
        lemmas[word]


def test_there_is_only_german() -> None:
    with pytest.raises(ValueError, match="en"):
        GermanLemmas(Lemmas(())).get_dictionary("en")


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


def test_the_dictionary_says_what_the_package_says() -> None:
    ours, theirs = GermanLemmas.load().get_dictionary("de"), StreamDictionaryFactory().get_dictionary("de")
    assert len(ours) == len(theirs)
    forms = list(ours)
    assert all(ours[form] == theirs[form] for form in forms[::997])
    assert not any(f"{form}x" in theirs for form in forms[::997] if ours.get(f"{form}x") is None)
