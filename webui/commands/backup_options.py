"""What all commands about backups ask for."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from archive.backup.keys import KeyFile, read_key


def key_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take the file with the key of encrypted backups."""
    return click.option(
        "--key-file",
        metavar="DATEI",
        type=click.Path(path_type=Path),
        help="Schlüssel verschlüsselter Sicherungen: eine Datei mit mindestens 16 Zeichen.",
    )(command)


def key_of(path: Path | None) -> KeyFile | None:
    """Return the key in a file, if one was named, or raise a BackupKeyError."""
    return read_key(path) if path else None
