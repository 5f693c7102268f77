"""Fingerprints: as alike as the texts they stand for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis.fingerprint import SHINGLE, fingerprint, resemblance, words_of
from indexer.extraction.pages import Block, BlockKind, Page

TEXT = [f"wort{number}" for number in range(400)]


def jaccard(one: list[str], other: list[str]) -> float:
    first, second = (
        {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)} for words in (one, other)
    )
    return len(first & second) / len(first | second)


def test_words_are_told_apart_from_signs_and_running_lines() -> None:
    blocks = (
        Block(BlockKind.HEADER, "Seite 1"),
        Block(BlockKind.PARAGRAPH, "Die „Wand“ –\nBUNT."),
        Block(BlockKind.FOOTER, "x"),
    )
    assert words_of([Page(1, "1", blocks)]) == ["die", "wand", "bunt"]


def test_a_text_of_a_few_words_has_no_fingerprint_and_is_like_nothing() -> None:
    assert fingerprint(TEXT[:24]) == b""
    assert fingerprint(TEXT[:25])
    assert resemblance(b"", [fingerprint(TEXT)]).tolist() == [0.0]
    assert resemblance(fingerprint(TEXT), []).tolist() == []


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 380), st.integers(0, 20))
def test_fingerprints_are_about_as_alike_as_the_shingles(start: int, more: int) -> None:
    other = [*TEXT[start:], *(f"anders{number}" for number in range(more))]
    told = resemblance(fingerprint(TEXT), [fingerprint(TEXT), fingerprint([*other, *["ende"] * 25])])
    assert told[0] == 1.0
    # Four standard deviations of 128 marks.
    assert abs(told[1] - jaccard(TEXT, [*other, *["ende"] * 25])) < 0.18


def test_a_book_has_the_fingerprint_of_all_its_portions() -> None:
    book = [f"wort{number}" for number in range(20_000)]
    (alike,) = resemblance(fingerprint(book), [fingerprint(book[:10_000])])
    assert 0.3 < alike < 0.7
