"""Purging: what was derived from erased or redacted documents is destroyed.

It goes down to the bytes that are only marked as deleted.
"""

from dataclasses import dataclass
from pathlib import Path

from whoosh import fields

from archive.archive import Archive
from indexer.index.areas import Areas
from indexer.index.renditions import Renditions
from indexer.index.texts import Texts
from indexer.index.upkeep import rewrite_segments


@dataclass(frozen=True, slots=True)
class Purging:
    """Follows the archive's erasures. Only the worker purges, when the index no longer leads to what was erased."""

    archive: Archive
    texts: Texts
    areas: Areas
    schema: fields.Schema

    def due(self) -> int:
        """Return the last erasure, to be asked before the index is caught up, or 0 if it was followed completely."""
        erasure = self.archive.erasure.last()
        return 0 if erasure == self._done() else erasure

    def follow(self, erasure: int) -> None:
        """Purge up to an erasure; if not all can be done yet, it stays due."""
        if self._purge():
            self._mark().write_text(str(erasure), encoding="ascii")

    def _purge(self) -> bool:
        """Destroy what is left of everything that is not held, and return whether nothing of it is."""
        held, files = self.archive.revisions(), {each.checksum for each in self.archive.listed()}
        files -= self.archive.privacy.concealed()
        self.texts.keep_only(held, files)
        Renditions(self.archive.home.renditions).keep_only(files)
        for generations in self.areas:
            for generation in {generations.current(), generations.building()}:
                if generation:
                    rewrite_segments(generation, self.schema)
            generations.clean()
        # Both are asked, whatever the first says.
        return all([self.texts.truncate_log(), self.archive.erasure.finish()])

    def _done(self) -> int:
        """Return the last erasure that was followed completely."""
        try:
            return int(self._mark().read_text(encoding="ascii"))
        except (FileNotFoundError, ValueError):
            return 0

    def _mark(self) -> Path:
        return self.archive.home.derived / "PURGED"
