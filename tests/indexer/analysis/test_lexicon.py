"""What is known of words."""

import pytest

from indexer.analysis.lexicon import UNCOUNTED, Lexicon


@pytest.mark.parametrize("word", ["straße", "straßen", "geht", "treff", "café", "beteiligung"])
def test_words_of_the_language_are_known_in_every_form(lexicon: Lexicon, word: str) -> None:
    assert lexicon.is_word(word)


@pytest.mark.parametrize("word", ["grafitti", "verstätigung", "nadelmetode", "jmd", ""])
def test_other_words_are_not(lexicon: Lexicon, word: str) -> None:
    assert not lexicon.is_word(word)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("bänke", "bank"),
        ("gremien", "gremium"),
        ("zentren", "zentrum"),
        ("räte", "rat"),
        ("protokollen", "protokoll"),
        ("gegangen", "gehen"),
        ("xyzzy", "xyzzy"),
    ],
)
def test_base_forms(lexicon: Lexicon, form: str, lemma: str) -> None:
    assert lexicon.lemma(form) == lemma


@pytest.mark.parametrize(("word", "noun"), [("schulen", "schule"), ("sehr", None), ("xyzzy", None)])
def test_forms_of_nouns(lexicon: Lexicon, word: str, noun: str | None) -> None:
    assert lexicon.noun(word) == noun


@pytest.mark.parametrize(("word", "adjective"), [("groß", True), ("sozial", True), ("haus", False), ("geht", False)])
def test_adjectives(lexicon: Lexicon, word: str, adjective: bool) -> None:  # noqa: FBT001 - a column of the table
    assert lexicon.is_adjective(word) is adjective


def test_what_no_list_holds_may_be_a_noun(lexicon: Lexicon) -> None:
    assert lexicon.is_noun("quartiersräte")
    assert not lexicon.is_noun("zweckgebunden")


def test_common_words_are_more_frequent_than_rare_ones(lexicon: Lexicon) -> None:
    assert lexicon.frequency("jahr") > lexicon.frequency("barriere") > lexicon.frequency("xyzzy") == UNCOUNTED
