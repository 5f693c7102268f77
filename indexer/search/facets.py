"""Counts the documents behind each value of each facet."""

from collections.abc import Mapping

import numpy as np

from indexer.index.view import IndexView, Ints
from indexer.search.request import FACETS, FacetValue


class Facets:
    """The facets of one request: each counted under the filters of all the others."""

    def __init__(self, view: IndexView, filters: Mapping[str, tuple[str, ...]]) -> None:
        self._view = view
        self._filters = {facet: chosen for facet, chosen in filters.items() if chosen}
        self._masks = {facet: view.carrying(facet, chosen) for facet, chosen in self._filters.items()}

    def filtered(self, ids: Ints) -> Ints:
        """Return those of the passages that pass every filter."""
        return self._passing(ids, "")

    def counted(self, ids: Ints) -> dict[str, tuple[FacetValue, ...]]:
        """Return every facet's values by falling count.

        A facet's own filter is left out when its values are counted: within a facet more values mean more hits.
        Values without hits are left out unless they are selected.
        """
        return {facet: self._values(facet, self._passing(ids, facet)) for facet in FACETS}

    def _passing(self, ids: Ints, left_out: str) -> Ints:
        for facet, mask in self._masks.items():
            if facet != left_out:
                ids = ids[mask[ids]]
        return ids

    def _values(self, facet: str, ids: Ints) -> tuple[FacetValue, ...]:
        chosen = self._filters.get(facet, ())
        among = np.zeros(self._view.size, np.bool_)
        among[ids] = True
        labels = self._view.labels(facet)
        counts = dict.fromkeys(chosen, 0)
        for value, carriers in zip(labels.values, labels.carriers, strict=True):
            documents = len(np.unique(self._view.groups(carriers[among[carriers]])))
            if documents or value in chosen:
                counts[value] = documents
        return tuple(
            FacetValue(value, count, value in chosen)
            for value, count in sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))
        )
