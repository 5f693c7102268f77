"""The terms of a segment in their order, as Whoosh has them."""

from bisect import bisect_left
from pathlib import Path

import pytest
from whoosh.reading import SegmentReader

from indexer.index import sorted_terms
from indexer.index.sorted_terms import SortedTerms
from indexer.index.storage import open_index
from tests.indexer.index.stock import stock_schema
from tests.indexer.index.test_bulk import Passage, written_by_us

PASSAGES: list[Passage] = [
    {"id": str(number), "body": f"wort{number} überall {'oft ' * number}", "kind": "Protokoll", "title": "überall"}
    for number in range(30)
]


@pytest.fixture
def reader(tmp_path: Path) -> SegmentReader:
    written_by_us(tmp_path, [PASSAGES]).close()
    return open_index(tmp_path, stock_schema()).reader()


def terms_of(reader: SegmentReader, field: str) -> SortedTerms:
    index = reader.codec().terms_reader(reader.storage(), reader.segment())._tindex  # noqa: SLF001
    return SortedTerms(index.dbfile.view, index, field)


@pytest.mark.parametrize("field", ["body", "exact", "kind", "title"])
@pytest.mark.parametrize("at_once", [1, 7, 5000])
def test_every_term_is_read_in_its_order(
    reader: SegmentReader, monkeypatch: pytest.MonkeyPatch, field: str, at_once: int
) -> None:
    monkeypatch.setattr(sorted_terms, "_AT_ONCE", at_once)
    terms = terms_of(reader, field)
    expected = list(reader.lexicon(field))
    read = list(terms.ranges(0, len(terms)))
    assert [term for names, _ in read for term in names] == [terms[at] for at in range(len(terms))] == expected
    assert [int(each) for _, about in read for each in about["passages"]] == [
        reader.doc_frequency(field, term) for term in expected
    ]
    assert [bisect_left(terms, term) for term in expected] == list(range(len(expected)))


def test_a_field_that_is_not_there_has_no_terms(reader: SegmentReader) -> None:
    assert len(terms_of(reader, "superseded")) == 0
    assert list(terms_of(reader, "superseded").ranges(0, 0)) == []
