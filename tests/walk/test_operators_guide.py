"""The guide for operators: what it tells to type works, in the order in which it tells it."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from tests.walk.server import Server
from webui.cli import cli

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "betrieb.md"
UNIT = ROOT / "deploy" / "wissensarchiv.service"

#: Language of a block → why it is not run.
NOT_RUN = {
    "console": "sets up the machine, as root",
    "json": "shows what is said",
    "toml": "shows what a carrier writes",
}

#: Words a carrier's technician can read in half an hour.
LONGEST = 1800

#: Folders of the guide that lie in a folder of the test instead.
ELSEWHERE = re.compile(r"(?<![\w.])/(srv|mnt|var/lib)/")

#: Is left out: the word lists are those that other tests have prepared.
CACHE = "export XDG_CACHE_HOME=/var/cache\n"


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_every_block_is_run_or_has_a_reason() -> None:
    languages = re.findall(r"^```(\w*)\n(?:.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert set(languages) - {"sh"} == set(NOT_RUN)
    assert len(GUIDE.read_text(encoding="utf-8").split()) <= LONGEST


def test_all_commands_work_one_after_the_other(tmp_path: Path) -> None:
    for folder in ("srv/protokolle", "mnt/platte", "mnt/tresor"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "srv/protokolle/protokoll.txt").write_text("Protokoll: Die Fahrradwerkstatt", encoding="utf-8")
    script = ELSEWHERE.sub(rf"{tmp_path}/\1/", "\n".join(_blocks("sh")).replace(CACHE, ""))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PASSWORT": "drei Quitten im Korb"}
    done = subprocess.run(
        ["bash", "-eux", "-o", "pipefail", "-c", script],
        env=environment, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "srv/archiv-neu/catalogue.sqlite").exists()
    assert (tmp_path / "srv/archiv-uebernommen/catalogue.sqlite").exists()
    assert "Alles, was aufgenommen wurde, ist da und unverändert." in done.stdout


def test_the_service_starts_as_it_is_written(home_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = (line for line in UNIT.read_text(encoding="utf-8").splitlines() if line.startswith("ExecStart="))
    command = shlex.split(line)
    options = command[command.index("start") + 1 :]
    monkeypatch.setenv("WISSENSARCHIV_LOG", "json")
    (account,) = (line for line in _blocks("sh")[1].splitlines() if "account add" in line)
    words = shlex.split(account.partition("|")[2])
    subprocess.run(
        [sys.executable, "-m", "webui", "--home", str(home_folder), *words[1:]],
        input="drei Quitten im Korb", text=True, check=True, capture_output=True,
    )  # fmt: skip
    server = Server(home_folder, *options, "--port", "0")
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "archiv.example.org", "X-Forwarded-For": "192.0.2.7"}
    assert server.get("/anmelden", **told)[0] == 200
    assert server.get("/health/live")[0] == 200
    assert '"event": "serving"' in server.ended()


def test_every_command_and_setting_it_names_exists() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert isinstance(cli, click.Group)
    named = set(re.findall(r"wissensarchiv(?: --home \S+)? ([a-z][a-z-]+)", " ".join(_blocks("sh"))))
    assert named <= set(cli.commands)
    known = {name for each in (cli, *cli.commands.values()) for option in each.params for name in option.opts}
    known |= {option for group in cli.commands.values() if isinstance(group, click.Group)
              for each in group.commands.values() for found in each.params for option in found.opts}  # fmt: skip
    foreign = {"--system", "--group", "--now", "--reference"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - known - foreign <= {"--help", "--version"}


def test_what_it_quotes_is_what_the_program_says() -> None:
    catalogue = (GUIDE.parents[1] / "webui/translations/messages.pot").read_text(encoding="utf-8").replace('"\n"', "")
    sources = catalogue + (GUIDE.parents[1] / "webui/commands/start.py").read_text(encoding="utf-8")
    quoted = re.findall("„([^“]+)“", GUIDE.read_text(encoding="utf-8"))
    own = set(re.findall(r"^## (.+)$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE))
    assert quoted
    missing = [each for each in quoted if each not in own and not all(part in sources for part in each.split("…"))]
    assert missing == []


def test_the_python_it_asks_for_is_the_one_the_program_needs() -> None:
    project = tomllib.loads((GUIDE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"Python {project['requires-python'].removeprefix('>=')} oder neuer" in GUIDE.read_text(encoding="utf-8")
