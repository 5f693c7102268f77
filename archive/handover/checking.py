"""Checks a bag before anything of it is believed: all that stands in its manifests is there, unaltered, and no more."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from archive.handover.errors import BagError, BagFault
from archive.handover.manifests import (
    DECLARATION,
    FETCH,
    MANIFEST,
    PAYLOAD,
    TAG_MANIFEST,
    is_inside,
    read_lines,
)
from archive.media import LARGEST
from archive.store import digest

#: Other signs that end lines elsewhere may be in a path.
_LINE_END = re.compile(r"\r\n|\r|\n")

#: A file of the bag's own is no longer: a manifest of a million files has some 200 MB.
LARGEST_TAG_FILE = 1 << 29


@dataclass(frozen=True, slots=True)
class CheckedBag:
    """A bag whose files are what its manifests say."""

    root: Path
    #: Path within the payload → SHA-256.
    checksums: Mapping[str, str]
    #: Path within the bag → where the file lies: some systems write the letters of names in another way.
    places: Mapping[str, Path]

    def path(self, name: str) -> Path:
        """Return where a file of the payload lies."""
        return self.places[f"{PAYLOAD}/{name}"]

    def by_checksum(self) -> Mapping[str, str]:
        """Return a path within the payload for each SHA-256."""
        return {checksum: path for path, checksum in self.checksums.items()}


def check(root: Path) -> CheckedBag:
    """Read every file of a bag and compare it with the manifests.

    Raises:
        BagError: It is no bag of this kind, or not what its manifests say; `fault` tells why.
    """
    if not root.is_dir() or root.is_symlink() or not (root / DECLARATION).is_file():
        raise BagError(BagFault.NO_BAG, str(root))
    places = _places(root)
    if FETCH in places:
        raise BagError(BagFault.FETCHES, FETCH)
    _declaration(root)
    tags, payload = _manifest(root, TAG_MANIFEST, places), _manifest(root, MANIFEST, places)
    _complete({**tags, **payload}, places)
    if MANIFEST not in tags or any(path.startswith(f"{PAYLOAD}/") for path in tags):
        raise BagError(BagFault.UNLISTED, MANIFEST)
    _unaltered(places, {**tags, **payload})
    own = {path.removeprefix(f"{PAYLOAD}/"): checksum for path, checksum in payload.items()}
    return CheckedBag(root, own, places)


def _places(root: Path) -> dict[str, Path]:
    """Return where every file lies, by its path in NFC: a disk may have taken the letters of its name apart."""
    found: dict[str, Path] = {}
    for place in _files(root):
        if found.setdefault(normalize("NFC", place), root / place) != root / place:
            raise BagError(BagFault.UNLISTED, place)
    return found


def _files(root: Path) -> Iterator[str]:
    """Yield the path of every file; anything else than files and folders raises a BagError, and so do large files."""
    folders = [root]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                place = Path(entry.path).relative_to(root).as_posix()
                found = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(found.st_mode):
                    folders.append(Path(entry.path))
                elif stat.S_ISREG(found.st_mode):
                    _refuse_large(place, found.st_size)
                    yield place
                else:
                    raise BagError(BagFault.NOT_A_FILE, place)


def _refuse_large(place: str, size: int) -> None:
    if size > (LARGEST if place.startswith(f"{PAYLOAD}/") else LARGEST_TAG_FILE):
        raise BagError(BagFault.TOO_LARGE, place)


def _declaration(root: Path) -> None:
    """Make sure that the bag says it is one, in an encoding that is read here."""
    lines = (root / DECLARATION).read_bytes().decode("utf-8", "replace").splitlines()
    said = {label.strip().lower(): value.strip() for label, _, value in (line.partition(":") for line in lines)}
    if said.get("tag-file-character-encoding", "").upper() != "UTF-8" or said.get("bagit-version") not in (
        "0.97",
        "1.0",
    ):
        raise BagError(BagFault.NO_BAG, DECLARATION)


def _manifest(root: Path, name: str, places: Mapping[str, Path]) -> dict[str, str]:
    if name not in places:
        raise BagError(BagFault.MISSING, name)
    try:
        text = (root / name).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise BagError(BagFault.UNREADABLE, name) from error
    found = {normalize("NFC", path): checksum for path, checksum in read_lines(_LINE_END.split(text), name).items()}
    if name == MANIFEST:
        for path in found:
            if not path.startswith(f"{PAYLOAD}/") or not is_inside(path):
                raise BagError(BagFault.LEADS_OUTSIDE, path)
    return found


def _complete(listed: Mapping[str, str], places: Mapping[str, Path]) -> None:
    """Make sure that what is listed is there, and nothing else."""
    for path in sorted(listed.keys() - places.keys()):
        raise BagError(BagFault.MISSING, path)
    for path in sorted(places.keys() - listed.keys() - {TAG_MANIFEST}):
        raise BagError(BagFault.UNLISTED, path)


def _unaltered(places: Mapping[str, Path], listed: Mapping[str, str]) -> None:
    for path, checksum in listed.items():
        if digest(places[path]) != checksum:
            raise BagError(BagFault.ALTERED, path)
