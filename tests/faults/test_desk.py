"""What somebody at the desk was told is done stays done, whichever process is killed."""

import sys

import pytest

from tests.faults.desk import run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")

KILLS = 2


def test_killing_server_or_worker_undoes_nothing_that_was_answered() -> None:
    trial = run(KILLS, seed=3)
    assert sum(trial.killed.values()) == KILLS
    assert trial.work.done["sent"]
