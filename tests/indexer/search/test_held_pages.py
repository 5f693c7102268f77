"""A process does not end up holding every page of the index that any question ever looked at."""

import re
import sys
import time
from pathlib import Path

import pytest

from indexer.search.request import SearchRequest
from tests.indexer.conftest import Library, Sheet

#: Seconds until the test gives up; words are read in a thread apart.
PATIENCE = 20.0


def held(folder: Path) -> int:
    """Return how many KiB of the files in a folder this process holds."""
    said = Path("/proc/self/smaps").read_text(encoding="utf-8")
    return sum(int(size) for size in re.findall(rf"{re.escape(str(folder))}/.*\n(?:\S+:.*\n)*?Rss:\s+(\d+)", said))


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own account of memory")
def test_what_was_not_looked_at_lately_is_not_held(empty_library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    empty_library.put({"D-1": Sheet("Graffiti im Park\nBänke für alle")})
    generation = empty_library.generations.current()
    assert generation
    searcher = empty_library.renewed()
    before = searcher.search(SearchRequest(query="graffiti")).hits
    assert before
    assert held(generation) > 0
    monkeypatch.setattr("indexer.search.views.HELD_FOR", 0.0)
    until = time.monotonic() + PATIENCE
    while searcher.view() and held(generation):
        assert time.monotonic() < until
    assert searcher.search(SearchRequest(query="graffiti")).hits == before
