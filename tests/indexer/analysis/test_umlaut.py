"""Umlauts folded and restored."""

import pytest

from indexer.analysis.lexicon import Lexicon
from indexer.analysis.traced import Traced
from indexer.analysis.umlaut import BEFORE_SHARP_S, fold, fold_digraphs, with_sharp_s, with_umlauts


@pytest.mark.parametrize(
    ("word", "folded"),
    [("größe", "grosse"), ("café", "cafe"), ("çelik", "celik"), ("łódź", "lodz"), ("neue", "neue")],
)
def test_marks_fall(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("word", "folded"),
    [("müller", "muller"), ("mueller", "muller"), ("neue", "neue"), ("quelle", "quelle"), ("mauer", "mauer")],
)
def test_written_out_umlauts_fall_too_but_not_after_a_vowel(word: str, folded: str) -> None:
    assert fold_digraphs(word) == folded


def test_all_written_out_umlauts_are_restored_at_once() -> None:
    assert with_umlauts(Traced.of("jugendaemterbuero")).text == "jugendämterbüro"


@pytest.mark.parametrize(
    ("word", "sharp"), [("strasse", "straße"), ("rat", "rat"), ("ssw", "ssw"), ("hilfsschule", "hilfsschule")]
)
def test_a_double_s_may_be_a_sharp_one(word: str, sharp: str) -> None:
    assert with_sharp_s(Traced.of(word)).text == sharp


def test_no_known_word_has_a_sharp_s_after_other_letters(lexicon: Lexicon) -> None:
    known = (word for words in (lexicon.nouns, lexicon.base_forms) for word in words if "ß" in word[1:])
    assert {word[word.index("ß", 1) - 1].lower() for word in known} <= BEFORE_SHARP_S
