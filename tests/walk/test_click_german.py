"""Whatever Click itself says is German."""

import click
import pytest
from click.testing import CliRunner

from webui.cli import cli


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search"], "Fehler: Es fehlt die Angabe 'SUCHE'."),
        (["search", "x", "--sort", "bunt"], "„bunt“ gibt es hier nicht. Möglich sind: "),
        (["search", "x", "--limit", "0"], "0 liegt nicht im Bereich"),
        (["search", "x", "--limit", "viele"], "„viele“ ist keine ganze Zahl."),
        (["search", "x", "--bunt"], "Die Option „--bunt“ gibt es nicht."),
        (["start", "--home", "x"], "--home steht vor dem Befehl: wissensarchiv --home ORDNER BEFEHL [ANGABEN]..."),
        (
            ["vocabulary", "list", "sites", "--version"],
            "--version steht vor dem Befehl: wissensarchiv --version BEFEHL",
        ),
        (["search", "x", "--site"], "Die Option „--site“ braucht einen Wert."),
        (["search", "x", "y"], "Diese Angabe ist zu viel: y"),
        (["suche"], "Den Befehl „suche“ gibt es nicht."),
        (["inspect", "fehlt.pdf"], "„fehlt.pdf“ gibt es nicht."),
        (["inspect", "/"], "„/“ ist ein Ordner."),
        (["account", "add", "x"], "Es fehlt die Option '--role'."),
    ],
)
def test_wrong_use_is_told_in_german(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not any(word in result.stderr for word in ("Usage", "Error", "Try", "Invalid"))


ENGLISH = ("Usage", "Options", "Show this", "default:", "[required]")
PLACEHOLDERS = ("OPTIONS", "COMMAND", "ARGS", "QUERY", "INTEGER", "DIRECTORY", "FILE", "PATH ", "FOLDER")
COMMANDS = [
    [],
    *([name] for name in cli.commands),
    *(
        [name, each]
        for name, group in cli.commands.items()
        if isinstance(group, click.Group)
        for each in group.commands
    ),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_german(command: list[str]) -> None:
    said = CliRunner().invoke(cli, [*command, "--help"]).stdout
    assert "Aufruf:" in said
    assert "Optionen:" in said
    assert "Diese Hilfe zeigen." in said
    assert not any(word in said for word in (*ENGLISH, *PLACEHOLDERS))
