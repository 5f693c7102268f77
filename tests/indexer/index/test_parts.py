"""What a view shows of each segment."""

import gc
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

from archive.values import Visibility
from indexer.index.view import Extent, IndexView
from indexer.index.writer import Entry
from indexer.search.vocabulary import Vocabulary
from tests.indexer.index.test_view import SCHEMA, entry, put


def internal(each: Entry) -> Entry:
    return replace(each, document=replace(each.document, visibility=Visibility.INTERNAL))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index of three segments: internal papers, both sorts, public ones."""
    put(tmp_path, *(internal(entry(f"a{number}", "rap rap", "film")) for number in range(3)))
    put(tmp_path, entry("b", "rap", "rapper"), internal(entry("c", "rap", "tanz")))
    put(tmp_path, entry("d", "rapper", "rap tanz"))
    return tmp_path


def test_segments_of_which_nothing_is_shown_are_left_out(folder: Path) -> None:
    public = IndexView(folder, SCHEMA, extent=Extent(frozenset({Visibility.PUBLIC})))
    assert [(part.offset, None if part.mask is None else part.mask.tolist()) for part in public.parts] == [
        (6, [True, True, False, False]),
        (10, None),
    ]
    everything = IndexView(folder, SCHEMA, extent=Extent(None))
    assert [part.mask for part in everything.parts] == [None, None, None]


@pytest.mark.parametrize(
    "visible", [{Visibility.PUBLIC}, {Visibility.INTERNAL}, {Visibility.PUBLIC, Visibility.INTERNAL}]
)
def test_words_are_counted_where_they_are_shown(folder: Path, visible: set[Visibility]) -> None:
    view = IndexView(folder, SCHEMA, extent=Extent(frozenset(visible)))
    whole = IndexView(folder, SCHEMA)
    for term in ("rap", "rapper", "film", "tanz", "nirgends"):
        shown = [number for number in whole.postings("body", term).ids.tolist() if view.live[number]]
        assert view.postings("body", term).ids.tolist() == shown
        assert view.frequency("body", term) == Vocabulary(view).count(term) == len(shown)


@pytest.mark.parametrize(
    ("visible", "words"),
    [
        ({Visibility.PUBLIC}, ("rap", "rapper")),
        ({Visibility.INTERNAL}, ("rap",)),
        ({Visibility.COORDINATION}, ()),
    ],
)
def test_words_that_are_not_shown_are_not_offered(
    folder: Path, visible: set[Visibility], words: tuple[str, ...]
) -> None:
    view = IndexView(folder, SCHEMA, extent=Extent(frozenset(visible)))
    for _ in range(2):
        assert Vocabulary(view).beginning("ra", 9) == words


def test_counts_stay_with_the_passages_that_are_shown(folder: Path) -> None:
    """What was counted for one state counts for the next only where the same passages of a segment are shown."""
    extent = Extent(frozenset({Visibility.PUBLIC}))
    before = IndexView(folder, SCHEMA, extent=extent)
    assert Vocabulary(before).beginning("rapp", 9) == ("rapper",)
    put(folder, internal(entry("b", "anders")), internal(entry("d", "anders")), entry("e", "rap"))
    after = IndexView(folder, SCHEMA, before, extent)
    assert Vocabulary(after).beginning("ra", 9) == ("rap",)
    assert Vocabulary(before).beginning("ra", 9) == ("rap", "rapper")


def test_a_view_nobody_needs_gives_its_memory_back_at_once(folder: Path) -> None:
    """Arrays are large, and the garbage collector, which counts objects, would come late."""
    view = IndexView(folder, SCHEMA, extent=Extent(frozenset({Visibility.PUBLIC})))
    view.warm()
    assert view.id(6) == "b-0"
    assert view.frequency("body", "rap") == 2
    assert view.average_length("body") == view.average_length("body") > 0
    assert view.document_labels("site").used().values == ()
    assert Vocabulary(view).beginning("ra", 9) == ("rap", "rapper")
    gone = weakref.ref(view)
    gc.disable()
    try:
        del view
        assert gone() is None
    finally:
        gc.enable()
