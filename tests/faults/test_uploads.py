"""What was received stays, and is whole, whichever process is killed in the middle of an upload."""

import sys

import pytest

from tests.faults.batches import batch
from tests.faults.uploads import run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")

KILLS = 2


def test_killing_server_or_worker_loses_nothing_and_leaves_nothing_half() -> None:
    tally = run(KILLS, seed=2)
    assert sum(tally.killed.values()) == KILLS
    assert tally.documents == (KILLS + 1) * len(batch(0).checksums)
