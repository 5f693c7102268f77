"""Whether the originals are what they were: each is read in full and compared with its checksum, time and again."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Row, Select, delete, func, select
from sqlalchemy.orm import Session

from archive.catalogue.care import FileCheck
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.holdings import Document, Event, Version
from archive.custody import PROGRAM, EventKind, FileState
from archive.events import record
from archive.store import Store, digest

#: Each file is checked once in this time; a file that was just taken in has been checked by that.
EVERY = timedelta(days=30)

#: Files and bytes that are checked in one go, after which others have their turn.
PORTION = 20
PORTION_BYTES = 16 * 1024**2


@dataclass(frozen=True, slots=True)
class DamagedFile:
    """A file that is missing, or not what it was, when it was last checked."""

    #: Reference code.
    document: str
    version: int
    checksum: str
    state: FileState
    #: In UTC.
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class FormatCount:
    """How much there is of one format."""

    media_type: str
    files: int
    #: Of all these files together.
    bytes: int


@dataclass(frozen=True, slots=True)
class FixityReport:
    """How the checks stand."""

    files: int
    #: How many of them were checked within `EVERY`.
    checked: int
    damaged: tuple[DamagedFile, ...]


class Fixity:
    """Checks the originals; one serves all threads."""

    def __init__(self, catalogue: Catalogue, store: Store) -> None:
        self._catalogue = catalogue
        self._store = store

    def check(self, checksums: Collection[str], now: datetime) -> None:
        """Read files in full, and record for each what it is and which of them have changed since their last check."""
        found = {checksum: self._state(checksum) for checksum in checksums}
        with self._catalogue.writing() as session:
            _enter(session, found, now)

    def check_portion(self, now: datetime) -> int:
        """Check some of the files whose last check is too long ago; if none is, record once in a time that all were.

        Returns:
            How many were checked.
        """
        with self._catalogue.reading() as session:
            due = list(_portion(session.execute(_due(now)).all()))
            is_told = bool(due) or self._is_told(session, now)
        if due:
            self.check(due, now)
        elif not is_told:
            self._tell(now)
        return len(due)

    def check_all(self) -> Iterator[str]:
        """Check every file, record that, and yield the checksum of each."""
        with self._catalogue.reading() as session:
            every = session.execute(select(Version.checksum, Version.size).order_by(Version.checksum)).all()
        rest = iter(every)
        while portion := list(_portion(rest)):
            self.check(portion, datetime.now(UTC))
            yield from portion
        self._tell(datetime.now(UTC))

    def report(self, now: datetime) -> FixityReport:
        """Return how the checks stand."""
        checked = func.count().filter(_last_checked() > now - EVERY)
        asked = select(func.count(), checked).select_from(Version).outerjoin(FileCheck, _same())
        damaged = (
            select(Document.code, Version.number, Version.checksum, FileCheck.state, FileCheck.checked_at)
            .join(Version, Version.document_id == Document.id)
            .join(FileCheck, _same())
            .where(FileCheck.state != FileState.INTACT)
            .order_by(Version.id)
        )
        with self._catalogue.reading() as session:
            files, recent = session.execute(asked).one()
            return FixityReport(files, recent, tuple(DamagedFile(*row) for row in session.execute(damaged)))

    def formats(self) -> tuple[FormatCount, ...]:
        """Return how many files there are of each format, the most frequent first; older versions count, too."""
        number = func.count()
        asked = select(Version.media_type, number, func.sum(Version.size)).group_by(Version.media_type)
        with self._catalogue.reading() as session:
            rows = session.execute(asked.order_by(number.desc(), Version.media_type))
            return tuple(FormatCount(*row) for row in rows)

    def _state(self, checksum: str) -> FileState:
        if not self._store.holds(checksum):
            return FileState.MISSING
        try:
            return FileState.INTACT if digest(self._store.path(checksum)) == checksum else FileState.ALTERED
        except FileNotFoundError:
            return FileState.MISSING
        except OSError:
            # The disk does not give back what is on it.
            return FileState.ALTERED

    def _is_told(self, session: Session, now: datetime) -> bool:
        """Tell whether it was recorded within `EVERY` that all files were checked, or nothing is held for as long."""
        last = session.scalar(select(func.max(Event.at)).where(Event.kind == EventKind.FIXITY_CHECK))
        first = session.scalar(select(func.min(Version.received_at)))
        return (last or first or now) > now - EVERY

    def _tell(self, now: datetime) -> None:
        """Record that all files were checked, and forget the checks of those that are no longer held."""
        by_state = select(FileCheck.state, func.count()).join(Version, _same()).group_by(FileCheck.state)
        with self._catalogue.writing() as session:
            held = select(Version.checksum)
            session.execute(delete(FileCheck).where(FileCheck.checksum.not_in(held)))
            files = session.scalar(select(func.count()).select_from(Version))
            states = dict(session.execute(by_state).all())
            missing, altered = (states.get(state, 0) for state in (FileState.MISSING, FileState.ALTERED))
            counted = f"files={files},missing={missing},altered={altered}"
            session.add(Event(at=now, kind=EventKind.FIXITY_CHECK, document="", detail=counted, agent=PROGRAM))


def _same() -> ColumnElement[bool]:
    return FileCheck.checksum == Version.checksum


def _last_checked() -> ColumnElement[datetime]:
    """Return when a version was last checked; its bytes were when it was taken in."""
    return func.coalesce(FileCheck.checked_at, Version.received_at)


def _due(now: datetime) -> Select[str, int]:
    return (
        select(Version.checksum, Version.size)
        .outerjoin(FileCheck, _same())
        .where(_last_checked() <= now - EVERY)
        .order_by(_last_checked(), Version.checksum)
        .limit(PORTION)
    )


def _portion(files: Iterable[Row[str, int]]) -> Iterator[str]:
    """Yield the first of these files: one, or some that together are not large."""
    total = 0
    for number, (checksum, size) in enumerate(files, start=1):
        yield checksum
        total += size
        if number >= PORTION or total >= PORTION_BYTES:
            return


def _enter(session: Session, found: dict[str, FileState], now: datetime) -> None:
    """Write down what files are, and record for their documents what has changed."""
    rows = {row.checksum: row for row in session.scalars(select(FileCheck).where(FileCheck.checksum.in_(found)))}
    held = session.execute(
        select(Version.checksum, Document.code)
        .join(Document, Version.document_id == Document.id)
        .where(Version.checksum.in_(found))
    )
    for checksum, code in held.all():
        state = found[checksum]
        before = rows[checksum].state if checksum in rows else FileState.INTACT
        if before is not state:
            kind = EventKind.FILE_MENDED if state is FileState.INTACT else EventKind.FILE_DAMAGED
            record(session, kind, code, "" if state is FileState.INTACT else state.value)
        session.merge(FileCheck(checksum=checksum, checked_at=now, state=state))
