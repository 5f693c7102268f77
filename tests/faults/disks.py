"""Small disks that fill up and turn read-only, for whoever may mount one."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Bytes that a filler takes at a time.
_BLOCK = 1 << 16


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[Path]:
    """Mount a disk of some megabytes that lies in memory.

    Raises:
        PermissionError: This process may not mount disks.
    """
    place.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Take every byte that is left on a disk, and give all of them back."""
    filler = disk / "filler"
    try:
        with filler.open("wb", buffering=0) as file:
            for size in (_BLOCK, 1):
                _fill(file.fileno(), size)
        yield
    finally:
        filler.unlink()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nobody write to a folder, as systems do with a disk that makes mistakes."""
    _mount("--bind", str(folder), str(folder))
    try:
        _mount("-o", "remount,bind,ro", str(folder))
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _fill(file: int, size: int) -> None:
    try:
        while True:
            os.write(file, b"\0" * size)
    except OSError:
        return


def _mount(*options: str) -> None:
    done = subprocess.run(["mount", *options], capture_output=True, text=True, check=False)
    if done.returncode:
        raise PermissionError(done.stderr)
