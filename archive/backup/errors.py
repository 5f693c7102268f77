"""What can go wrong with backups: each error is a fact with its facts; the wording is made at the edge."""

from enum import StrEnum
from pathlib import Path

from archive.errors import ArchiveError


class BackupFault(StrEnum):
    """Why nothing is backed up, or nothing is made of a backup."""

    #: The folder of backups lies in the home, or the home in it.
    TOGETHER = "together"
    #: There is something in the folder, and no backups.
    NOT_EMPTY = "not_empty"
    #: The file system refuses: no right, no room, or no such place.
    UNUSABLE = "unusable"
    #: Its backups are of another archive.
    OTHER_ARCHIVE = "other_archive"
    #: The catalogue that is to be backed up is damaged.
    CATALOGUE = "catalogue"
    #: Somebody writes into the folder.
    BUSY = "busy"
    #: There are no backups here.
    NO_BACKUP = "no_backup"
    #: A part of the backup is not there, is not what it was, says what cannot be, or is no file.
    MISSING = "missing"
    ALTERED = "altered"
    UNREADABLE = "unreadable"
    NOT_A_FILE = "not_a_file"
    TOO_LARGE = "too_large"
    #: It was made by a newer version of this program.
    NEWER = "newer"


class BackupError(ArchiveError):
    """Nothing is backed up, or nothing is made of a backup."""

    def __init__(self, fault: BackupFault, place: object, reason: str = "") -> None:
        super().__init__(f"{fault}: {place} {reason}".rstrip())
        self.fault = fault
        #: The folder, file or line that is wrong.
        self.place = str(place)
        #: What the file system says, or "".
        self.reason = reason


class KeyFault(StrEnum):
    """Why a key does not open, or does not lock."""

    #: The backups are encrypted, and no key was named.
    NEEDED = "needed"
    #: They are not, and one was.
    NOT_NEEDED = "not_needed"
    WRONG = "wrong"
    #: The file cannot be read, or is too short to be a secret.
    UNREADABLE = "unreadable"
    TOO_SHORT = "too_short"
    #: It lies where it would be lost, or found, together with what it protects.
    BADLY_PLACED = "badly_placed"


class BackupKeyError(ArchiveError):
    """A key cannot be used."""

    def __init__(self, fault: KeyFault, path: Path) -> None:
        super().__init__(f"{fault}: {path}")
        self.fault = fault
        self.path = path
