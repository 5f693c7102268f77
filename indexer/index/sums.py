"""Checksums of the files of a generation: whether what is read is what was written.

Postings carry no checksums of their own; a flipped bit among them leads to an error, or to a hit that is none.
"""

import json
import zlib
from collections.abc import Iterator
from pathlib import Path

#: Name of the file with the checksums, beside the files.
SUMS = "SUMS.json"

#: Endings of files that are never changed once they are there.
_WRITTEN_ONCE = (".seg", ".toc")

_CHUNK = 1 << 20


def note(generation: Path) -> None:
    """Note the checksums of files that came since the last time, and forget those that went.

    A generation whose files are being deleted meanwhile is left alone.
    """
    known = _noted(generation)
    names = set(_names(generation))
    if names == set(known):
        return
    sums = {name: known.get(name) or _sum(generation / name) for name in sorted(names)}
    draft = generation / f"{SUMS}.new"
    draft.write_text(json.dumps(sums), encoding="ascii")
    draft.replace(generation / SUMS)


def is_intact(generation: Path) -> bool:
    """Tell whether every file whose checksum was noted is what it was; one that was replaced since is not asked."""
    return all(_is_intact(generation / name, known) for name, known in _noted(generation).items())


def _is_intact(path: Path, known: int) -> bool:
    try:
        return _sum(path) == known
    except FileNotFoundError:
        return True  # merged away, or deleted as a whole: whoever opens the generation finds out


def _names(generation: Path) -> Iterator[str]:
    return (each.name for each in generation.iterdir() if each.suffix in _WRITTEN_ONCE)


def _noted(generation: Path) -> dict[str, int]:
    """Return what was noted; nothing where the note itself is gone or damaged."""
    try:
        found = json.loads((generation / SUMS).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _sum(path: Path) -> int:
    total = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            total = zlib.crc32(chunk, total)
    return total
