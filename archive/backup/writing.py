"""Files that are there whole or not at all, even if the power fails."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from archive.durable import sync_folder
from archive.store import UNFINISHED


def write_whole(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file in the place of any there was.

    Args:
        path: In a folder that exists; a file that is broken off stays beside it, with the ending of what is unfinished.
        chunks: Its bytes.
    """
    made = path.with_name(f"{path.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
