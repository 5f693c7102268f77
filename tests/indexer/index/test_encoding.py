"""The postings of a field, encoded at once, as Whoosh reads them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.formats import Positions

from indexer.index.blocks import LARGEST, read_blocks
from indexer.index.encoding import ABOUT, Encoder
from indexer.index.list_reading import read_lists
from indexer.index.positions import read_places
from indexer.index.postings import Postings
from indexer.index.rows import read_rows
from indexer.index.storage import MappedFile
from indexer.index.term_postings import TermPostings

#: A posting: passage and positions.
Posting = tuple[int, list[int]]

#: Positions as in most passages (one), as in some, and as in books.
near = st.sets(st.integers(0, 255), min_size=1, max_size=1).map(sorted)
several = st.sets(st.integers(0, 300), min_size=1, max_size=4).map(sorted)
many = st.integers(245, 258).map(lambda count: list(range(count)))
far = st.sets(st.integers(0, 100_000), min_size=1, max_size=2).map(sorted)


@st.composite
def terms(draw: st.DrawFn) -> list[Posting]:
    count, step = draw(
        st.one_of(
            st.tuples(st.integers(1, 40), st.sampled_from([1, 300, 70_000])),
            st.tuples(st.sampled_from([LARGEST, LARGEST + 1]), st.sampled_from([1, 300])),
        )
    )
    kinds = draw(st.lists(st.sampled_from([near, near, near, several, many, far]), min_size=1, max_size=2))
    positions = draw(st.lists(st.one_of(kinds), min_size=1, max_size=5))
    first = draw(st.integers(0, 70_000))
    return [(first + place * step, positions[place % len(positions)]) for place in range(count)]


def _postings(of_terms: list[list[Posting]]) -> TermPostings:
    postings = [posting for term in of_terms for posting in term]
    distances = [np.diff(positions, prepend=0) for _, positions in postings]
    return TermPostings(
        [b"%04d" % number for number in range(len(of_terms))],
        np.cumsum([0, *map(len, of_terms)], dtype=np.int32),
        np.array([passage for passage, _ in postings], np.int32),
        np.concatenate(distances).astype(np.int32),
        np.cumsum([0, *map(len, distances)], dtype=np.int32),
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(terms(), min_size=1, max_size=5), st.integers(0, 99))
def test_whoosh_and_this_index_read_what_was_encoded(of_terms: list[list[Posting]], offset: int) -> None:
    lengths = bytes(range(256)) * (1 + max(term[-1][0] for term in of_terms) // 256)
    encoded = Encoder(_postings(of_terms), lengths, offset).encoded()
    file = memoryview(bytes(offset) + encoded.postings)
    for term, about in zip(of_terms, np.frombuffer(encoded.about, ABOUT), strict=True):
        of_term = [lengths[passage] for passage, _ in term]
        weights = [len(positions) for _, positions in term]
        assert about.tolist() == (
            *(0, sum(weights), len(term), min(of_term), max(of_term), max(weights), term[0][0], term[-1][0]),
            *(about["offset"], about["length"]),
        )
        assert _read_by_whoosh(file, about["offset"], about["length"]) == term
        blocks = list(read_blocks(file[about["offset"] :]))
        places = read_places([value for block in blocks for value in block.values])
        assert [id_ for block in blocks for id_ in block.ids.tolist()] == [passage for passage, _ in term]
        assert [weight for block in blocks for weight in block.weights.tolist()] == weights
        assert places.positions.tolist() == [position for _, positions in term for position in positions]
    assert about["offset"] >= offset
    assert np.frombuffer(encoded.about, ABOUT)["length"].sum() == len(encoded.postings)


@settings(max_examples=40, deadline=None)
@given(st.lists(terms(), min_size=1, max_size=5), st.integers(0, 99))
def test_all_lists_are_read_at_once(of_terms: list[list[Posting]], offset: int) -> None:
    postings = _postings(of_terms)
    lengths = bytes(1 + max(term[-1][0] for term in of_terms))
    encoded = Encoder(postings, lengths, offset).encoded()
    view, about = memoryview(bytes(offset) + encoded.postings), np.frombuffer(encoded.about, ABOUT)
    read = Postings.joined(list(read_lists(view, about, keeps_positions=True)))
    assert _listed(read.by_term(postings.terms, keeps_positions=True)) == _listed(postings)


def _listed(postings: TermPostings) -> list[object]:
    arrays = (postings.starts, postings.passages, postings.distances, postings.distance_starts)
    return [postings.terms, *(each.tolist() for each in arrays)]


@pytest.mark.parametrize("at", [0, 4, 20, -1, -8])
def test_what_is_nearly_a_row_is_not_read_as_one(at: int) -> None:
    encoded = Encoder(_postings([[(3, [7]), (5, [9])]] * 2), bytes(10), 0).encoded()
    size = len(encoded.postings) // 2
    changed = np.frombuffer(encoded.postings, np.uint8).copy()
    changed[size:][at] ^= 1
    read = read_rows(changed, np.array([0, size]), 2, size)
    assert read is not None
    assert read.are_rows.tolist() == [True, False]
    assert (read.distances.tolist(), read.positions.tolist()) == ([[3, 2]], [[7, 9]])
    assert read_rows(changed, np.array([0, size]), 3, size) is None


def _read_by_whoosh(file: memoryview, offset: int, length: int) -> list[Posting]:
    matcher = W3LeafMatcher(MappedFile(file, "postings"), offset, length, Positions())
    read = []
    while matcher.is_active():
        positions = matcher.value_as("positions")
        assert matcher.weight() == len(positions)
        assert matcher.block_min_length() <= matcher.block_max_length()
        read.append((matcher.id(), positions))
        matcher.next()
    return read


@pytest.mark.parametrize("positions", [[3], [3, 7], [256]])
def test_lists_of_every_length_stand_beside_each_other(positions: list[int]) -> None:
    of_terms = [[(9 * passage, positions) for passage in range(count)] for count in range(1, 41)]
    encoded = Encoder(_postings(of_terms), bytes(400), 0).encoded()
    file = memoryview(encoded.postings)
    places = [(int(about["offset"]), int(about["length"])) for about in np.frombuffer(encoded.about, ABOUT)]
    assert [_read_by_whoosh(file, *place) for place in places] == of_terms
