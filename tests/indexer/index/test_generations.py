"""Generations of the index."""

from pathlib import Path

import pytest

from indexer.index.generations import Generations


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path)


def test_a_new_archive_has_no_generation(generations: Generations) -> None:
    assert (generations.current(), generations.building()) == (None, None)


def test_readers_keep_the_old_generation_until_the_new_one_is_published(generations: Generations) -> None:
    first = generations.begin()
    generations.publish(first)
    second = generations.begin()
    assert (generations.current(), generations.building()) == (first, second)
    generations.publish(second)
    assert (generations.current(), generations.building()) == (second, None)
    generations.clean()
    assert not first.exists()
    assert second.exists()


def test_an_interrupted_build_goes_on(tmp_path: Path, generations: Generations) -> None:
    begun = generations.begin()
    assert Generations(tmp_path).building() == begun


def test_a_generation_of_another_schema_is_not_opened(
    generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    generations.publish(generations.begin())
    monkeypatch.setattr("indexer.index.generations.SCHEMA_VERSION", 0)
    assert generations.current() is None


def test_a_name_without_a_folder_names_nothing(generations: Generations) -> None:
    path = generations.begin()
    generations.publish(path)
    path.rmdir()
    assert generations.current() is None


def test_a_rebuild_is_asked_for_until_it_begins(generations: Generations) -> None:
    generations.request_rebuild()
    assert generations.rebuild_requested()
    generations.begin()
    assert not generations.rebuild_requested()


def test_after_withdrawal_the_next_generation_is_new(generations: Generations) -> None:
    first = generations.begin()
    generations.publish(first)
    generations.withdraw()
    generations.clean()
    assert generations.current() is None
    assert not first.exists()
