"""How commands tell programs what they tell people."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command print JSON."""
    return click.option("--json", "output", flag_value="json", default="text", help="Nur JSON ausgeben.")(command)


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
