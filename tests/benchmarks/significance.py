"""Tells a difference between two rankings from chance."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

#: Drawings; more change the third digit only.
DRAWINGS = 10_000


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much one ranking is better than another on the same queries."""

    mean: float
    #: Between these it lies in 95 of 100 sets of queries like this one (paired bootstrap).
    low: float
    high: float
    #: How often chance alone makes a difference as large (paired randomisation; Smucker et al., 2007).
    p: float


def difference(ours: Sequence[float], theirs: Sequence[float], seed: int = 1) -> Difference:
    """Compare the figures of two rankings, query by query.

    Args:
        ours: A figure for each query.
        theirs: Theirs, in the same order.
        seed: Of the drawings, so that the same figures give the same answer.
    """
    gains = np.asarray(ours) - np.asarray(theirs)
    random = np.random.default_rng(seed)
    drawn = [gains[random.integers(0, len(gains), len(gains))].mean() for _ in range(DRAWINGS)]
    low, high = np.percentile(drawn, (2.5, 97.5))
    turned = np.array([(gains * random.choice((-1, 1), len(gains))).mean() for _ in range(DRAWINGS)])
    as_large = np.count_nonzero(np.abs(turned) >= abs(gains.mean()) - 1e-12)
    return Difference(float(gains.mean()), float(low), float(high), (as_large + 1) / (DRAWINGS + 1))
