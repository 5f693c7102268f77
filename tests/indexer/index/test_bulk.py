"""The bulk writer against Whoosh's own: the same content, read by Whoosh."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import index
from whoosh.reading import IndexReader

from indexer.analysis.plain import PlainAnalysis
from indexer.index.blocks import LARGEST
from indexer.index.bulk import open_writer
from indexer.index.schema import passage_schema
from tests.indexer.index.stock import opened, passages, stock_schema

Passage = dict[str, object]


def written_by_us(folder: Path, batches: list[list[Passage]]) -> IndexReader:
    schema = passage_schema(PlainAnalysis(), PlainAnalysis())
    for batch in batches:
        writer = open_writer(folder, schema)
        for passage in batch:
            writer.add_document(**passage)
        writer.commit()
    return opened(folder).reader()


def written_by_whoosh(folder: Path, batches: list[list[Passage]]) -> IndexReader:
    whoosh = index.create_in(folder, stock_schema())
    for batch in batches:
        writer = whoosh.writer()
        for passage in batch:
            writer.add_document(**passage)
        writer.commit(merge=False)
    return whoosh.reader()


def content(reader: IndexReader) -> Iterator[object]:
    """Yield everything that Whoosh can say about an index."""
    schema = reader.schema
    yield reader.doc_count_all(), reader.doc_count()
    for name, term in sorted(reader.all_terms()):
        yield name, term, about(reader, name, term)
        matcher = reader.postings(name, term)
        while matcher.is_active():
            yield matcher.id(), matcher.weight(), matcher.value_as("frequency")
            yield matcher.value_as("positions") if schema[name].format.supports("positions") else None
            matcher.next()
    for name in schema.scorable_names():
        yield name, reader.field_length(name), [reader.doc_field_length(n, name) for n in reader.all_doc_ids()]
    yield [stored for _, stored in reader.iter_docs()]
    yield list(reader.column_reader("date"))


def about(reader: IndexReader, name: str, term: bytes) -> tuple[float, ...]:
    info = reader.term_info(name, term)
    lengths = info.min_length(), info.max_length()
    return info.weight(), info.doc_frequency(), *lengths, info.max_weight(), info.min_id(), info.max_id()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(passages, min_size=1, max_size=8), min_size=1, max_size=3))
def test_what_is_written_is_what_whoosh_would_have_written(batches: list[list[Passage]]) -> None:
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
        one, other = written_by_us(Path(ours), batches), written_by_whoosh(Path(theirs), batches)
        assert list(content(one)) == list(content(other))
        one.close()
        other.close()


def test_posting_lists_of_several_blocks_are_whole(tmp_path: Path) -> None:
    often: list[Passage] = [
        {"id": str(number), "body": "bb " * (1 + number % 3), "date": number} for number in range(2 * LARGEST + 10)
    ]
    (tmp_path / "ours").mkdir()
    (tmp_path / "theirs").mkdir()
    one, other = written_by_us(tmp_path / "ours", [often]), written_by_whoosh(tmp_path / "theirs", [often])
    assert list(content(one)) == list(content(other))
    one.close()
    other.close()
