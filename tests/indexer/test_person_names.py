"""A person's name is found however it is written, and what is not certain is said to be so."""

import pytest

from indexer.person_names import PersonName


def found(name: str, text: str) -> list[tuple[str, bool]]:
    return [(text[place.start : place.end], place.is_sure) for place in PersonName.of(name).places(text)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        # umlauts, ß, and their plain spellings, both ways
        ("Anna Müller", "Anna Mueller", "Anna Mueller"),
        ("Anna Mueller", "ANNA MÜLLER kam", "ANNA MÜLLER"),
        ("Anna Müller", "anna muller kam", "anna muller"),
        ("Bodo Weiß", "Bodo Weiss", "Bodo Weiss"),
        # order, hyphens, initials, genitive
        ("Anna Müller", "Müller, Anna", "Müller, Anna"),
        ("Anna Müller-Schulze", "Anna Müller Schulze", "Anna Müller Schulze"),
        ("Anna Müller Schulze", "Schulze-Müller, Anna", "Schulze-Müller, Anna"),
        ("Anna Müller", "A. Müller sprach", "A. Müller"),
        ("Anna Müller", "Anna Müllers Vorschlag", None),
        # file names and accounts
        ("Anna Müller", "bericht_anna_mueller.docx", "anna_mueller"),
        ("Anna Müller", "AnnaMueller", "AnnaMueller"),
        # over the end of a line
        ("Anna Müller", "Anna\nMüller", "Anna\nMüller"),
    ],
)
def test_a_name_is_found_in_its_spellings(name: str, text: str, expected: str | None) -> None:
    places = found(name, text)
    assert len(places) == 1
    assert places[0][0] == (expected or "Anna Müllers")
    assert places[0][1] is (expected is not None)


@pytest.mark.parametrize("text", ["Anna Möller", "Ana Müllner", "Frau Müller", "Anna war da", "Mülller, Anna"])
def test_what_may_be_the_name_is_unsure(text: str) -> None:
    places = found("Anna Müller", text)
    assert places
    assert not any(is_sure for _, is_sure in places)


@pytest.mark.parametrize("text", ["Die Mühle in Gotha", "Annahme der Müllabfuhr", "A. Schmidt", "", "M. A. Muster"])
def test_other_words_are_no_name(text: str) -> None:
    assert found("Anna Müller", text) == []
