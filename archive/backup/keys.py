"""The file whose content locks and opens encrypted backups."""

from dataclasses import dataclass, field
from pathlib import Path

from archive.backup.errors import BackupKeyError, KeyFault

#: Signs of a secret that cannot be guessed in a lifetime, where each guess takes a tenth of a second.
SHORTEST = 16
#: Bytes; nobody means a film.
LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key, and where it lies."""

    path: Path
    secret: bytes = field(repr=False)

    def refuse_within(self, *folders: Path) -> None:
        """Raise a BackupKeyError where it lies in one of these folders: it would be lost or found together with it."""
        own = self.path.resolve()
        if any(own.is_relative_to(folder.resolve()) for folder in folders):
            raise BackupKeyError(KeyFault.BADLY_PLACED, self.path)


def read_key(path: Path) -> KeyFile:
    """Read a key; the end of its line does not count.

    Raises:
        BackupKeyError: It cannot be read, or is too short.
    """
    try:
        with path.open("rb") as file:
            secret = file.read(LONGEST).strip()
    except OSError as error:
        raise BackupKeyError(KeyFault.UNREADABLE, path) from error
    if len(secret) < SHORTEST:
        raise BackupKeyError(KeyFault.TOO_SHORT, path)
    return KeyFile(path, secret)
