"""Finds terms at given distances."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.index.state import Ints
from indexer.index.view import IndexView

Keys = NDArray[np.int64]

#: Room for the positions of a passage: keys of different passages never meet.
SPAN = 1 << 24


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where a phrase stands."""

    #: Numbers of passages, rising, deleted ones included.
    ids: Ints
    #: How often it stands in each.
    counts: Ints


def occurrences(view: IndexView, field: str, terms: Sequence[str], offsets: Sequence[int]) -> Occurrences:
    """Return where all terms stand at their distances from one place.

    Args:
        view: The index.
        field: A field with positions.
        terms: The terms.
        offsets: The distance of each from the place, 0 or more.
    """
    by_size = sorted(zip(terms, offsets, strict=True), key=lambda pair: view.frequency(field, pair[0]))
    (rarest, offset), *others = by_size
    keys = keys_of(view, field, rarest, offset)
    for term, further in others:
        if not len(keys):
            break
        keys = _shared(keys, keys_of(view, field, term, further))
    ids, counts = np.unique(keys // SPAN, return_counts=True)
    return Occurrences(ids.astype(np.int32), counts.astype(np.int32))


def keys_of(view: IndexView, field: str, term: str, offset: int = 0) -> Keys:
    """Return passage and place in one number for each place that a term at an offset points to, rising."""
    ids, places = view.places(field, term)
    passages = np.repeat(ids.astype(np.int64) * SPAN, np.diff(places.starts))
    keys: Keys = passages + places.positions - offset
    # A term near the beginning may point before it, to the end of the passage before.
    return keys[places.positions >= offset]


def _shared(keys: Keys, others: Keys) -> Keys:
    """Return those of the keys that are among others."""
    at = np.searchsorted(others, keys)
    at[at == len(others)] = 0
    return keys[others[at] == keys] if len(others) else others
