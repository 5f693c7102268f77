"""Minutes are understood well enough: the targets, on the samples and together with reference documents."""

from pathlib import Path

import pytest

from tests.benchmarks.labels import SAMPLES, labelled, reference_folder
from tests.benchmarks.minutes import Figures, figures

#: What was looked for, with the least recall and precision.
TARGETS = (
    ("date", 0.95, 0.95),
    ("place", 0.9, 0.9),
    ("agenda items", 0.92, 0.9),
    ("decisions", 0.8, 0.8),
    ("tasks", 0.85, 0.7),
)


@pytest.fixture(scope="module")
def samples() -> Figures:
    return figures(labelled("samples.json", SAMPLES))


@pytest.fixture(scope="module")
def together() -> Figures:
    folder: Path | None = reference_folder()
    if folder is None:
        pytest.skip("WISSENSARCHIV_REFERENCE names no folder of reference documents (not included).")
    return figures([*labelled("samples.json", SAMPLES), *labelled("minutes.json", folder)])


@pytest.mark.parametrize(("name", "recall", "precision"), TARGETS)
def test_samples_are_understood(samples: Figures, name: str, recall: float, precision: float) -> None:
    score = samples.of(name)
    assert score.recall >= recall
    assert score.precision >= precision


@pytest.mark.parametrize(("name", "recall", "precision"), TARGETS)
def test_all_labelled_minutes_are_understood(together: Figures, name: str, recall: float, precision: float) -> None:
    score = together.of(name)
    assert score.recall >= recall
    assert score.precision >= precision
