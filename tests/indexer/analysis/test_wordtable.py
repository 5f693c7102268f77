"""Large tables of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.wordtable import WordTable, packed

RECORDS = {f"w{number:04}": f"l{number % 7}" for number in range(2000)}

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\t\n")


@pytest.fixture(scope="module")
def table() -> WordTable:
    return WordTable(packed(RECORDS.items()))


def test_every_word_leads_to_its_value(table: WordTable) -> None:
    assert dict(table) == RECORDS
    assert len(table) == len(RECORDS)
    assert all(word in table for word in RECORDS)


@pytest.mark.parametrize("word", ["", "a", "w", "w000", "w00000", "w2000", "l1", "x", "ä"])
def test_other_words_have_none(table: WordTable, word: str) -> None:
    assert word not in table
    assert table.get(word) is None
    assert table.get(word, "other") == "other"
    with pytest.raises(KeyError):
        table[word]


@given(
    records=st.dictionaries(st.text(LETTERS, max_size=12), st.text(LETTERS, max_size=3), max_size=300),
    others=st.lists(st.text(LETTERS, max_size=12), max_size=30),
)
def test_a_table_is_a_dictionary(records: dict[str, str], others: list[str]) -> None:
    table = WordTable(packed(records.items()))
    assert list(table) == sorted(records)
    assert all(table.get(word) == records.get(word) for word in [*records, *others])


def test_an_empty_table_holds_nothing() -> None:
    table = WordTable(packed(()))
    assert "wort" not in table
    assert list(table) == []
