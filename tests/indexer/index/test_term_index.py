"""The hash file of terms, as Whoosh reads it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from whoosh.filedb.filestore import RamStorage
from whoosh.filedb.filetables import OrderedHashReader

from indexer.index.term_index import TermIndexWriter


def _writer(storage: RamStorage) -> TermIndexWriter:
    return TermIndexWriter(storage.create_file("terms"))


@settings(deadline=None)
@given(st.sets(st.binary(min_size=1, max_size=6), max_size=60), st.integers(0, 60))
@example({b"%05d" % number for number in range(20_000)}, 7)
def test_whoosh_finds_every_key(given_keys: set[bytes], singly: int) -> None:
    keys = sorted(given_keys)
    storage = RamStorage()
    writer = _writer(storage)
    for key in keys[:singly]:
        writer.add(key, b"alone")
    writer.add_sorted(keys[singly:], b"".join(key.ljust(6, b".") for key in keys[singly:]), 6)
    writer.close()
    file = storage.open_file("terms")
    reader = OrderedHashReader(file, storage.file_length("terms"))
    expected = {key: b"alone" if place < singly else key.ljust(6, b".") for place, key in enumerate(keys)}
    assert list(reader.items()) == list(expected.items())
    assert {key: reader[key] for key in keys} == expected
    others = {key + b"!" for key in keys} - given_keys
    assert not any(key in reader for key in others)
    assert [reader.closest_key(key) for key in keys] == keys


def test_keys_that_do_not_rise_are_refused() -> None:
    writer = _writer(RamStorage())
    writer.add(b"b", b"1")
    with pytest.raises(ValueError, match="a"):
        writer.add_sorted([b"a"], b"1", 1)
