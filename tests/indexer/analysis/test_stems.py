"""Words that share a term, and words that do not."""

import pytest

from indexer.analysis.lexicon import Lexicon
from indexer.analysis.stems import Stems


@pytest.fixture(scope="module")
def stems(lexicon: Lexicon) -> Stems:
    return Stems(lexicon)


@pytest.mark.parametrize(
    "forms",
    [
        ("bank", "bänke", "bänken"),
        ("zentrum", "zentren", "zentrums"),
        ("gremium", "gremien"),
        ("kurs", "kurse", "kursen", "kurses"),
        ("dienst", "dienste", "diensten"),
        ("förderung", "förderungen", "fördern"),
        ("beratung", "beratungen"),
        ("protokoll", "protokolle", "protokollen"),
        ("straße", "straßen"),
        ("nachbar", "nachbarn", "nachbarin", "nachbarinnen"),
        ("teilnehmer", "teilnehmenden", "teilnehmerinnen"),
    ],
)
def test_forms_of_a_word_share_its_term(stems: Stems, forms: tuple[str, ...]) -> None:
    assert len({stems.stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    "words", [("kur", "kurs"), ("not", "notiz"), ("rat", "rad"), ("gast", "geist"), ("partei", "party")]
)
def test_different_words_have_different_terms(stems: Stems, words: tuple[str, str]) -> None:
    assert stems.stem(words[0]) != stems.stem(words[1])


def test_short_unknown_words_are_not_maimed(stems: Stems) -> None:
    assert [stems.stem(word) for word in ("umf", "hze", "ikö", "awos")] == ["umf", "hze", "iko", "awos"]
