"""Segments that were put together say what one segment of the same passages says."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis.plain import PlainAnalysis
from indexer.index import merging
from indexer.index.blocks import LARGEST
from indexer.index.bulk import open_writer
from indexer.index.committing import Committing
from indexer.index.schema import EXACT_FIELD, TEXT_FIELDS, passage_schema
from indexer.index.upkeep import MOST_ALIKE, merge_segments, rewrite_segments
from tests.indexer.index.stock import opened, passages
from tests.indexer.index.test_bulk import Passage, content, written_by_us

#: Passages whose lengths are kept exactly: those of longer ones are within 4 %, of which the sum is no longer exact.
short = passages.map(
    lambda passage: {
        name: str(value)[:30] if name in (*TEXT_FIELDS, EXACT_FIELD) else value for name, value in passage.items()
    }
)

SCHEMA = passage_schema(PlainAnalysis(), PlainAnalysis())


def merged(folder: Path, batches: list[list[Passage]], deleted: set[int]) -> None:
    """Write a segment for each batch, delete some passages, and put all segments together."""
    written_by_us(folder, batches).close()
    with Committing(folder, SCHEMA) as committing:
        for number in deleted:
            committing.writer.delete_document(number)
    writer = open_writer(folder, SCHEMA)
    writer.commit(mergetype=lambda taking, segments: [taking.add_segment(each) for each in segments] and [])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(short, min_size=1, max_size=6), min_size=1, max_size=4),
    st.sets(st.integers(0, 23)),
    st.sampled_from([1, 2, 5, 1000]),
)
def test_merged_segments_are_as_if_written_at_once(batches: list[list[Passage]], chosen: set[int], most: int) -> None:
    everything = [passage for batch in batches for passage in batch]
    deleted = {number for number in chosen if number < len(everything) - 1}
    kept = [passage for number, passage in enumerate(everything) if number not in deleted]
    with (
        tempfile.TemporaryDirectory() as one,
        tempfile.TemporaryDirectory() as other,
        pytest.MonkeyPatch.context() as patched,
    ):
        patched.setattr(merging, "MOST_TERMS", most)
        merged(Path(one), batches, deleted)
        with opened(Path(one)).reader() as put_together, written_by_us(Path(other), [kept]) as at_once:
            assert list(content(put_together)) == list(content(at_once))


def test_long_posting_lists_are_put_together(tmp_path: Path) -> None:
    often: list[Passage] = [
        {"id": str(number), "body": f"bb{' cc' * (number % 3)} selten{number}", "kind": "bb", "date": number}
        for number in range(2 * LARGEST + 10)
    ]
    (tmp_path / "parts").mkdir()
    (tmp_path / "whole").mkdir()
    merged(tmp_path / "parts", [often[:LARGEST], often[LARGEST:700], often[700:]], set(range(1, 900, 2)))
    kept = [passage for number, passage in enumerate(often) if number >= 900 or number % 2 == 0]
    with opened(tmp_path / "parts").reader() as parts, written_by_us(tmp_path / "whole", [kept]) as whole:
        assert list(content(parts)) == list(content(whole))


def test_of_deleted_passages_no_word_is_left(tmp_path: Path) -> None:
    written_by_us(tmp_path, [[{"id": "1", "body": "geheim"}, {"id": "2", "body": "offen"}]]).close()
    with Committing(tmp_path, SCHEMA) as committing:
        committing.writer.delete_document(0)
    assert rewrite_segments(tmp_path, SCHEMA) == 1
    files = [path.read_bytes() for path in tmp_path.iterdir()]
    assert not any(b"geheim" in file for file in files)
    assert any(b"offen" in file for file in files)


def test_segments_of_which_nothing_is_left_become_an_empty_one(tmp_path: Path) -> None:
    batches: list[list[Passage]] = [[{"id": str(number), "body": "bb", "kind": "cc"}] for number in range(3)]
    merged(tmp_path, batches, {0, 1, 2})
    with opened(tmp_path).reader() as reader:
        assert (reader.doc_count_all(), list(reader.all_terms())) == (0, [])
    batches = [[{"id": str(number), "body": "bb"}] for number in range(MOST_ALIKE + 1)]
    written_by_us(tmp_path, batches).close()
    assert merge_segments(tmp_path, SCHEMA) == MOST_ALIKE + 2
    with opened(tmp_path).reader() as reader:
        assert (reader.doc_count_all(), list(reader.all_terms())) == (MOST_ALIKE + 1, [("body", b"bb")])
