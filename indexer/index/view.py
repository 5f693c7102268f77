"""One state of the index, read into arrays.

Whoosh keeps postings in blocks and hands them out one by one in Python. A query needs them all: so each term's
postings are read once, kept as arrays, and every step after that is arithmetic on whole arrays. What was read of a
segment serves every later state that still has the segment.
"""

import functools
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import numpy as np
from whoosh import fields

from archive.values import Visibility
from indexer.editions import read_edition
from indexer.index.cache import ByteCache, Sized
from indexer.index.labels import LabelRows, Labels
from indexer.index.once import Once
from indexer.index.schema import LABEL_FIELDS, PASSAGE_LABELS, SUPERSEDED, TEXT_FIELDS
from indexer.index.state import Floats, Ints, Mask, State

#: Bytes for postings, positions and scores. A hundred different queries over 100,000 passages take 24 MiB of it,
#: so it holds what some hundred and fifty ask for …
CACHED_BYTES = 36 << 20
#: … and of a larger index as many bytes a passage: what a query asks for grows with it.
CACHED_A_PASSAGE = CACHED_BYTES // 100_000

#: Bytes for single numbers, which postings would push out: some eight thousand, so what a hundred terms of the glossary
#: count in all segments, for several kinds of readers.
COUNTED_BYTES = 4 << 20

#: Ids of passages that were shown lately; each is unpacked in some ten microseconds, and takes about 100 bytes.
KEPT_IDS = 20_000

_Made = TypeVar("_Made")
_Kept = TypeVar("_Kept", bound=Sized)


class Versions(StrEnum):
    """Which versions of documents are shown."""

    NEWEST = "newest"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of the holdings a view shows."""

    #: Only documents of these classes; None stands for all.
    visible: frozenset[Visibility] | None = None
    #: Generations of other indexes that are shown together with the view's own.
    beside: tuple[Path, ...] = ()
    versions: Versions = Versions.NEWEST


#: The newest version of everything in one generation.
WHOLE = Extent()


class IndexView(State):
    """One state of one generation; never changes once it is open. Safe to use from several threads.

    To a view the documents outside its extent do not exist: it treats them as it treats deleted ones. So whatever is
    counted, scored, suggested or corrected over a view is the same as if they had never been taken in.

    Args:
        generation: Folder of the generation.
        schema: The fields.
        earlier: A state shown before or beside this one; what was read of a segment that both have is taken over.
        extent: How much the view shows.
    """

    def __init__(
        self,
        generation: Path,
        schema: fields.Schema,
        earlier: "IndexView | None" = None,
        extent: Extent = WHOLE,
    ) -> None:
        cache: ByteCache = earlier.cache if earlier else ByteCache(CACHED_BYTES)
        #: What was counted in parts of segments, under keys that begin with the segment.
        self.counts: ByteCache = earlier.counts if earlier else ByteCache(COUNTED_BYTES)
        known = {segment.id: segment for segment in earlier.segments} if earlier else {}
        super().__init__((generation, *extent.beside), schema, cache, known)
        cache.hold(max(CACHED_BYTES, CACHED_A_PASSAGE * self.size))
        self.generation = generation
        self.extent = extent
        self._narrow()
        self.cache: ByteCache = cache
        # Kept here, not by functools: what holds a method of a view would keep the view until the garbage collector
        # comes, and that knows nothing of the size of arrays.
        self._made = Once()
        self._ids: dict[int, str] = {}
        self._group_of, self.firsts, self.documents = self._grouped()
        if extent == WHOLE:
            self._drop_the_rest()

    def _narrow(self) -> None:
        """Take out the passages that lie outside the extent."""
        before = self.count
        if self.extent.visible is not None:
            shown = np.zeros(self.size, np.bool_)
            shown[self.labels("visibility").carriers(self.extent.visible)] = True
            self.live = shown
        if self.extent.versions is Versions.NEWEST:
            self.live = self.live & ~self.superseded
        self.count = int(self.live.sum())
        #: Whether there are passages that do not exist to this view.
        self.is_narrowed = self.extent.visible is not None or self.count < before

    def frequency(self, field: str, term: str) -> int:
        """Return in how many passages a term stands; deleted ones count, those outside the extent do not."""
        if not self.is_narrowed:
            return super().frequency(field, term)
        return sum(part.count(field, term) for part in self.parts)

    def frequencies(self, field: str, terms: Sequence[str]) -> Ints:
        """Return in how many passages that are shown each of many terms stands."""
        return sum((part.counts(field, terms) for part in self.parts), np.zeros(len(terms), np.int32))

    def total_length(self, field: str) -> int:
        """Return how many terms all passages have in a field; deleted ones count, those outside the extent do not."""
        return int(self.lengths(field).sum()) if self.is_narrowed else super().total_length(field)

    @functools.cached_property
    def key(self) -> tuple[str, tuple[int, ...], Extent]:
        """What tells this state from others of the generation, and this extent from others of the state."""
        return self.generation.name, self.numbers_of_commits, self.extent

    def _drop_the_rest(self) -> None:
        """Make room: what was cached for earlier states is not asked for again."""
        current = {self.key[:2], *(segment.id for segment in self.segments)}

        def is_stale(key: Hashable) -> bool:
            owner = key[0] if isinstance(key, tuple) else None
            return (owner[:2] if isinstance(owner, tuple) else owner) not in current

        self.cache.forget(is_stale)
        self.counts.forget(is_stale)

    def cached(self, key: Hashable, make: Callable[[], _Kept]) -> _Kept:
        """Return arrays made for a key over this state, kept as long as there is room."""
        return self.cache.get((self.key, key), make)

    def remembered(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what was made for a key over this state, making it the first time; kept as long as the state."""
        return self._made.get(key, make)

    def groups(self, numbers: Ints) -> Ints:
        """Return for each passage the place of its document in `documents`.

        Documents are in the order of their passages: rising numbers of passages have rising places.
        """
        return self._group_of[numbers]

    def id(self, number: int) -> str:
        """Return the id of a passage by its number."""
        found = self._ids.get(number)
        if found is None:
            if len(self._ids) >= KEPT_IDS:
                self._ids = {}
            found = self._ids[number] = str(self.stored(number)["id"])
        return found

    def lengths(self, field: str) -> Floats:
        """Return how many terms each passage has in a field; 0 for those the view does not show."""
        return self._once("lengths", field, super().lengths)

    def average_length(self, field: str) -> float:
        """Return how many terms a passage has in a field on average, 1 at the least."""
        return self._once("average", field, self._average_length)

    def passage_labels(self, field: str) -> Labels:
        """Return the labels of passages, read once."""
        return self._once("passages", field, self.labels)

    def document_labels(self, field: str) -> Labels:
        """Return the labels of documents, which are those of the first passage of each."""
        return self._once("documents", field, self._document_labels)

    def _once(self, what: str, field: str, make: Callable[[str], _Made]) -> _Made:
        return self._made.get((what, field), lambda: make(field))

    @functools.cached_property
    def superseded(self) -> Mask:
        """Which passages stand in older versions of documents, shown or not."""
        mask = np.zeros(self.size, np.bool_)
        mask[self.labels(SUPERSEDED).owners] = True
        return mask

    @functools.cached_property
    def newest(self) -> Ints:
        """The place of the newest version of each document, which is its own unless it is superseded or alone."""
        places = {name: place for place, name in enumerate(self.documents)}
        older = self.groups(self.firsts[self.superseded[self.firsts]])
        found = np.arange(len(self.documents), dtype=np.int32)
        found[older] = [places.get(read_edition(self.documents[place])[0], place) for place in older]
        return found

    @functools.cached_property
    def dates(self) -> Ints:
        """The day a passage's document begins with, as a proleptic ordinal; 0 where it has no date."""
        return self.numbers("date")

    @functools.cached_property
    def title_places(self) -> Ints:
        """The place of each passage's document in the order of titles."""
        return self.labels("title_order").codes_by_owner(self.size)

    def _average_length(self, field: str) -> float:
        return max(1.0, float(self.lengths(field).sum()) / max(1, self.count))

    def carrying(self, field: str, values: Collection[str]) -> Mask:
        """Return which passages carry at least one of the values of a label field."""
        return self.cached(("carrying", field, frozenset(values)), lambda: self._carrying(field, values))

    def _carrying(self, field: str, values: Collection[str]) -> Mask:
        mask = np.zeros(self.size, np.bool_)
        if field in PASSAGE_LABELS:
            mask[self.passage_labels(field).carriers(values)] = True
            return mask
        documents = np.zeros(len(self.documents) + 1, np.bool_)
        documents[self.document_labels(field).carriers(values)] = True
        return documents[self._group_of]

    def _document_labels(self, field: str) -> Labels:
        is_first = np.zeros(self.size, np.bool_)
        is_first[self.firsts] = True
        of_firsts = self.labels(field).only(is_first)
        return Labels(of_firsts.values, self._group_of[of_firsts.owners], of_firsts.codes)

    @functools.cached_property
    def document_rows(self) -> LabelRows:
        """The labels of documents, in a row for each."""
        fields = [field for field in LABEL_FIELDS if field not in PASSAGE_LABELS]
        return LabelRows.of({field: self.document_labels(field) for field in fields}, len(self.documents))

    @functools.cached_property
    def passage_rows(self) -> LabelRows:
        """The labels that are a passage's own, in a row for each."""
        return LabelRows.of({field: self.passage_labels(field) for field in PASSAGE_LABELS}, self.size)

    def _grouped(self) -> tuple[Ints, Ints, tuple[str, ...]]:
        """Return each passage's document (-1 for deleted ones), each document's first passage, and the documents.

        A document's passages stand together, for they are always written together.
        """
        labels = self.labels("document")
        codes = labels.codes_by_owner(self.size)
        passages = np.flatnonzero(self.live).astype(np.int32)
        begins = np.diff(codes[passages], prepend=-1) != 0
        group_of = np.full(self.size, -1, np.int32)
        group_of[passages] = np.cumsum(begins, dtype=np.int32) - 1
        firsts = passages[begins]
        return group_of, firsts, tuple([labels.values[code] for code in codes[firsts].tolist()])

    def warm(self) -> None:
        """Read what every query needs, so that the first one does not wait for it."""
        for field in TEXT_FIELDS:
            self.lengths(field)
        _ = self.document_rows, self.passage_rows, self.dates


def is_sound(generation: Path, schema: fields.Schema) -> bool:
    """Tell whether a generation can be opened and read.

    Damage shows as any error at all, since Whoosh unpickles what it reads; whatever it is, the cure is one: build anew.
    """
    try:
        view = IndexView(generation, schema)
        view.warm()
    except Exception:  # noqa: BLE001 - see above
        return False
    view.close()
    return True
