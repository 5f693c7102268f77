"""Large tables of words."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis.wordtable import WordList, WordTable, packed_list, packed_table

RECORDS = {f"w{number:04}": f"l{number % 7}" for number in range(2000)}

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


@pytest.fixture(scope="module")
def table() -> WordTable:
    return WordTable(packed_table(RECORDS.items()))


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
    table = WordTable(packed_table(records.items()))
    assert sorted(table) == sorted(records)
    assert all(table.get(word) == records.get(word) for word in [*records, *others])


def test_an_empty_table_holds_nothing() -> None:
    table = WordTable(packed_table(()))
    assert "wort" not in table
    assert list(table) == []


@given(
    words=st.sets(st.text(LETTERS, min_size=1, max_size=8), max_size=100),
    others=st.lists(st.text(LETTERS, max_size=12)),
)
def test_a_list_is_a_set_that_knows_what_a_word_begins_with(words: set[str], others: list[str]) -> None:
    listed = WordList(packed_list(words))
    assert set(listed) == words
    assert all((word in listed) == (word in words) for word in others)
    for word in [*words, *others]:
        assert listed.prefixes(word) == [word[:end] for end in range(1, len(word) + 1) if word[:end] in words]


def test_lists_and_tables_keep_alive_what_they_point_into() -> None:
    words = [f"wort{number}" for number in range(5000)]
    listed, table = WordList(packed_list(words)), WordTable(packed_table((word, word) for word in words))
    gc.collect()
    others = [bytes(len(words)) for _ in range(100)]  # would take the place of what was given back
    assert all(word in listed and table[word] == word for word in words)
    assert len(others) == 100
