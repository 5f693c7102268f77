"""Which snapshots are kept, and which originals are kept for them."""

from dataclasses import dataclass

from archive.backup.erasures import left_out
from archive.backup.errors import BackupError
from archive.backup.vault import Vault


@dataclass(frozen=True, slots=True)
class Retained:
    """What is left of the snapshots in a folder."""

    #: Names of the snapshots that are there, that were deleted, and that can no longer be read.
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    unreadable: tuple[str, ...]
    #: How many originals were deleted because no snapshot names them, or because they were erased from the archive.
    originals: int


def retain(vault: Vault, keep: int) -> Retained:
    """Delete all but the last snapshots, and then the originals that none of the others needs.

    Where a snapshot cannot be read, nobody knows what it needs: no original is deleted then, but what was erased.

    Args:
        vault: Whoever calls this holds its lock.
        keep: How many snapshots are kept; 0 keeps all.
    """
    snapshots = vault.snapshots()
    going = snapshots[:-keep] if keep else []
    for each in going:
        vault.remove(each)
    erased, wanted, unreadable = vault.erased.moments(), set[str](), []
    kept = snapshots[len(going) :]
    for each in kept:
        try:
            manifest = each.manifest()
        except BackupError:
            unreadable.append(each.name)
        else:
            wanted |= manifest.originals.keys() - left_out(erased, manifest.held_again)
    gone = vault.pool.keep_only(wanted) if not unreadable else vault.pool.remove_all(erased.keys() - wanted)
    return Retained(tuple(each.name for each in kept), tuple(each.name for each in going), tuple(unreadable), gone)
