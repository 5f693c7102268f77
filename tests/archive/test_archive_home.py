"""The folder in which an archive lives."""

import os
import stat
from pathlib import Path

import pytest

from archive.errors import HomeUnusableError
from archive.home import Home


def test_a_home_is_prepared_for_its_owner_only(tmp_path: Path) -> None:
    home = Home(tmp_path / "deep" / "home")
    home.prepare()
    home.prepare()
    for folder in (home.root, home.store, home.incoming, home.derived):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {home.catalogue.parent, home.worker_lock.parent} == {home.root}


@pytest.mark.parametrize("inside", [".", "below"])
def test_a_file_in_its_place_makes_a_home_unusable(tmp_path: Path, inside: str) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(HomeUnusableError) as caught:
        Home(file / inside).prepare()
    assert caught.value.path == file / inside
    assert caught.value.reason


def test_a_home_that_cannot_be_written_is_unusable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path / "home")
    home.prepare()
    home.store.chmod(0o500)
    # The superuser may write anywhere, so the answer an ordinary account gets is given here.
    monkeypatch.setattr(os, "access", lambda path, _mode: stat.S_IMODE(path.stat().st_mode) & 0o200 != 0)
    with pytest.raises(HomeUnusableError) as caught:
        home.prepare()
    assert caught.value.path == home.store
