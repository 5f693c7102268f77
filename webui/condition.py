"""The condition of the archive: what needs care, found in a few statements however much it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from archive.archive import Archive
from archive.custody import EventEntry, EventKind
from archive.gaps import DocumentState, Gap
from archive.rights import Reader
from archive.values import Title, Visibility
from indexer.extraction.pages import Outcome
from indexer.index.areas import AREA_OF, Areas
from indexer.index.condition import IndexCondition, condition
from indexer.index.generations import Generations
from indexer.index.texts import Texts
from indexer.worker import is_working

#: Outcomes after which a file may be read once more, with another program, more time, or more memory.
FAILED = frozenset({Outcome.BROKEN, Outcome.TIMED_OUT, Outcome.TOO_LARGE, Outcome.PASSWORD})


@dataclass(frozen=True)
class Condition:
    """The condition of an archive, as far as a reader may know of its documents."""

    archive: Archive
    texts: Texts
    reader: Reader

    @cached_property
    def documents(self) -> tuple[DocumentState, ...]:
        """Every document."""
        return self.archive.gaps.states(self.reader.visible)

    @cached_property
    def _without_text(self) -> dict[str, Outcome]:
        return self.texts.without_text()

    @cached_property
    def indexes(self) -> list[IndexCondition]:
        """The indexes there are that hold documents of the reader's."""
        return [found for each in self._areas() if (found := condition(each))]

    @cached_property
    def waiting(self) -> int:
        """How many documents do not stand in an index as they are."""
        indexed = [self.texts.indexed(each.name) for each in self.indexes]
        return sum(all(each.get(state.code) != state.revision for each in indexed) for state in self.documents)

    @property
    def is_working(self) -> bool:
        """Whether something reads and indexes."""
        return is_working(self.archive.home.worker_lock)

    @cached_property
    def gaps(self) -> dict[Gap, int]:
        """How many documents lack each thing."""
        return self.archive.gaps.count(self.reader.visible)

    def lacking(self, gap: Gap) -> tuple[Title, ...]:
        """Return the titles of the documents that lack something."""
        return self.archive.gaps.lacking(gap, self.reader.visible)

    def without_text(self) -> list[DocumentState]:
        """Return the documents that were read and have no text."""
        return [each for each in self.documents if each.checksum in self._without_text]

    def failed(self) -> list[DocumentState]:
        """Return the documents whose file could not be read, though another try may help."""
        return [each for each in self.without_text() if self._without_text[each.checksum] in FAILED]

    def last(self, kind: EventKind) -> EventEntry | None:
        """Return the latest event of a kind."""
        return self.archive.journal.last(kind)

    def reports(self) -> int:
        """Return how many reports are open."""
        return self.archive.reports.count_open(self.reader.visible)

    def due(self) -> int:
        """Return how many documents have been kept long enough."""
        return len(self.archive.deletion.due(datetime.now(UTC).date(), self.reader.visible))

    def _areas(self) -> Iterable[Generations]:
        areas = Areas.within(self.archive.home.derived)
        seen = {AREA_OF[visibility] for visibility in self.reader.visible}
        return [
            areas.of(visibility) for visibility in (Visibility.PUBLIC, Visibility.DRAFT) if AREA_OF[visibility] in seen
        ]
