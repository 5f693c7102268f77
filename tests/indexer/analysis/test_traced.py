"""A word keeps the places of its letters through every change."""

from indexer.analysis.traced import Traced


def test_an_unchanged_word_is_its_own_source() -> None:
    word = Traced.of("Rat")
    assert (word.text, word.start, word.end) == ("Rat", 0, 3)


def test_letters_after_a_shortened_stretch_keep_their_places() -> None:
    word = Traced.of("Staedte").replace(2, 4, "ä")
    assert word.text == "Städte"
    assert [word.cut(place, place + 1).start for place in range(6)] == [0, 1, 2, 4, 5, 6]
    assert word.cut(2, 3).end == 4


def test_a_letter_taken_out_belongs_to_nobody_after_it() -> None:
    word = Traced.of("Rat*innen").replace(3, 4, "")
    assert word.text == "Ratinnen"
    assert word.cut(3, 8).start == 4


def test_lower_case_never_changes_the_number_of_letters() -> None:
    assert Traced.of("İZMİR").lower().text == "izmir"
