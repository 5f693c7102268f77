"""Readers while documents change; `python -m tests.benchmarks.race` runs longer."""

from tests.benchmarks.race import run


def test_no_reader_sees_a_half_state() -> None:
    seen = run(changes=40, readers=2)
    assert seen.merges
    assert min(seen.states_seen) > 5
