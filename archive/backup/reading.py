"""Reads what lies in a folder of backups and believes nothing of it: files only, and no more of them than was said."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from archive.backup.errors import BackupError, BackupFault
from archive.backup.sealing import Seal


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file.

    Raises:
        BackupError: It is not there, or no file: a link, a device, a pipe.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError as error:
        raise BackupError(BackupFault.MISSING, path) from error
    except OSError as error:
        raise BackupError(BackupFault.NOT_A_FILE, path, error.strerror or "") from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise BackupError(BackupFault.NOT_A_FILE, path)
    with os.fdopen(handle, "rb") as file:
        yield file


def contents(path: Path, seal: Seal, place: str, largest: int) -> Iterator[bytes]:
    """Yield the bytes that were kept in a file.

    Args:
        path: The file.
        seal: How it was written.
        place: Where it lies within the folder of backups.
        largest: Bytes it may have.

    Raises:
        BackupError: It is not there, no file, not what was written, or longer; `place` tells which.
    """
    left = largest
    with opened(path) as file:
        try:
            for chunk in seal.open(file, place):
                left -= len(chunk)
                if left < 0:
                    raise BackupError(BackupFault.TOO_LARGE, path)
                yield chunk
        except OSError as error:
            raise BackupError(BackupFault.ALTERED, path, error.strerror or "") from error
