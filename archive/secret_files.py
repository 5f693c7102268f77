"""Secrets of a home: files of chance bytes that only the archive's own account on this machine can read."""

import os
import secrets
from pathlib import Path

from archive.durable import sync_folder

#: Bytes of a secret.
STRENGTH = 32


def read_secret(path: Path) -> bytes | None:
    """Return a secret, or None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def make_secret(path: Path) -> bytes:
    """Make a secret in the place of any there was."""
    path.unlink(missing_ok=True)
    return _write(path)


def kept_secret(path: Path) -> bytes:
    """Return a secret, which is made where there is none; several processes that ask at once get the same."""
    while (found := read_secret(path)) is None:
        made = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        _write(made)
        try:
            os.link(made, path)
            sync_folder(path.parent)
        except FileExistsError:
            continue  # somebody else was quicker
        finally:
            made.unlink()
    return found


def _write(path: Path) -> bytes:
    secret = secrets.token_bytes(STRENGTH)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secret)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)
    return secret
