"""What is told of load and of stacks is what was measured."""

import json
import mmap
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks.hot import shares
from tests.benchmarks.load import figures, memory
from tests.benchmarks.load.browser import Asked
from tests.benchmarks.load.watching import Held, Look, held


def asked(kind: str, status: int, seconds: float, fault: str = "") -> Asked:
    return Asked(0.0, kind, status, seconds, fault)


def test_answers_requests_to_come_later_and_errors_are_told_apart() -> None:
    those = [
        *(asked("Suche", 200, 0.1) for _ in range(98)),
        asked("Suche", 503, 0.001),
        asked("Suche", 500, 9.0),
        asked("Suche", 0, 30.0, "TimeoutError"),
        asked("Bild", 200, 0.5),
    ]
    (line,) = [each for each in figures.table(those, 10).splitlines() if each.startswith("| Suche")]
    assert line == "| Suche | 101 | 10.1 | 100 | 100 | 100 | 100 | 1 | 1 × 500, 1 × TimeoutError |"
    assert [each.kind for each in figures.pages(those)] == ["Suche"] * 101


@pytest.mark.parametrize(
    ("times", "expected"),
    [([], (0, 0, 0, 0)), ([2.0], (2, 2, 2, 2)), ([float(each) for each in range(101)], (50, 95, 99, 100))],
)
def test_spread(times: list[float], expected: tuple[float, ...]) -> None:
    assert figures.spread(times) == pytest.approx(expected)


@pytest.fixture
def looks() -> list[Look]:
    """Eleven looks, one a minute; the worker stays as it is."""
    return [
        Look(60.0 * minute, Held(200 + 3.0 * minute, 90 - minute), Held(300, 50), minute * 30.0, 0, 0, 1.0)
        for minute in range(11)
    ]


def test_growth_is_told_by_the_minute_for_each_sort_of_memory(looks: list[Look]) -> None:
    told = memory.table(looks)
    assert "| server, anonymous | 200 | 230 | 230 | +3.0 |" in told
    assert "| server, mapped | 90 | 80 | 90 | -1.0 |" in told
    assert "| server, together | 290 | 310 | 310 | +2.0 |" in told
    assert "| worker, anonymous | 300 | 300 | 300 | +0.0 |" in told
    assert "server 0.50, worker 0.00" in figures.processors(looks)


def test_growth_is_that_of_the_second_half(looks: list[Look]) -> None:
    still = [replace(each, server=Held(230, 80)) for each in looks[5:]]
    assert memory.courses([*looks[:5], *still])["server", "anonymous"] == memory.Course(200, 230, 230, 0.0)


def test_programs_are_told_every_look(looks: list[Look]) -> None:
    told = json.loads(json.dumps(memory.report(looks)))
    assert told["courses"]["server, mapped"] == {"first": 90, "last": 80, "most": 90, "growth": pytest.approx(-1)}
    assert told["looks"][2] == {
        "seconds": 120,
        "server": {"anonymous": 206, "mapped": 88},
        "worker": {"anonymous": 300, "mapped": 50},
    }


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own account of memory")
def test_memory_of_its_own_and_pages_of_files_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"x" * (32 << 20))
    before = held(os.getpid())
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        assert mapped[:: mmap.PAGESIZE].count(b"x") == (32 << 20) // mmap.PAGESIZE
        looked = held(os.getpid())
        own = b"y" * (48 << 20)
        after = held(os.getpid())
        del own
    assert looked.mapped - before.mapped == pytest.approx(32, abs=4)
    assert after.anonymous - looked.anonymous == pytest.approx(48, abs=4)
    assert after.mapped - looked.mapped == pytest.approx(0, abs=4)
    assert after.together == after.anonymous + after.mapped


def test_a_function_has_the_share_of_all_stacks_it_stands_in() -> None:
    stacks = [
        "run (threading.py:1);page (webui/views/a.py:3);read (archive/b.py:4);read (archive/b.py:9) 3",
        "run (threading.py:1);page (webui/views/a.py:8);dumps (json.py:2) 1",
    ]
    assert shares(stacks) == (4, {"page (webui/views/a.py)": 4, "read (archive/b.py)": 3})
