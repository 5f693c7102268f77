"""Segments are merged, and dead passages counted."""

from pathlib import Path

import numpy as np
import pytest

from indexer.analysis.plain import PlainAnalysis
from indexer.index import upkeep
from indexer.index.committing import Committing
from indexer.index.schema import passage_schema
from indexer.index.upkeep import MOST_ALIKE, SMALLEST, is_worth_rebuilding, merge_segments
from indexer.index.view import IndexView
from tests.indexer.index.stock import opened

SCHEMA = passage_schema(PlainAnalysis(), PlainAnalysis())


def fill(folder: Path, segments: int) -> None:
    """Write segments of three passages of one document each."""
    for number in range(segments):
        with Committing(folder, SCHEMA) as committing:
            for place in range(3):
                text = f"immer selten{number} {'immer ' * place}"
                committing.writer.add_document(
                    id=f"{number}-{place}", document=f"d{number}", body=text, kind="Protokoll", date=number
                )


def delete(folder: Path, numbers: set[int]) -> None:
    with Committing(folder, SCHEMA) as committing:
        for number in numbers:
            committing.writer.delete_document(number)


def test_few_segments_stay(tmp_path: Path) -> None:
    fill(tmp_path, MOST_ALIKE)
    assert merge_segments(tmp_path, SCHEMA) == 0


def test_many_segments_become_one_and_say_the_same(tmp_path: Path) -> None:
    fill(tmp_path, MOST_ALIKE + 1)
    delete(tmp_path, {0, 1, 2, 10})
    before = IndexView(tmp_path, SCHEMA)
    assert merge_segments(tmp_path, SCHEMA) == MOST_ALIKE + 1
    after = IndexView(tmp_path, SCHEMA, before)
    kept = np.flatnonzero(before.live)
    assert (len(after.segments), after.size, after.documents) == (1, before.count, before.documents)
    assert [after.id(number) for number in range(after.size)] == [before.id(int(number)) for number in kept]
    assert after.postings("body", "immer").weights.tolist() == before.postings("body", "immer").weights.tolist()
    assert after.places("body", "immer")[1].positions.tolist()[:3] == [0, 0, 2]
    assert after.lengths("body").tolist() == before.lengths("body")[kept].tolist()
    assert after.dates.tolist() == before.dates[kept].tolist()
    assert after.frequency("body", "selten0") == 0
    assert after.carrying("kind", ("Protokoll",)).all()
    before.close()
    after.close()


@pytest.mark.parametrize(("most", "merged"), [(5, 0), (6, 2), (8, 2), (9, 3), (100, MOST_ALIKE + 1)])
def test_no_more_are_merged_at_once_than_others_wait_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, merged: int
) -> None:
    fill(tmp_path, MOST_ALIKE + 1)
    monkeypatch.setattr(upkeep, "MOST_MERGED", most)
    assert merge_segments(tmp_path, SCHEMA) == merged
    view = IndexView(tmp_path, SCHEMA)
    assert view.count == 3 * (MOST_ALIKE + 1)
    assert len(view.segments) == MOST_ALIKE + 1 - max(0, merged - 1)
    view.close()


def test_what_was_merged_is_read_by_whoosh(tmp_path: Path) -> None:
    fill(tmp_path, MOST_ALIKE + 1)
    merge_segments(tmp_path, SCHEMA)
    with opened(tmp_path).reader() as reader:
        matcher = reader.postings("body", "immer")
        assert sum(1 for _ in matcher.all_ids()) == 3 * (MOST_ALIKE + 1)
        assert reader.postings("body", "selten7").value_as("positions") == [1]


def test_many_deleted_passages_ask_for_a_rebuild(tmp_path: Path) -> None:
    with Committing(tmp_path, SCHEMA) as committing:
        for number in range(3 * SMALLEST):
            committing.writer.add_document(id=str(number), document=f"d{number}", body="immer")
    delete(tmp_path, set(range(SMALLEST - 1)))
    assert not is_worth_rebuilding(tmp_path, SCHEMA)
    delete(tmp_path, {SMALLEST})
    assert is_worth_rebuilding(tmp_path, SCHEMA)


def test_few_deleted_passages_do_not(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    delete(tmp_path, {0, 4, 5})
    assert not is_worth_rebuilding(tmp_path, SCHEMA)
