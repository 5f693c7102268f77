"""The command line on one home, as it is used from outside."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from webui.cli import cli


class Terminal:
    """Runs commands on one home."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def run(self, *arguments: str | Path) -> Result:
        return CliRunner().invoke(cli, ["--home", str(self.home), *map(str, arguments)])

    def json(self, *arguments: str | Path) -> Any:  # noqa: ANN401 - whatever the command prints
        result = self.run(*arguments, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    def lines(self, *arguments: str | Path) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.run(*arguments, "--json").stdout.splitlines()]
