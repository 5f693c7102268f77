"""Loses the power at every point of some errands, and looks whether what was told to be done is there afterwards.

    python -m tests.faults.power [--every 1] [--chances 2]

The errands run once, under strace; every call that reaches the system is kept. Then, for each point between two calls,
the disk is made anew as it may be when the power comes back: with everything, with nothing that was not synced, and
with some of it, sector by sector. Each such disk is opened as an archive.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from archive import audit
from archive.archive import Archive
from archive.custody import EventKind
from archive.home import Home
from archive.values import Visibility
from tests.faults.disk_model import Disk, Luck
from tests.faults.errands import TEXTS
from tests.faults.recording import Act, Call, record

#: What the last of the errands erases.
TERM = TEXTS[-1].split()[0].encode()

#: Where the archive lies on the disk.
HOME = "home"


def lucks(seed: int, chances: int) -> Iterator[tuple[str, Luck]]:
    """Yield what may become of what was not synced, each by its name."""
    yield "all of it", lambda: True
    yield "nothing of it", lambda: False
    for number in range(chances):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - no secret
        yield "some of it", lambda chance=chance: chance.random() < 0.5  # type: ignore[misc]


def recorded(folder: Path) -> tuple[Call, ...]:
    """Do the errands in a new folder, and return what reached the system.

    Raises:
        CalledProcessError: They failed, or this process may not watch another.
    """
    folder.mkdir()
    command = [sys.executable, "-m", "tests.faults.errands", str(folder / HOME)]
    calls = record(command, folder.with_suffix(".trace"))
    return tuple(each for each in calls if each.act is Act.TOLD or each.path.startswith(str(folder)))


def replay(root: Path, calls: Sequence[Call], every: int, chances: int) -> Mapping[str, int]:
    """Lose the power after every so many calls, and return how often, by what became of what was not synced.

    Args:
        root: The folder that was empty when they began.
        calls: What was done.
        every: Calls between two losses; those after which something was told are never left out.
        chances: How often some of what was not synced is drawn.

    Raises:
        AssertionError: What was told to be done is not there, or something is half.
    """
    disk, told, tally = Disk(root), set[str](), Counter[str]()
    for number, call in enumerate(calls):
        disk.do(call)
        if call.act is Act.TOLD:
            told |= set(call.content.decode().splitlines())
        elif number % every:
            continue
        for name, luck in lucks(number, chances):
            with tempfile.TemporaryDirectory() as place:
                disk.lose_power(luck, Path(place))
                _check(Path(place), told, f"after call {number}, {name} of what was not synced")
            tally[name] += 1
    return tally


def _check(place: Path, told: set[str], when: str) -> None:
    """Open what is on a disk, and compare it with what was told."""
    assert "opened" not in told or (place / HOME / "catalogue.sqlite").exists(), when
    archive = Archive.open(Home(place / HOME))
    try:
        archive.erasure.finish()
        assert not tuple(audit.missing(archive)), f"a listed file is not there {when}"
        assert not tuple(audit.altered(archive)), f"a listed file is not whole {when}"
        codes = {each.document for each in archive.listed()}
        for step, _, code in (each.partition(" ") for each in told):
            if step == "published":
                assert archive.describe(code).visibility is Visibility.PUBLIC, f"{code} is not published {when}"
            if step == "held":
                assert code in codes or f"erased {code}" in told or _is_erased(archive, code), f"{code} is lost {when}"
            if step == "erased":
                assert code not in codes, f"{code} is back {when}"
                assert not list(_holding(place / HOME)), f"{code} is still on the disk {when}"
    finally:
        archive.close()


def _is_erased(archive: Archive, code: str) -> bool:
    return any(each.kind is EventKind.ERASURE for each in archive.events(code))


def _holding(home: Path) -> Iterator[Path]:
    return (each for each in home.rglob("*") if each.is_file() and TERM in each.read_bytes())


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--chances", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "disk"
        calls = recorded(root)
        tally = replay(root, calls, asked.every, asked.chances)
    print(f"{len(calls)} calls; power lost: {dict(tally)}; nothing lost, half or back")  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
