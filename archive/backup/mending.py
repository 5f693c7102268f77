"""Brings single files back out of a backup: those that are missing in the store, or not what they were."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from archive.archive import Archive
from archive.backup.keys import KeyFile
from archive.backup.restoring import find_snapshot
from archive.custody import FileState
from archive.fixity import DamagedFile
from archive.media import LARGEST


def mend(archive: Archive, backup: Path, key: KeyFile | None, report: Callable[[str], None]) -> tuple[DamagedFile, ...]:
    """Check every file, and bring back what is damaged; nothing that is sound is touched.

    Args:
        archive: May be in use.
        backup: A folder of backups, or one snapshot in it.
        key: Of encrypted backups.
        report: Is told the checksum of each file that was checked.

    Returns:
        The files that were damaged; which of them still are, `archive.fixity.report` tells.

    Raises:
        BackupError: There is no backup.
        BackupKeyError: The key does not open it.
    """
    vault, _ = find_snapshot(backup, key)
    for checksum in archive.fixity.check_all():
        report(checksum)
    damaged = archive.fixity.report(datetime.now(UTC)).damaged
    for each in damaged:
        if vault.pool.is_sound(each.checksum, LARGEST):
            if each.state is FileState.ALTERED:
                archive.store.remove(each.checksum)
            archive.store.put_chunks(vault.pool.read(each.checksum, LARGEST))
    archive.fixity.check([each.checksum for each in damaged], datetime.now(UTC))
    return damaged
