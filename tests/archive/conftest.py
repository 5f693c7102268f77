"""A real archive in a folder of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive.archive import Archive, Receipt, Submission
from archive.home import Home
from archive.values import Details

Offer = Callable[..., Receipt]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home that does not exist yet."""
    return Home(tmp_path / "home")


@pytest.fixture
def archive(new_home: Path) -> Iterator[Archive]:
    """Open a new archive."""
    opened = Archive.open(Home(new_home))
    yield opened
    opened.close()


@pytest.fixture
def offer(archive: Archive, tmp_path: Path) -> Offer:
    """Return a function that offers a text to the archive."""

    def offer(text: str, name: str = "Protokoll.txt", details: Details | None = None) -> Receipt:
        path = tmp_path / "offered"
        path.write_text(text, encoding="utf-8")
        return archive.take_in(Submission(path, name, details or Details()))

    return offer
