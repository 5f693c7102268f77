"""The proposals on the sample holdings are good enough to save work."""

import pytest

from tests.benchmarks.proposals import Figures, figures, personal_data, read_samples


@pytest.fixture(scope="module")
def measured() -> Figures:
    return figures(read_samples())


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("kind", 0.9),
        ("protocol_date", 0.95),
        ("protocol_meeting", 0.95),
        ("meeting", 0.95),
        ("sites_f1", 0.75),
        ("topics_f1", 0.7),
    ],
)
def test_figures_do_not_fall_below(measured: Figures, name: str, least: float) -> None:
    assert getattr(measured, name) >= least


def test_the_samples_hold_no_personal_data() -> None:
    assert personal_data(read_samples()) == {}
