"""Positions as bytes and as arrays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.formats import Positions

from indexer.index.positions import Places, read_places, to_bytes

#: Positions of one posting: rising, as near to each other as in a passage, or as far as in a book.
positions = st.one_of(
    st.sets(st.integers(0, 300), min_size=1, max_size=40),
    st.sets(st.integers(0, 1_000_000), min_size=1, max_size=5),
).map(sorted)


def listed(places: Places) -> list[list[int]]:
    pairs = zip(places.starts[:-1], places.starts[1:], strict=True)
    return [places.positions[start:end].tolist() for start, end in pairs]


@given(st.lists(positions, min_size=1, max_size=20))
def test_what_is_written_is_read_back(postings: list[list[int]]) -> None:
    assert listed(read_places([to_bytes(tuple(posting)) for posting in postings])) == postings


@given(positions)
def test_whoosh_reads_the_same_positions(posting: list[int]) -> None:
    assert Positions().decode_positions(to_bytes(tuple(posting))) == posting
    assert Positions().decode_frequency(to_bytes(tuple(posting))) == len(posting)


@given(st.lists(positions, min_size=1, max_size=20))
def test_what_whoosh_writes_is_read(postings: list[list[int]]) -> None:
    assert listed(read_places([Positions().encode(posting) for posting in postings])) == postings


@pytest.mark.parametrize(
    "posting",
    [(0,), (255,), (256,), (0, 255), (0, 256), tuple(range(255)), tuple(range(256)), tuple(range(0, 70_000, 250))],
)
def test_the_bounds_of_the_short_form_hold(posting: tuple[int, ...]) -> None:
    assert listed(read_places([to_bytes(posting), to_bytes((1, 2))])) == [list(posting), [1, 2]]
