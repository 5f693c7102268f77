"""Terms are found in Whoosh's file as Whoosh finds them."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import index
from whoosh.reading import SegmentReader

from indexer.analysis.plain import PlainAnalysis
from indexer.index.bulk import open_writer
from indexer.index.schema import passage_schema
from indexer.index.storage import INDEX_NAME, MappedStorage
from indexer.index.term_table import TermTable
from tests.indexer.index.stock import passages


def table_of(reader: SegmentReader, hash_type: int = 0) -> TermTable:
    whoosh = reader.codec().terms_reader(reader.storage(), reader.segment())._tindex  # noqa: SLF001 - as a segment does
    whoosh.hashtype = hash_type
    return TermTable(whoosh.dbfile.view, whoosh)


def written(folder: Path, held: list[dict[str, object]]) -> SegmentReader:
    schema = passage_schema(PlainAnalysis(), PlainAnalysis())
    writer = open_writer(folder, schema)
    for passage in held:
        writer.add_document(**passage)
    writer.commit()
    (segment,) = index.TOC.read(MappedStorage(folder), INDEX_NAME, schema=schema).segments
    return SegmentReader(MappedStorage(folder), schema, segment)


@given(held=st.lists(passages, min_size=1, max_size=20), asked=st.lists(st.text("bcdfg", max_size=4), max_size=20))
@settings(max_examples=40, deadline=None)
def test_finds_what_whoosh_finds(held: list[dict[str, object]], asked: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reader = written(Path(folder), held)
        table = table_of(reader)
        every = {(field, term): reader.term_info(field, term) for field, term in reader.all_terms()}
        for (field, term), about in every.items():
            assert table.find(field, term) == (about.doc_frequency(), about.extent()[0])
        for field, term in ((field, word.encode()) for field in {field for field, _ in every} for word in asked):
            assert (table.find(field, term) is not None) == ((field, term) in every)
        assert table.find("no field", b"bb") is None
        words = sorted({*(word.encode() for word in asked), *(term for _, term in every)})
        for field in {"no field", *(field for field, _ in every)}:
            expected = [found.frequency if (found := table.find(field, word)) else 0 for word in words]
            assert table.frequencies(field, words).tolist() == expected


def test_other_hashes_are_refused(tmp_path: Path) -> None:
    reader = written(tmp_path, [{"id": "1", "document": "D", "body": "ein Wort"}])
    with pytest.raises(ValueError, match="1"):
        table_of(reader, hash_type=1)
