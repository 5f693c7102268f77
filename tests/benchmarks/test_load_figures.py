"""What is told of load and of stacks is what was measured."""

import pytest

from tests.benchmarks.hot import shares
from tests.benchmarks.load import figures
from tests.benchmarks.load.browser import Asked
from tests.benchmarks.load.watching import Look


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


def test_growth_is_told_by_the_minute() -> None:
    looks = [Look(60.0 * minute, 400 + 3.0 * minute, 300, minute * 30.0, 0, 0, 1.0) for minute in range(11)]
    told = figures.memory(looks)
    assert "server 400 MiB at first, 430 at last, 430 at most, +3.0 MiB a minute" in told
    assert "worker 300 MiB at first, 300 at last, 300 at most, +0.0 MiB a minute" in told
    assert "server 0.50, worker 0.00" in figures.processors(looks)


def test_a_function_has_the_share_of_all_stacks_it_stands_in() -> None:
    stacks = [
        "run (threading.py:1);page (webui/views/a.py:3);read (archive/b.py:4);read (archive/b.py:9) 3",
        "run (threading.py:1);page (webui/views/a.py:8);dumps (json.py:2) 1",
    ]
    assert shares(stacks) == (4, {"page (webui/views/a.py)": 4, "read (archive/b.py)": 3})
