"""What Click itself says, in German: its help, and its errors of use."""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

#: The catalogue of Click's messages, `translations/de/LC_MESSAGES/click.po`.
DOMAIN = "click"
CATALOGUES = Path(__file__).parent / "translations"

#: What stands for options, and for a command with what belongs to it, in lines of use.
OPTIONS, SUBCOMMAND = "[OPTIONEN]", "BEFEHL [ANGABEN]..."


def german_usage(command: click.Command) -> None:
    """Let the lines of use of a command and of all commands under it be German, which no catalogue of Click's holds."""
    command.options_metavar = OPTIONS
    if isinstance(command, click.Group):
        command.subcommand_metavar = SUBCOMMAND
        for each in command.commands.values():
            german_usage(each)


@contextmanager
def german_messages() -> Iterator[None]:
    """Let Click speak German whatever the terminal speaks: it asks gettext, and gettext the environment."""
    domain, asked = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = "de"
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if asked is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = asked
