"""The texts beside the index."""

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.extraction.pages import Block, BlockKind, Outcome, Page, Reading
from indexer.extraction.picture import PlacedWord, Rectangle
from indexer.index import texts as texts_module
from indexer.index.texts import Texts
from indexer.passages import cut

TABLE = Block(BlockKind.TABLE, "a | b", rows=(("a", "b"),))
READING = Reading(
    Outcome.TEXT, "text/plain", (Page(1, "i", (TABLE, Block(BlockKind.ITEM, "Ü", 2))),), "T", "de", "x 1", ""
)


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    return Texts(tmp_path / "texts.sqlite")


def test_a_reading_comes_back_as_it_was_kept(texts: Texts) -> None:
    assert texts.pages("abc") is None
    texts.keep_reading("abc", READING)
    assert texts.pages("abc") == READING


def test_placed_words_are_kept_beside_the_pages_and_go_with_them(texts: Texts) -> None:
    words = (PlacedWord("Ü", (Rectangle(0.1, 0.2, 0.3, 0.4), Rectangle(0, 0, 1, 1)), ends_line=True),)
    read = replace(READING, pages=(replace(READING.pages[0], words=words),))
    texts.keep_reading("abc", read)
    assert texts.words("abc", 1) == words
    assert (texts.words("abc", 2), texts.words("def", 1)) == ((), ())
    assert texts.pages("abc") == READING
    texts.keep_only((), ("abc",))
    assert texts.words("abc", 1) == words
    texts.keep_only((), ())
    assert texts.words("abc", 1) == ()
    texts.keep_reading("abc", read)
    texts.keep_reading("abc", READING)
    assert texts.words("abc", 1) == ()


def test_an_outdated_reading_is_shown_but_not_used(texts: Texts) -> None:
    texts.keep_reading("abc", READING)
    texts.outdate_readings()
    record = texts.reading("abc")
    assert record
    assert (record.outcome, record.pages, texts.pages("abc")) == (Outcome.TEXT, 1, None)


def test_passages_a_document_no_longer_has_are_dropped_when_it_is_settled(texts: Texts) -> None:
    before = cut(
        "D-1", [Page(1, "1", (Block(BlockKind.PARAGRAPH, "Beschluss: A gilt."), Block(BlockKind.HEADING, "B")))]
    )
    after = before[:1]
    texts.add_passages(before)
    texts.add_passages(after)
    assert texts.passages("D-1") == before
    texts.settle("g1", {"D-1": 2}, after)
    assert texts.passages("D-1") == after
    assert texts.indexed("g1") == {"D-1": 2}
    assert texts.passages_by_id([after[0].id, "unknown"]) == {after[0].id: after[0]}


def test_a_document_that_is_gone_is_forgotten(texts: Texts) -> None:
    passages = cut("D-1", [Page(1, "1", (Block(BlockKind.PARAGRAPH, "A"),))])
    texts.add_passages(passages)
    texts.settle("g1", {"D-1": 1, "D-2": 1}, passages)
    texts.forget("g1", ["D-1"])
    texts.drop_passages(["D-1"])
    assert (texts.passages("D-1"), texts.indexed("g1")) == ((), {"D-2": 1})
    texts.forget_generations(["g2"])
    assert texts.indexed("g1") == {}


def test_texts_of_another_layout_are_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Texts(tmp_path / "texts.sqlite").keep_reading("abc", READING)
    monkeypatch.setattr(texts_module, "LAYOUT", texts_module.LAYOUT + 1)
    assert Texts(tmp_path / "texts.sqlite").reading("abc") is None


def test_a_failed_change_changes_nothing(texts: Texts) -> None:
    passages = cut("D-1", [Page(1, "1", (Block(BlockKind.PARAGRAPH, "A"),))])

    def broken() -> object:
        yield passages[0]
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        texts.add_passages(broken())  # type: ignore[arg-type]
    assert texts.passages("D-1") == ()
