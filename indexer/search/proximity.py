"""Finds words that stand near each other.

Rasolofo & Savoy, Term Proximity Scoring for Keyword-Based Retrieval Systems (2003): words that were typed one after the
other count more where they stand close together, the more the closer.
"""

from collections.abc import Collection

import numpy as np

from indexer.index.state import Postings
from indexer.index.view import IndexView
from indexer.search.phrases import SPAN, Keys, keys_of

#: Words further apart than this do not belong together; 3–12 ranked nearly the same.
WINDOW = 8


def pairs(view: IndexView, field: str, some: Collection[str], others: Collection[str]) -> Postings:
    """Return where terms stand near others, as if each pair were a term.

    Args:
        view: The index.
        field: A field with positions.
        some: Terms that mean one word.
        others: Terms that mean another word; those that mean both are passed over.

    Returns:
        The passages, deleted ones included; how often terms stand there near others, two that stand next to each other
        counting 1, two with a word between them 1/2, with two words 1/3 …
    """
    here = _all_keys(view, field, some)
    there = _all_keys(view, field, [term for term in others if term not in some])
    if not len(here) or not len(there):
        return Postings(np.empty(0, np.int32), np.empty(0, np.float32))
    after = np.searchsorted(there, here)
    gaps = np.minimum(
        np.abs(there[np.minimum(after, len(there) - 1)] - here), np.abs(there[np.maximum(after - 1, 0)] - here)
    )
    near = gaps <= WINDOW
    ids, places = np.unique(here[near] // SPAN, return_inverse=True)
    closeness = np.bincount(places, weights=1 / np.maximum(gaps[near], 1), minlength=len(ids))
    return Postings(ids.astype(np.int32), closeness.astype(np.float32))


def _all_keys(view: IndexView, field: str, terms: Collection[str]) -> Keys:
    """Return the places of all terms, rising."""
    each = [keys_of(view, field, term) for term in terms]
    if len(each) == 1:
        return each[0]
    return np.unique(np.concatenate(each)) if each else np.empty(0, np.int64)
