"""A clock that is set back, as by a battery that died: what is held stays, and what comes is held and found."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.faults.pages import finds, upload, wait_until
from tests.walk.server import Server, add_account
from tests.walk.terminal import Terminal

#: Sets the clock of one process and its children.
FAKETIME = next(iter(Path("/usr/lib").glob("*/faketime/libfaketime.so.1")), None)

pytestmark = pytest.mark.skipif(not FAKETIME, reason="sets the clock of one process with libfaketime")

DAYS_BACK = 800


def test_what_was_held_before_and_after_the_clock_was_set_back_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    add_account(home)
    _hold(home, 1)
    with monkeypatch.context() as patched:
        patched.setenv("LD_PRELOAD", str(FAKETIME))
        patched.setenv("FAKETIME", f"-{DAYS_BACK}d")
        said = subprocess.run(["date", "+%Y"], capture_output=True, text=True, check=True)
        assert int(said.stdout) < datetime.now(UTC).year
        _hold(home, 2)
    _hold(home, 3)
    report = Terminal(home).json("check")
    assert (report["documents"], report["missing"], report["altered"], report["not_indexed"]) == (3, [], [], [])


def _hold(home: Path, number: int) -> None:
    """Send a file to a server of its own, which finds it and all that came before."""
    running = Server(home, "--empty")
    try:
        assert running.sign_in() == 303
        assert upload(running, number)[0] == 303
        wait_until(lambda: all(finds(running, each) for each in range(1, number + 1)))
    finally:
        running.ended()
