"""What all commands about backups ask for."""

import json
from collections.abc import Callable
from datetime import datetime
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


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command print JSON."""
    return click.option("--json", "output", flag_value="json", default="text", help="Nur JSON ausgeben.")(command)


def key_of(path: Path | None) -> KeyFile | None:
    """Return the key in a file, if one was named, or raise a BackupKeyError."""
    return read_key(path) if path else None


def as_json(told: object) -> str:
    """Return what a command tells as indented JSON; moments in ISO 8601, paths as they are written.

    Raises:
        TypeError: Something in it has no such form.
    """
    return json.dumps(told, indent=2, default=_plain)


def _plain(value: object) -> str:
    match value:
        case datetime():
            return value.isoformat()
        case Path():
            return str(value)
        case _:
            raise TypeError(value)
