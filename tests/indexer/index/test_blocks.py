"""Posting lists as bytes and as arrays."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.formats import Existence

from indexer.index.block_lists import block_lists
from indexer.index.blocks import LARGEST, read_blocks
from indexer.index.storage import MappedFile
from indexer.index.term_postings import TermPostings

#: Numbers of passages of one term: near to each other, or all over a large index.
ids = st.one_of(
    st.sets(st.integers(0, 700), min_size=1, max_size=60),
    st.sets(st.integers(0, 2**31 - 1), min_size=1, max_size=9),
    st.integers(LARGEST - 1, 2 * LARGEST + 1).map(range),
).map(sorted)


def _posting_lists(of_terms: list[list[int]]) -> list[bytes]:
    """Return the postings of a field without positions, a list for each term."""
    passages = np.array([passage for term in of_terms for passage in term], np.int32)
    starts = np.cumsum([0, *map(len, of_terms)], dtype=np.int32)
    names = [b"%d" % number for number in range(len(of_terms))]
    written = block_lists(TermPostings.without_positions(names, starts, passages), np.zeros(len(passages), np.uint8))
    ends = np.cumsum(written.sizes).tolist()
    assert ends[-1] == len(written.postings)
    return [written.postings[begin:end] for begin, end in zip([0, *ends], ends, strict=False)]


@given(st.lists(ids, min_size=1, max_size=3))
def test_what_is_written_is_read_back(of_terms: list[list[int]]) -> None:
    for term, written in zip(of_terms, _posting_lists(of_terms), strict=True):
        read = list(read_blocks(memoryview(written + b"what follows")))
        assert [id_ for block in read for id_ in block.ids.tolist()] == term
        assert all((block.weights == 1).all() and len(block.ids) <= LARGEST for block in read)
        assert [value for block in read for value in block.values] == []


@given(st.lists(ids, min_size=1, max_size=3))
def test_whoosh_reads_the_same_postings(of_terms: list[list[int]]) -> None:
    for term, written in zip(of_terms, _posting_lists(of_terms), strict=True):
        matcher = W3LeafMatcher(MappedFile(memoryview(written), "postings"), 0, len(written), Existence())
        read = []
        while matcher.is_active():
            read.append((matcher.id(), matcher.weight()))
            matcher.next()
        assert read == [(id_, 1) for id_ in term]


def test_other_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="posting list"):
        list(read_blocks(memoryview(b"something else")))
