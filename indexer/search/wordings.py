"""The synonyms that hold at the time: those delivered with the program, and the coordination's own."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import structlog

from archive.synonyms import SynonymEntry
from indexer.analysis.synonyms import CAPITALS_ONLY, COMMA, COMMENT, DELIVERED, ONE_WAY, SynonymError, Synonyms
from indexer.search.planner import Planner

_log = structlog.get_logger()

#: Seconds between two looks whether the coordination has changed its own.
FRESH = 0.5

Own = Callable[[], tuple[SynonymEntry, ...]]


def no_synonyms() -> tuple[SynonymEntry, ...]:
    """Return the synonyms where there is no catalogue."""
    return ()


@dataclass(frozen=True, slots=True)
class Effect:
    """What a synonym does to a query."""

    #: Documents found without it, and with it.
    before: int
    after: int
    #: Reference codes of the first that are found with it.
    first: tuple[str, ...]


class Planners:
    """Hands out the planner that knows the synonyms of the time; serves all threads.

    Args:
        planner: One that knows the delivered synonyms.
        own: Returns the coordination's own.
    """

    def __init__(self, planner: Planner, own: Own) -> None:
        self._delivered = planner
        self._own = own
        self._lock = threading.Lock()
        self._known: tuple[SynonymEntry, ...] = ()
        self._current = planner
        self._looked = float("-inf")

    def current(self) -> Planner:
        """Return the planner of now; a change of the synonyms counts within half a second."""
        with self._lock:
            now = time.monotonic()
            if now - self._looked > FRESH:
                self._looked = now
                own = self._own()
                if own != self._known:
                    self._known, self._current = own, self._knowing(own)
            return self._current

    def own(self) -> tuple[SynonymEntry, ...]:
        """Return the coordination's own synonyms that the current planner knows."""
        self.current()
        return self._known

    def with_another(self, entry: SynonymEntry) -> "Planners":
        """Return planners that know one more synonym."""
        return Planners(self._delivered, lambda: (*self._own(), entry))

    def _knowing(self, own: Iterable[SynonymEntry]) -> Planner:
        german = self._delivered.german
        delivered = DELIVERED.read_text(encoding="utf-8").splitlines()
        lines = [*delivered, *self._readable(own)]
        return replace(self._delivered, synonyms=Synonyms(german, lines))

    def _readable(self, own: Iterable[SynonymEntry]) -> Iterator[str]:
        """Yield the lines of synonyms that can be read: one bad one must not stop every search."""
        for entry in own:
            try:
                Synonyms(self._delivered.german, [line(entry)])
            except SynonymError:
                _log.warning("synonym unreadable", number=entry.number)
            else:
                yield line(entry)


def line(entry: SynonymEntry) -> str:
    """Return a synonym as it is written in files."""
    words, leads_to = (f"{COMMA} ".join(each) for each in (entry.words, entry.leads_to))
    return f"{words} {ONE_WAY} {leads_to}" if leads_to else words


def delivered_lines() -> tuple[str, ...]:
    """Return the delivered synonyms as they are written, without comments and marks."""
    lines = (each.partition(COMMENT)[0].strip() for each in DELIVERED.read_text(encoding="utf-8").splitlines())
    return tuple(each.replace(CAPITALS_ONLY, "").replace('"', "") for each in lines if each)
