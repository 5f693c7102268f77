"""Bags made in tests, and bags that somebody has changed afterwards."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from archive.archive import Archive
from archive.handover.bag import BagWriter, new_folder
from archive.handover.extents import Everything, Extent
from archive.handover.giving import Given

README = ("LIESMICH.txt", "Zuerst lesen.\n")


def give(archive: Archive, target: Path, extent: Extent | None = None) -> Given:
    """Hand an archive over, without the pages to read it by."""
    with new_folder(target) as folder:
        bag = BagWriter(folder)
        given = archive.giving.give(bag, extent or Everything())
        bag.close(README, [("Contact-Name", "Koordination")])
    return given


def changed(bag: Path, contents: Mapping[str, bytes | None]) -> None:
    """Change files of a bag's payload, or take them out, and make manifests that fit again."""
    old = bag.with_name("old")
    bag.rename(old)
    files = {
        path.relative_to(old / "data").as_posix(): path.read_bytes()
        for path in (old / "data").rglob("*")
        if path.is_file()
    }
    with new_folder(bag) as folder:
        writer = BagWriter(folder)
        for path, content in (files | dict(contents)).items():
            if content is not None:
                writer.write(path, [content])
        writer.close(README, ())


def payload(bag: Path) -> str:
    """Return path and checksum of everything in a bag's payload."""
    return (bag / "manifest-sha256.txt").read_text(encoding="utf-8")


def is_valid(bag: Path) -> bool:
    """Ask the reference implementation of the Library of Congress whether a folder is a valid bag."""
    asked = [sys.executable, "-W", "ignore", "-m", "bagit", "--validate", "--quiet", str(bag)]
    return subprocess.run(asked, check=False).returncode == 0
