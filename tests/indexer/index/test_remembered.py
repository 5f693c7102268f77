"""Passages that were shown lately are not read again, unless something changed."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Thread

import pytest

from indexer.index import remembered
from indexer.index.remembered import RememberedPassages
from indexer.index.texts import Texts
from indexer.passages import Passage
from indexer.structure.kinds import PassageKind


def passage(number: int, page: int = 1) -> Passage:
    return Passage(f"D-{number}", "D", number, page, str(page), "", "", PassageKind.INFORMATION, f"Text {number}")


@pytest.fixture
def texts(tmp_path: Path) -> Iterator[Texts]:
    opened = Texts(tmp_path / "texts.sqlite")
    opened.add_passages(map(passage, range(9)))
    yield opened
    opened.close()


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def shown(texts: Texts, asked: list[str]) -> RememberedPassages:
    def read(ids: Sequence[str]) -> dict[str, Passage]:
        asked.extend(ids)
        return texts.passages_by_id(ids)

    return RememberedPassages(texts.database, read)


def test_they_are_read_once_and_come_in_the_order_they_are_asked_for(
    shown: RememberedPassages, asked: list[str]
) -> None:
    assert list(shown.get(("D-3", "D-1", "D-99"))) == ["D-3", "D-1"]
    assert list(shown.get(("D-2", "D-3", "D-1"))) == ["D-2", "D-3", "D-1"]
    assert asked == ["D-3", "D-1", "D-99", "D-2"]


def test_what_the_same_thread_changed_is_read_anew(texts: Texts, shown: RememberedPassages) -> None:
    assert shown.get(("D-0",))["D-0"].page == 1
    texts.add_passages([passage(0, page=7)])
    assert shown.get(("D-0",))["D-0"].page == 7
    texts.drop_passages(["D"])
    assert shown.get(("D-0",)) == {}


def test_what_another_thread_or_process_changed_is_read_anew(
    texts: Texts, shown: RememberedPassages, tmp_path: Path
) -> None:
    assert shown.get(("D-0",))["D-0"].page == 1
    thread = Thread(target=texts.add_passages, args=([passage(0, page=7)],))
    thread.start()
    thread.join()
    assert shown.get(("D-0",))["D-0"].page == 7
    other = Texts(tmp_path / "texts.sqlite")
    other.drop_passages(["D"])
    other.close()
    assert shown.get(("D-0",)) == {}


def test_a_file_that_takes_the_place_of_another_is_read(texts: Texts, shown: RememberedPassages) -> None:
    assert shown.get(("D-0",))
    texts.database.replace()
    assert shown.get(("D-0",)) == {}


def test_each_thread_remembers_for_itself(shown: RememberedPassages, asked: list[str]) -> None:
    shown.get(("D-0",))
    thread = Thread(target=shown.get, args=(("D-0",),))
    thread.start()
    thread.join()
    shown.get(("D-0",))
    assert asked == ["D-0", "D-0"]


def test_no_more_are_remembered_than_may_be(
    shown: RememberedPassages, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "REMEMBERED", 4)
    for first in (0, 1, 2, 0):
        ids = [f"D-{number}" for number in range(first, first + 3)]
        assert list(shown.get(ids)) == ids
    assert len(asked) > 9
