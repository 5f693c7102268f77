"""Tells the folders of backups what was erased, so that it does not come back out of a backup made before."""

from pathlib import Path

from archive.archive import Archive
from archive.backup.erasures import ErasedList
from archive.backup.errors import BackupError
from archive.backup.vault import ERASED, HEADER, identity, locked, read_header
from archive.secret_files import kept_secret


def tell_erasures(archive: Archive) -> bool:
    """Put what was erased on the list of each folder of backups that does not know it and is within reach.

    A folder that is out of reach (a disk on a shelf) is told when it is there again.

    Returns:
        Whether a folder was told something.
    """
    places = archive.backups.places()
    erasure = archive.erasure.last() if places else 0
    waiting = [each.path for each in places if each.erasure != erasure]
    told = [path for path in waiting if _tell(archive, path)]
    for path in told:
        archive.backups.told(path, erasure)
    return bool(told)


def _tell(archive: Archive, path: Path) -> bool:
    try:
        if not (path / HEADER).exists():
            return False
        if read_header(path).archive != identity(kept_secret(archive.home.fingerprint_secret)):
            return False
        with locked(path):
            ErasedList(path / ERASED).add(archive.erasure.moments())
    except (BackupError, OSError):
        return False
    return True
