"""The list of erased files beside backups: whatever stands on it does not come back. It only grows.

A line is a SHA-256 and the moment of the erasure. What was erased, taken in again and is held in a backup that knows of
that erasure is not meant by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from archive.backup.errors import BackupError, BackupFault
from archive.backup.writing import write_whole
from archive.handover.erased import read_erased
from archive.handover.errors import BagError

#: Of a line without a moment, which means every copy.
ALWAYS = datetime.max.replace(tzinfo=UTC)
NEVER = datetime.min.replace(tzinfo=UTC)

HEAD = (
    "# Prüfsummen (SHA-256) gelöschter Dateien und wann sie gelöscht wurden.\n"
    "# Was hier steht, kommt aus keiner Sicherung zurück. Bitte nichts entfernen.\n"
)


@dataclass(frozen=True, slots=True)
class ErasedList:
    """The list in one folder of backups."""

    path: Path

    def moments(self) -> dict[str, datetime]:
        """Return when each file was erased last, by its SHA-256.

        Raises:
            BackupError: It cannot be read; then nobody knows what must not come back.
        """
        if not self.path.exists():
            return {}
        try:
            checksums = read_erased(self.path)
        except BagError as error:
            raise BackupError(BackupFault.UNREADABLE, error.place) from error
        found: dict[str, datetime] = {}
        for line in self.path.read_text("utf-8", "replace").splitlines():
            checksum, _, moment = line.partition("#")[0].strip().lower().partition(" ")
            if checksum in checksums:
                found[checksum] = max(_moment(moment.strip()), found.get(checksum, NEVER))
        return found

    def add(self, erased: Mapping[str, datetime]) -> int:
        """Add erasures that are not on the list, and return their number."""
        known = self.moments()
        added = {checksum: at for checksum, at in erased.items() if known.get(checksum, NEVER) < at}
        if added or not self.path.exists():
            before = self.path.read_bytes() if self.path.exists() else HEAD.encode()
            lines = (f"{checksum} {at.isoformat()}\n" for checksum, at in sorted(added.items()))
            write_whole(self.path, [before, "".join(lines).encode()])
        return len(added)


def left_out(erased: Mapping[str, datetime], known: Mapping[str, datetime]) -> frozenset[str]:
    """Return which erased files must not come back out of a backup.

    Args:
        erased: The list.
        known: Of the files the backup holds, those that had been erased before it took them in again, and when.
    """
    return frozenset(checksum for checksum, at in erased.items() if known.get(checksum, NEVER) < at)


def _moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text.upper())
    except ValueError:
        return ALWAYS
    return found if found.tzinfo else found.replace(tzinfo=UTC)
