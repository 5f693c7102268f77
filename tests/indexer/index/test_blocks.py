"""Posting lists as bytes and as arrays."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.formats import Positions

from indexer.index.blocks import Block, pickled, read_blocks
from indexer.index.positions import to_bytes
from indexer.index.storage import MappedFile

#: Numbers of passages of one block: near to each other, or all over a large index.
ids = st.one_of(
    st.sets(st.integers(0, 700), min_size=1, max_size=60), st.sets(st.integers(0, 2**31 - 1), min_size=1, max_size=9)
).map(sorted)
weights = st.floats(0.5, 90, width=32)


def _posting_list(blocks: list[list[int]], weight: list[float]) -> bytes:
    made = [
        Block(
            np.array(each, np.int32),
            np.array([weight[at % len(weight)] for at in range(len(each))], np.float32),
            pickled((to_bytes((3, 7)),) * len(each)),
            1,
            9,
        )
        for each in blocks
    ]
    return b"W3Bl" + b"".join(block.to_bytes(is_last=block is made[-1]) for block in made)


@given(st.lists(ids, min_size=1, max_size=3), st.lists(weights, min_size=1, max_size=3))
def test_what_is_written_is_read_back(blocks: list[list[int]], weight: list[float]) -> None:
    read = list(read_blocks(memoryview(_posting_list(blocks, weight) + b"what follows")))
    assert [block.ids.tolist() for block in read] == blocks
    assert [list(block.weights) for block in read] == [
        [weight[at % len(weight)] for at in range(len(each))] for each in blocks
    ]


@given(ids, st.lists(weights, min_size=1, max_size=3))
def test_whoosh_reads_the_same_postings(block: list[int], weight: list[float]) -> None:
    written = _posting_list([block], weight)
    matcher = W3LeafMatcher(MappedFile(memoryview(written), "postings"), 0, len(written), Positions())
    read = []
    while matcher.is_active():
        read.append((matcher.id(), matcher.weight(), matcher.value_as("positions")))
        matcher.next()
    assert read == [(id_, weight[at % len(weight)], [3, 7]) for at, id_ in enumerate(block)]


def test_other_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="posting list"):
        list(read_blocks(memoryview(b"something else")))
