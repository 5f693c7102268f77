"""Where backups of the archive lie, and how old they are."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select, update

from archive.catalogue.care import BackupTarget
from archive.catalogue.catalogue import Catalogue
from archive.custody import EventKind
from archive.events import record


@dataclass(frozen=True, slots=True)
class BackupPlace:
    """A folder of backups, and the last one that was made there."""

    path: Path
    snapshot: str
    #: In UTC.
    made_at: datetime
    #: Up to which erasure (see `Erasure.last`) it has been told what must not come back out of it.
    erasure: int


class Backups:
    """Remembers the backups of an archive; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def places(self) -> tuple[BackupPlace, ...]:
        """Return every folder in which there are backups, the last that was written to first."""
        asked = select(BackupTarget).order_by(BackupTarget.made_at.desc())
        with self._catalogue.reading() as session:
            return tuple(
                BackupPlace(Path(row.path), row.snapshot, row.made_at, row.erasure) for row in session.scalars(asked)
            )

    def last(self) -> BackupPlace | None:
        """Return where the last backup was made, or None if there is none."""
        return next(iter(self.places()), None)

    def enter(self, path: Path, snapshot: str, erasure: int) -> None:
        """Remember a backup that was made, and record it."""
        made = BackupTarget(path=str(path), snapshot=snapshot, made_at=datetime.now(UTC), erasure=erasure)
        with self._catalogue.writing() as session:
            session.merge(made)
            record(session, EventKind.BACKUP, "", snapshot)

    def told(self, path: Path, erasure: int) -> None:
        """Remember up to which erasure a folder knows what must not come back out of it."""
        with self._catalogue.writing() as session:
            session.execute(update(BackupTarget).where(BackupTarget.path == str(path)).values(erasure=erasure))
