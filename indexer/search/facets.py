"""Counts the documents behind each value of each facet."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import repeat
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

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
        values, counts = counting.documents(facet)
        chosen = self._filters.get(facet, ())
        if not chosen:
            return tuple(map(FacetValue, values, counts, repeat(False)))  # noqa: FBT003 - what it is shows above
        missing = sorted(set(chosen).difference(values))
        selected = [value in chosen for value in values]
        return (
            *map(FacetValue, values, counts, selected),
            *(FacetValue(value, 0, selected=True) for value in missing),
        )


class _Counting:
    """Counts the documents of some passages by label."""

    def __init__(self, view: IndexView, ids: Ints) -> None:
        self._view = view
        self._ids = ids

    def documents(self, field: str) -> tuple[list[str], list[int]]:
        """Return the labels of a field that any of the documents has, and the number of documents, the most first."""
        if field in PASSAGE_LABELS:
            rows, counts = self._view.passage_rows, self._by_passages
        else:
            rows, counts = self._view.document_rows, self._by_documents
        values, here = rows.values[field], rows.of_field(field, counts)
        # Labels are in their order, which equal counts keep.
        most = np.argsort(-here, kind="stable")[: np.count_nonzero(here)]
        return [values[code] for code in most.tolist()], here[most].tolist()

    @cached_property
    def _by_documents(self) -> NDArray[np.intp]:
        has_passage = np.zeros(len(self._view.documents), np.bool_)
        has_passage[self._view.groups(self._ids)] = True
        return self._view.document_rows.counted(np.flatnonzero(has_passage))

    @cached_property
    def _by_passages(self) -> NDArray[np.intp]:
        """Count each document once for each label that one of the passages has."""
        groups = self._view.groups(self._ids)
        return self._view.passage_rows.counted_groups(self._ids, groups, len(self._view.documents))


def carried(view: IndexView) -> dict[str, tuple[str, ...]]:
    """Return for each facet the labels there are in a view, by falling number of documents."""
    every = Facets(view, {}).counted(np.flatnonzero(view.live).astype(np.int32))
    return {facet: tuple(each.value for each in values) for facet, values in every.items()}
