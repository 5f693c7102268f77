"""What was erased after a bag was made must not come back with it."""

import re
from collections.abc import Collection
from pathlib import Path

from archive.archive import Archive
from archive.custody import PROGRAM
from archive.erasure import ErasureReason
from archive.handover.errors import BagError, BagFault
from archive.home import Home

_LINE = re.compile(r"([0-9a-f]{64})(?:\s.*)?", re.IGNORECASE)


def read_erased(path: Path) -> frozenset[str]:
    """Read a list of erased files: a SHA-256 a line, whatever stands behind it; lines with "#" say nothing.

    Raises:
        BagError: A line is none of these.
    """
    found = set()
    for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), start=1):
        said = line.partition("#")[0].strip()
        match = _LINE.fullmatch(said)
        if match:
            found.add(match[1].lower())
        elif said:
            raise BagError(BagFault.UNREADABLE, f"{path}:{number}")
    return frozenset(found)


def leave_out(home: Home, erased: Collection[str]) -> int:
    """Erase from a new catalogue what was erased elsewhere, before any file comes into its store.

    A document whose current file was erased goes whole: what took its place is not known here.

    Returns:
        How many documents and earlier versions went.
    """
    if not erased:
        return 0
    archive = Archive.open(home)
    try:
        found = [each for each in archive.listed() if each.checksum in erased]
        current = {(each.code, each.version) for each in archive.descriptions()}
        whole = {each.document for each in found if (each.document, each.version) in current}
        for code in sorted(whole):
            archive.erase(code, PROGRAM, ErasureReason.REQUESTED)
        earlier = [each for each in found if each.document not in whole]
        for each in earlier:
            archive.erasure.erase_version(each.document, each.version, PROGRAM)
    finally:
        archive.close()
    return len(whole) + len(earlier)
