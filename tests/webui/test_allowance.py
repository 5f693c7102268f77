"""How often somebody may ask."""

import pytest

from webui import allowance
from webui.allowance import Allowances


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_requests_come_back_with_time() -> None:
    clock = Clock()
    allowances = Allowances(2, 10.0, clock)
    assert [allowances.take("a") for _ in range(3)] == [0.0, 0.0, 5.0]
    assert allowances.take("b") == 0.0
    clock.now = 5.0
    assert [allowances.take("a") for _ in range(2)] == [0.0, 5.0]
    clock.now = 1000.0
    assert [allowances.take("a") for _ in range(3)] == [0.0, 0.0, 5.0]


def test_who_asked_longest_ago_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "MOST_SUBJECTS", 2)
    allowances = Allowances(1, 10.0, Clock())
    assert [allowances.take(each) for each in "abca"] == [0.0, 0.0, 0.0, 0.0]
    assert allowances.take("c") == 10.0
