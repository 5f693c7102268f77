"""When the power fails, what was told to be done is done, whatever had not reached the disk yet."""

import shutil
from pathlib import Path

import pytest

from tests.faults.disk_model import Disk
from tests.faults.power import recorded, replay
from tests.faults.recording import Act, Call

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="watches another process with strace")

#: Calls between two power failures; the command tries every one.
EVERY = 60


@pytest.fixture(scope="module")
def errands(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Call, ...]]:
    """The folder of some errands, and the calls they made."""
    root = tmp_path_factory.mktemp("power") / "disk"
    return root, recorded(root)


def test_nothing_that_was_told_is_lost_half_or_back(errands: tuple[Path, tuple[Call, ...]]) -> None:
    root, calls = errands
    assert sum(call.act is Act.TOLD for call in calls) > 3
    assert sum(replay(root, calls, EVERY, chances=1).values()) > 20


def test_an_archive_that_never_syncs_is_found_out(errands: tuple[Path, tuple[Call, ...]]) -> None:
    root, calls = errands
    with pytest.raises(AssertionError):
        replay(root, [call for call in calls if call.act is not Act.SYNC], EVERY, chances=0)


def test_only_what_was_synced_outlasts_the_power(tmp_path: Path) -> None:
    root, name = tmp_path / "disk", str(tmp_path / "disk" / "file")
    disk = Disk(root)
    for call in (
        Call(Act.CREATE, name),
        Call(Act.WRITE, name, place=-1, content=b"lasts"),
        Call(Act.SYNC, name),
        Call(Act.SYNC, str(root)),
        Call(Act.WRITE, name, place=-1, content=b" or not"),
        Call(Act.RENAME, name, f"{name} renamed"),
    ):
        disk.do(call)
    assert _left(disk, tmp_path / "none", luck=False) == {"file": b"lasts"}
    assert _left(disk, tmp_path / "all", luck=True) == {"file renamed": b"lasts or not"}


def _left(disk: Disk, place: Path, *, luck: bool) -> dict[str, bytes]:
    place.mkdir()
    disk.lose_power(lambda: luck, place)
    return {each.name: each.read_bytes() for each in place.iterdir()}
