"""The newest state of the index as each kind of reader may see it."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import structlog
from whoosh import fields

from archive.rights import Reader
from archive.values import Visibility
from indexer.index.areas import AREA_OF, Area, Areas
from indexer.index.generations import Generations
from indexer.index.sums import is_intact
from indexer.index.view import WHOLE, Extent, IndexView, Versions
from indexer.search.vocabulary import Vocabulary

_log = structlog.get_logger()

#: Seconds between two looks whether something new was committed.
FRESH = 0.5

#: Seconds after which no page of the index's files is held that was not looked at since: with time every question looks
#: at others, until the process holds all of them.
HELD_FOR = 3.0

#: Seconds for which a look at the checksums counts: it reads the whole index.
VERIFIED_FOR = 10.0

_PUBLISHED = frozenset(visibility for visibility, area in AREA_OF.items() if area is Area.PUBLISHED)


class Views:
    """Opens views and keeps them as long as they are new; serves all threads.

    A reader's view holds what he may see and nothing else: to whoever is handed it, other documents do not exist.
    """

    def __init__(self, areas: Areas, schema: fields.Schema) -> None:
        self._areas = areas
        self._schema = schema
        self._lock = threading.Lock()
        self._published: IndexView | None = None
        self._narrowed: dict[Extent, IndexView] = {}
        self._looked = 0.0
        self._let_go = time.monotonic()
        self._verified = -VERIFIED_FOR
        self._distrusted: frozenset[Path] = frozenset()
        self._reading = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vocabulary")

    def of(self, reader: Reader, versions: Versions = Versions.NEWEST) -> IndexView | None:
        """Return the newest state a reader may see, or None while there is no index."""
        with self._lock:
            now = time.monotonic()
            if self._published is None or now - self._looked > FRESH:
                self._looked = now
                self._renew()
            if now - self._let_go > HELD_FOR:
                self._let_go = now
                self._hold_no_pages()
            return self._seen(self._published, self._extent(reader.visible, versions)) if self._published else None

    def distrust_damaged(self) -> bool:
        """Look whether files of the index are not what was written; from such a generation nothing is read any more.

        Returns:
            Whether there are such files now, or were at the last look a moment ago.
        """
        with self._lock:
            if time.monotonic() - self._verified > VERIFIED_FOR:
                self._verified = time.monotonic()
                self._distrusted = frozenset(self._damaged())
            if self._distrusted:
                self._published, self._narrowed = None, {}
            return bool(self._distrusted)

    def _damaged(self) -> Iterator[Path]:
        for generations in self._areas:
            current = generations.current()
            if current and not is_intact(current):
                _log.warning("index damaged, to be built anew", generation=current.name)
                generations.report_damage()
                yield current

    def _hold_no_pages(self) -> None:
        for view in filter(None, (self._published, *self._narrowed.values())):
            for segment in view.segments:
                segment.let_go()

    def _renew(self) -> None:
        """Open the newest states; requests under way keep those they began with."""
        current = self._areas.published.current()
        before = self._published
        if current is None or current in self._distrusted:
            self._published = None
        elif before is None or before.generation != current or not before.is_latest():
            self._published = self._opened(self._areas.published, current, before, WHOLE)
        kept = self._narrowed if self._published is before else {}
        beside = ((), self._beside())
        self._narrowed = {extent: view for extent, view in kept.items() if extent.beside in beside and view.is_latest()}

    def _seen(self, published: IndexView, extent: Extent) -> IndexView | None:
        """Return the part of the published index that may be seen, or the whole of both."""
        if extent == WHOLE:
            return published
        if extent not in self._narrowed:
            generations = self._areas.restricted if extent.beside else self._areas.published
            view = self._opened(generations, published.generation, published, extent)
            if view is None:
                return published if extent.beside else None
            self._narrowed[extent] = view
        return self._narrowed[extent]

    def _extent(self, visible: frozenset[Visibility], versions: Versions) -> Extent:
        if visible == _PUBLISHED:
            return Extent(versions=versions)
        if visible <= _PUBLISHED:
            return Extent(visible, versions=versions)
        beside = self._beside()
        # While the restricted index is being built, the published one is all there is to see.
        whole = visible == frozenset(Visibility) or not beside
        return Extent(None if whole else visible, beside, versions)

    def _beside(self) -> tuple[Path, ...]:
        restricted = self._areas.restricted.current()
        return (restricted,) if restricted and restricted not in self._distrusted else ()

    def _opened(
        self, generations: Generations, current: Path, earlier: IndexView | None, extent: Extent
    ) -> IndexView | None:
        """Open a generation; from one that is damaged nothing is found until the worker has built another.

        Damage shows as any error at all, since Whoosh unpickles what it reads.
        """
        try:
            view = IndexView(current, self._schema, earlier, extent)
            view.warm()
        except Exception as error:  # noqa: BLE001 - see above
            named = generations.current()
            if named in (current, *extent.beside):
                _log.warning("index unreadable", generation=named.name, error=type(error).__name__)
                generations.report_damage()
            return None
        # Nobody waits for the words. Damage among them shows again to whoever asks for them.
        self._reading.submit(Vocabulary(view).read)
        return view
