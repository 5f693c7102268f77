"""Generations of the index: a new one is built beside the old one and takes its place at once.

`CURRENT` names the generation readers open; while another is being built, `BUILDING` names it, so that an
interrupted build goes on where it stopped. Both are replaced atomically. Folders that neither names are orphans.
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from indexer.index.schema import SCHEMA_VERSION


class Generations:
    """The generations of the index in one folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def current(self) -> Path | None:
        """Return the folder readers open, or None while no generation of this schema has been published."""
        return self._named("CURRENT")

    def building(self) -> Path | None:
        """Return the folder that is being built, or None."""
        return self._named("BUILDING")

    def begin(self) -> Path:
        """Begin a new generation and return its empty folder."""
        # A name is never used twice: what stood in a generation is remembered by its name.
        path = self._folder / f"generation-{SCHEMA_VERSION}-{secrets.token_hex(6)}"
        path.mkdir(parents=True)
        self._write("BUILDING", path.name)
        for request in ("REBUILD", "DAMAGED"):
            (self._folder / request).unlink(missing_ok=True)
        return path

    def publish(self, path: Path) -> None:
        """Make a generation the one readers open."""
        self._write("CURRENT", path.name)
        (self._folder / "BUILDING").unlink(missing_ok=True)

    def withdraw(self) -> None:
        """Name no generation any more: the next one is built from the files."""
        for name in ("CURRENT", "BUILDING"):
            (self._folder / name).unlink(missing_ok=True)

    def request_rebuild(self) -> None:
        """Ask the worker to build a new generation from the files, wherever it runs."""
        (self._folder / "REBUILD").touch()

    def rebuild_requested(self) -> bool:
        """Tell whether a rebuild was asked for and has not begun."""
        return (self._folder / "REBUILD").exists()

    def report_damage(self) -> None:
        """Ask the worker to build a new generation from what was read already."""
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / "DAMAGED").touch()

    def is_damaged(self) -> bool:
        """Tell whether damage was reported and no new generation has begun."""
        return (self._folder / "DAMAGED").exists()

    def clean(self) -> None:
        """Delete the folders of generations that nothing names."""
        named = {self.current(), self.building()}
        for path in list(self._folders()):
            if path not in named:
                shutil.rmtree(path)

    def _folders(self) -> Iterator[Path]:
        yield from self._folder.glob("generation-*")

    def _named(self, file: str) -> Path | None:
        try:
            path = self._folder / (self._folder / file).read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        of_this_schema = path.name.startswith(f"generation-{SCHEMA_VERSION}-")
        return path if of_this_schema and path.is_dir() else None

    def _write(self, file: str, name: str) -> None:
        """Write a name so that it is there whole or not at all, even after a power cut."""
        draft = self._folder / f"{file}.new"
        with draft.open("w", encoding="ascii") as out:
            out.write(name + "\n")
            out.flush()
            os.fsync(out.fileno())
        draft.replace(self._folder / file)
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
