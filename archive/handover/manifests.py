"""The lines of a bag's manifests (RFC 8493, 2.1.3 and 2.2.1): a checksum and a path."""

import re
from collections.abc import Iterable, Iterator, Mapping

from archive.handover.errors import BagError, BagFault

#: Names of the tag files.
DECLARATION = "bagit.txt"
INFORMATION = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
FETCH = "fetch.txt"

#: Folder of the payload.
PAYLOAD = "data"

#: What the declaration says.
DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(.+)")

#: Escapes that a path may hold; others stand for themselves.
_ESCAPES = {"%0A": "\n", "%0D": "\r", "%25": "%"}
_ESCAPED = re.compile("|".join(_ESCAPES), re.IGNORECASE)


def lines(checksums: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a manifest, by path.

    Args:
        checksums: Path within the bag → SHA-256.
    """
    for path in sorted(checksums):
        yield f"{checksums[path]}  {_escaped(path)}\n"


def read_lines(text: Iterable[str], name: str) -> dict[str, str]:
    """Read a manifest, and return each path with its SHA-256 in lower case.

    Args:
        text: Its lines.
        name: What it is called, for complaints.

    Raises:
        BagError: A line is none, or names a path again, or one that leads elsewhere.
    """
    found: dict[str, str] = {}
    for number, line in enumerate(text, start=1):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line.rstrip("\r\n"))
        if match is None:
            raise BagError(BagFault.UNREADABLE, f"{name}:{number}")
        path = _ESCAPED.sub(lambda escape: _ESCAPES[escape.group().upper()], match.group(2))
        if path in found or not is_inside(path):
            raise BagError(BagFault.LEADS_OUTSIDE, path)
        found[path] = match.group(1).lower()
    return found


def is_inside(path: str) -> bool:
    """Tell whether a path stays within the folder it counts from, on every system."""
    parts = path.split("/")
    return not any(part in ("", ".", "..") for part in parts) and "\\" not in path and ":" not in parts[0]


def _escaped(path: str) -> str:
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
