"""On which printed page a passage begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.paging import pages_of, spans_of

PAGES = [
    "Protokoll Hamburg\nTOP 1 Wand\nDie Wand wird bunt. Alle",
    "helfen mit.\nTOP 2 Fest\nNichts beschlossen.",
    "Ende",
]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["TOP 1 Wand", "Die Wand wird bunt. Alle helfen mit.", "TOP 2 Fest", "Ende"], (1, 1, 2, 3)),
        (["Wand | wird | bunt", "Nichts beschlossen."], (1, 2)),
        # What is found nowhere stands where the one before it does.
        (["TOP 2 Fest", "gibt es nicht", "", "Ende"], (2, 2, 2, 3)),
        ([], ()),
    ],
)
def test_a_passage_is_on_the_page_that_says_its_first_words(texts: list[str], found: tuple[int, ...]) -> None:
    assert pages_of(texts, PAGES) == found


def test_of_equal_places_the_next_one_is_taken() -> None:
    pages = ["Beschluss: einstimmig angenommen.", "Beschluss: einstimmig angenommen.", "Beschluss: vertagt."]
    assert pages_of(["Beschluss: einstimmig angenommen."] * 2 + ["Beschluss: vertagt."], pages) == (1, 2, 3)
    text = ["Anfang", "Beschluss: einstimmig angenommen.", "Mitte der Sitzung", "Beschluss: einstimmig angenommen."]
    pages = ["\n".join(text[:2]) + " x" * 9, "\n".join(text[2:])]
    assert pages_of(text, pages) == (1, 1, 2, 2)


@given(st.lists(st.lists(st.text("abcdefghijklm", min_size=6, max_size=9), min_size=12, max_size=30), min_size=1))
def test_pages_find_themselves(pages: list[list[str]]) -> None:
    texts = [" ".join(f"{word}{number}" for word in page) for number, page in enumerate(pages)]
    assert pages_of(texts, texts) == tuple(range(1, len(texts) + 1))


def test_a_passage_reaches_to_where_the_next_one_begins() -> None:
    assert list(spans_of((1, 1, 3), 4)) == [range(1, 2), range(1, 4), range(3, 5)]


def test_without_pages_everything_stands_on_the_first() -> None:
    assert pages_of(["a b c", "d"], []) == (1, 1)
