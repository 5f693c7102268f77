"""Sorts many numbers."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]


def stable_order(numbers: Ints) -> NDArray[np.intp]:
    """Return the places of numbers, none below 0, from the lowest number to the highest; equal ones as they stand.

    numpy sorts numbers of two bytes in a fifth of the time: they are sorted by their lower half, and then by the upper.
    """
    order = np.argsort(numbers.astype(np.uint16), kind="stable")
    upper = (numbers >> 16).astype(np.uint16)
    return order[np.argsort(upper[order], kind="stable")] if upper.any() else order
