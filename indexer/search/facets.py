"""Counts the documents behind each value of each facet."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import numpy as np

from indexer.index.schema import PASSAGE_LABELS
from indexer.index.state import Ints, Mask
from indexer.index.view import IndexView
from indexer.search.request import FACETS, FacetValue


class Facets:
    """The facets of one request: each counted under the filters of all the others."""

    def __init__(
        self,
        view: IndexView,
        filters: Mapping[str, tuple[str, ...]],
        excluded: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        self._view = view
        self._filters = {facet: chosen for facet, chosen in filters.items() if chosen}
        self._masks = {facet: view.carrying(facet, chosen) for facet, chosen in self._filters.items()}
        self._barred = [view.carrying(facet, labels) for facet, labels in excluded.items()]

    def passing(self, ids: Ints) -> Mask:
        """Return for each of the passages whether it passes every filter."""
        return self._passing(ids, "")

    def counted(self, ids: Ints, facets: Iterable[str] = FACETS) -> dict[str, tuple[FacetValue, ...]]:
        """Return the values of facets by falling count.

        A facet's own filter is left out when its values are counted: within a facet more values mean more hits.
        Values without hits are left out unless they are selected.
        """
        filtered = _Counting(self._view, ids[self.passing(ids)])
        return {
            facet: self._values(
                facet,
                _Counting(self._view, ids[self._passing(ids, facet)]) if facet in self._filters else filtered,
            )
            for facet in facets
        }

    def _passing(self, ids: Ints, left_out: str) -> Mask:
        passing: Mask = np.ones(len(ids), np.bool_)
        for facet, mask in self._masks.items():
            if facet != left_out:
                passing &= mask[ids]
        for mask in self._barred:
            passing &= ~mask[ids]
        return passing

    def _values(self, facet: str, counting: "_Counting") -> tuple[FacetValue, ...]:
        chosen = self._filters.get(facet, ())
        counts = dict.fromkeys(chosen, 0) | counting.documents(facet)
        return tuple(
            FacetValue(value, count, value in chosen)
            for value, count in sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))
        )


class _Counting:
    """Counts the documents of some passages by label."""

    def __init__(self, view: IndexView, ids: Ints) -> None:
        self._view = view
        self._ids = ids
        self._documents: Mask = np.zeros(len(view.documents), np.bool_)
        self._documents[view.groups(ids)] = True

    def documents(self, field: str) -> dict[str, int]:
        """Return the number of documents for each label of a field that any of them has."""
        if field in PASSAGE_LABELS:
            return self._by_passages(field)
        labels = self._view.document_labels(field)
        return _met(labels.values, labels.counted(self._documents))

    def _by_passages(self, field: str) -> dict[str, int]:
        """Count each document once for each label that one of the passages has."""
        among = np.zeros(self._view.size, np.bool_)
        among[self._ids] = True
        labels = self._view.passage_labels(field).only(among)
        met = np.zeros((len(self._view.documents), len(labels.values)), np.bool_)
        met[self._view.groups(labels.owners), labels.codes] = True
        return _met(labels.values, met.sum(axis=0).tolist())


def carried(view: IndexView) -> dict[str, tuple[str, ...]]:
    """Return for each facet the labels there are in a view, by falling number of documents."""
    every = Facets(view, {}).counted(np.flatnonzero(view.live).astype(np.int32))
    return {facet: tuple(each.value for each in values) for facet, values in every.items()}


def _met(values: tuple[str, ...], counts: list[int]) -> dict[str, int]:
    return {value: count for value, count in zip(values, counts, strict=True) if count}
