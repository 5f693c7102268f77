"""One state of the index, read into arrays.

Whoosh keeps postings in blocks and hands them out one by one in Python. A query needs them all: so each term's
postings are read once, kept as arrays, and every step after that is arithmetic on whole arrays.
"""

import functools
import time
from collections.abc import Callable, Collection, Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from whoosh import fields, index, reading

from indexer.index.schema import LABEL_FIELDS, TEXT_FIELDS

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

#: Terms whose postings are kept; at 100,000 passages about 100 MiB if all of them were common.
KEPT_TERMS = 4000

#: A commit may replace files between reading the table of contents and opening them: try again this often …
_ATTEMPTS = 20
#: … after so many seconds.
_PAUSE = 0.02

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a term stands."""

    #: Numbers of passages, rising.
    ids: Ints
    #: How often it stands in each.
    weights: Floats


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one field, and which passages carry them."""

    values: tuple[str, ...]
    #: For each value the numbers of the passages that carry it.
    carriers: tuple[Ints, ...]


class IndexView:
    """One state of one generation; never changes once it is open."""

    def __init__(self, generation: Path, schema: fields.Schema) -> None:
        self.generation = generation
        self._index = _patiently(lambda: index.open_dir(generation, schema=schema))
        self._reader: reading.IndexReader = _patiently(self._index.reader)
        self._leaves: list[tuple[Any, int]] = list(self._reader.leaf_readers())
        #: One more than the highest number of a passage, deleted ones included.
        self.size: int = self._reader.doc_count_all()
        #: Number of passages there are.
        self.count: int = self._reader.doc_count()
        self.postings = functools.lru_cache(KEPT_TERMS)(self._postings)
        self.lengths = functools.cache(self._lengths)
        self.labels = functools.cache(self._labels)
        self._group_of, self.documents = self._ranked("document")
        self._remembered: dict[Hashable, object] = {}

    def is_latest(self) -> bool:
        """Tell whether nothing was committed to the generation since this state."""
        return bool(self._index.latest_generation() == self._reader.generation())

    def close(self) -> None:
        """Give the files back."""
        self._reader.close()
        self._index.close()

    def id(self, number: int) -> str:
        """Return the id of a passage by its number."""
        return str(self._reader.stored_fields(int(number))["id"])

    def groups(self, numbers: Ints) -> Ints:
        """Return for each passage the place of its document in `documents`."""
        return self._group_of[numbers]

    def carrying(self, field: str, values: Collection[str]) -> Mask:
        """Return which passages carry at least one of the values of a label field."""
        mask = np.zeros(self.size, np.bool_)
        labels = self.labels(field)
        for value, carriers in zip(labels.values, labels.carriers, strict=True):
            if value in values:
                mask[carriers] = True
        return mask

    def remembered(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what was made for a key over this state, making it the first time."""
        if key not in self._remembered:
            self._remembered[key] = make()
        return cast("_Made", self._remembered[key])

    @functools.cached_property
    def title_places(self) -> Ints:
        """The place of each passage's document in the order of titles."""
        return self._ranked("title_order")[0]

    @functools.cached_property
    def dates(self) -> Ints:
        """The day a passage's document begins with, as a proleptic ordinal; 0 where it has no date."""
        days = np.zeros(self.size, np.int32)
        for leaf, offset in self._leaves:
            column = leaf.column_reader("date", translate=True)
            days[offset : offset + leaf.doc_count_all()] = list(column)
        return days

    def average_length(self, field: str) -> float:
        """Return how many terms a passage has in a field on average, 1 at the least."""
        return max(1.0, float(self.lengths(field).sum()) / max(1, self.count))

    def terms_beginning(self, field: str, beginning: str) -> Iterator[str]:
        """Yield the terms of a field that begin so."""
        for term in self._reader.expand_prefix(field, beginning):
            yield term.decode()

    def positions(self, field: str, term: str) -> dict[int, tuple[int, ...]]:
        """Return the positions of a term in every passage it stands in, by number of the passage."""
        return {number: tuple(matcher.value_as("positions")) for number, matcher in self._matches(field, term)}

    def _postings(self, field: str, term: str) -> Postings:
        found = [(number, matcher.weight()) for number, matcher in self._matches(field, term)]
        ids, weights = zip(*found, strict=True) if found else ((), ())
        return Postings(np.array(ids, np.int32), np.array(weights, np.float32))

    def _matches(self, field: str, term: str) -> Iterator[tuple[int, Any]]:
        """Yield each posting of a term as the passage's number and the matcher that stands on it."""
        for leaf, offset in self._leaves:
            if (field, term) not in leaf:
                continue
            matcher = leaf.postings(field, term)
            while matcher.is_active():
                yield matcher.id() + offset, matcher
                matcher.next()

    def _lengths(self, field: str) -> Floats:
        lengths = np.zeros(self.size, np.float32)
        for leaf, offset in self._leaves:
            for number in range(leaf.doc_count_all()):
                if not leaf.is_deleted(number):
                    lengths[offset + number] = leaf.doc_field_length(number, field)
        return lengths

    def _labels(self, field: str) -> Labels:
        values = tuple(term.decode() for term in self._reader.lexicon(field))
        carriers = tuple(self.postings(field, value).ids for value in values)
        carried = [(value, ids) for value, ids in zip(values, carriers, strict=True) if len(ids)]
        return Labels(tuple(value for value, _ in carried), tuple(ids for _, ids in carried))

    def _ranked(self, field: str) -> tuple[Ints, tuple[str, ...]]:
        """Return for each passage the place of its label among the sorted labels of a field, and these; -1 for none."""
        labels = self._labels(field)
        places = np.full(self.size, -1, np.int32)
        for place, ids in enumerate(labels.carriers):
            places[ids] = place
        return places, labels.values

    def warm(self) -> None:
        """Read what every query needs, so that the first one does not wait for it."""
        for field in TEXT_FIELDS:
            self.lengths(field)
        _ = self.dates


def _patiently(open_: Callable[[], _Made]) -> _Made:
    """Open something that a commit may be replacing at this moment."""
    for _ in range(_ATTEMPTS):
        try:
            return open_()
        except (FileNotFoundError, index.EmptyIndexError):
            time.sleep(_PAUSE)
    return open_()


def is_sound(generation: Path, schema: fields.Schema) -> bool:
    """Tell whether a generation can be opened and read.

    Damage shows as any error at all, since Whoosh unpickles what it reads; whatever it is, the cure is one: build anew.
    """
    try:
        view = IndexView(generation, schema)
        view.warm()
        for field in LABEL_FIELDS:
            view.labels(field)
    except Exception:  # noqa: BLE001 - see above
        return False
    view.close()
    return True
