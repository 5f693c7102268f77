"""States of the index."""

from pathlib import Path

import pytest

from archive.values import Description, DocumentKind, Visibility
from indexer.analysis.plain import PlainAnalysis
from indexer.index import view
from indexer.index.schema import SEPARATOR, passage_schema
from indexer.index.view import IndexView, is_sound
from indexer.index.writer import Entry, IndexWriter, WrittenTwiceError
from indexer.passages import Passage
from indexer.structure.kinds import PassageKind

SCHEMA = passage_schema(PlainAnalysis(), PlainAnalysis())


def entry(code: str, *texts: str, sites: tuple[str, ...] = ()) -> Entry:
    passages = tuple(
        Passage(f"{code}-{place}", code, place, 1, "1", "", "", PassageKind.INFORMATION, text)
        for place, text in enumerate(texts)
    )
    document = Description(
        code=code,
        title="Protokoll",
        kind=DocumentKind.PROTOKOLL,
        date=None,
        meeting=None,
        sites=sites,
        topics=(),
        visibility=Visibility.PUBLIC,
        is_sample=False,
        version=1,
        checksum="",
        media_type="text/plain",
        size=0,
        file_name="",
        revision=1,
    )
    return Entry(document, passages)


def put(folder: Path, *entries: Entry) -> None:
    with IndexWriter(folder, SCHEMA) as writer:
        for each in entries:
            writer.replace(each)


def test_an_open_state_does_not_change(tmp_path: Path) -> None:
    put(tmp_path, entry("a", "rap"), entry("b", "tanz"))
    before = IndexView(tmp_path, SCHEMA)
    put(tmp_path, entry("a", "film", "film"))
    assert before.postings("body", "rap").ids.tolist() == [0]
    assert (before.is_latest(), before.documents) == (False, ("a", "b"))
    after = IndexView(tmp_path, SCHEMA, before)
    assert (after.is_latest(), after.documents, after.count, after.size) == (True, ("b", "a"), 3, 4)
    assert after.postings("body", "rap").ids.tolist() == []
    assert after.groups(after.postings("body", "film").ids).tolist() == [1, 1]


def test_a_later_state_reads_only_what_is_new(tmp_path: Path) -> None:
    put(tmp_path, entry("a", "rap"))
    before = IndexView(tmp_path, SCHEMA)
    put(tmp_path, entry("b", "rap"))
    after = IndexView(tmp_path, SCHEMA, before)
    assert after.segments[0] is before.segments[0]
    assert after.segments[1] not in before.segments


def test_a_larger_index_has_more_room_for_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "CACHED_BYTES", 500)
    monkeypatch.setattr(view, "CACHED_A_PASSAGE", 100)
    put(tmp_path, entry("a", "rap", "tanz", "film"))
    small = IndexView(tmp_path, SCHEMA)
    assert small.cache.limit == 500
    put(tmp_path, entry("b", *["rap"] * 7))
    large = IndexView(tmp_path, SCHEMA, small)
    assert large.cache is small.cache
    assert large.cache.limit == 1000


def test_labels_with_several_values_are_carried_by_each(tmp_path: Path) -> None:
    put(tmp_path, entry("a", "rap", "tanz", sites=("Gotha", "Peine")), entry("b", "rap", sites=("Peine",)))
    put(tmp_path, entry("c", "rap"))
    view = IndexView(tmp_path, SCHEMA)
    assert view.carrying("site", ("Gotha",)).tolist() == [True, True, False, False]
    assert view.carrying("site", ("Gotha", "Peine")).tolist() == [True, True, True, False]
    assert view.carrying("site", ("Hof",)).any() == view.carrying("site", (SEPARATOR,)).any() == False  # noqa: E712 - numpy's


def test_a_document_stands_in_a_batch_once(tmp_path: Path) -> None:
    with pytest.raises(WrittenTwiceError):
        put(tmp_path, entry("a", "rap"), entry("a", "tanz"))
    put(tmp_path, entry("a", "film"))
    assert IndexView(tmp_path, SCHEMA).documents == ("a",)


def test_terms_come_in_order_and_once(tmp_path: Path) -> None:
    put(tmp_path, entry("a", "rapper rap tanz"))
    put(tmp_path, entry("b", "rap rappen"))
    assert list(IndexView(tmp_path, SCHEMA).terms_beginning("exact", "rap")) == ["rap", "rappen", "rapper"]


def test_an_empty_index_is_sound_and_a_damaged_one_is_not(tmp_path: Path) -> None:
    put(tmp_path)
    assert is_sound(tmp_path, SCHEMA)
    put(tmp_path, entry("a", "rap"))
    for segment in tmp_path.glob("*.seg"):
        segment.write_bytes(segment.read_bytes()[:60])
    assert not is_sound(tmp_path, SCHEMA)
