"""The archive as a service: what systemd itself says of the unit, and what stands in it."""

import shutil
import subprocess
import sys
from copy import copy
from pathlib import Path

import pytest

from webui.cli import cli

UNIT = Path(__file__).parents[1] / "deploy" / "wissensarchiv.service"

#: Of ten that `systemd-analyze security` gives to a service without any protection; below two, it says "OK".
MOST_EXPOSED = 2.0

needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")


def settings() -> dict[str, list[str]]:
    """Return the values of each setting, in their order."""
    found: dict[str, list[str]] = {}
    for line in UNIT.read_text(encoding="utf-8").splitlines():
        name, is_setting, value = line.partition("=")
        if is_setting and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("User", "wissensarchiv"),
        ("ProtectSystem", "strict"),
        ("NoNewPrivileges", "yes"),
        ("CapabilityBoundingSet", ""),
        ("StateDirectoryMode", "0700"),
        ("IPAddressDeny", "any"),
        ("PrivateTmp", "yes"),
        ("StandardOutput", "null"),
    ],
)
def test_the_service_has_no_right_it_does_not_need(name: str, value: str) -> None:
    assert settings()[name] == [value]


def test_nothing_but_the_home_and_a_cache_is_writable() -> None:
    assert settings()["StateDirectory"] == ["wissensarchiv"]
    assert settings()["CacheDirectory"] == ["wissensarchiv"]
    assert settings()["Environment"] == ["WISSENSARCHIV_HOME=/var/lib/wissensarchiv WISSENSARCHIV_LOG=json"]
    assert "ReadWritePaths" not in settings()


def test_the_command_is_one_the_program_knows() -> None:
    (command,) = settings()["ExecStart"]
    program, name, *options = command.split()
    assert program.endswith("/wissensarchiv")
    # A copy: a command keeps the help it first made, and here no German was asked for.
    with copy(cli.commands[name]).make_context(name, options) as context:
        assert context.params["proxy"] == "127.0.0.1"
        assert context.params["host"] == "127.0.0.1"


@needs_systemd
def test_systemd_reads_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    text = UNIT.read_text(encoding="utf-8")
    unit.write_text(text.replace("/opt/wissensarchiv/.venv/bin/wissensarchiv", sys.executable), encoding="utf-8")
    verified = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert unit.name not in verified.stdout + verified.stderr


@needs_systemd
def test_systemd_finds_the_service_little_exposed() -> None:
    command = ["systemd-analyze", "security", "--offline=true", f"--threshold={int(MOST_EXPOSED * 10)}", str(UNIT)]
    judged = subprocess.run(command, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout[-300:] + judged.stderr
