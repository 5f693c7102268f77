"""Renditions: what office files look like when they are printed, as PDF.

Everything here is derived and may be deleted: it is printed again from the files. Only the worker writes.
"""

import shutil
import tempfile
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archive.home import OWNER_ONLY

#: Between the texts of two pages.
_BREAK = "\f"


@dataclass(frozen=True, slots=True)
class Renditions:
    """The renditions of one home, by the checksums of the files they were made of."""

    folder: Path

    def path(self, checksum: str) -> Path | None:
        """Return where the rendition of a file can be read, or None if there is none."""
        path = self._pdf(checksum)
        return path if path.exists() else None

    def page_texts(self, checksum: str) -> tuple[str, ...]:
        """Return the text of every page of a rendition; none if there is no rendition."""
        try:
            return tuple(self._text(checksum).read_text(encoding="utf-8").split(_BREAK))
        except FileNotFoundError:
            return ()

    def keep(self, checksum: str, made: Path, pages: Iterable[str]) -> None:
        """Keep a rendition that was made in a folder of `working`, with the text of its pages."""
        texts = made.with_suffix(".txt")
        texts.write_text(_BREAK.join(page.replace(_BREAK, " ") for page in pages), encoding="utf-8")
        texts.replace(self._text(checksum))
        made.replace(self._pdf(checksum))

    def remove(self, checksum: str) -> None:
        """Destroy a rendition, if there is one."""
        self._pdf(checksum).unlink(missing_ok=True)
        self._text(checksum).unlink(missing_ok=True)

    def keep_only(self, checksums: Container[str]) -> None:
        """Destroy the renditions of files that are no longer held."""
        for path in list(self.folder.glob("*.pdf")) + list(self.folder.glob("*.txt")):
            if path.stem not in checksums:
                path.unlink(missing_ok=True)

    def clean(self) -> None:
        """Remove what a process that died left behind."""
        for left in self.folder.glob("making-*"):
            shutil.rmtree(left, ignore_errors=True)

    @contextmanager
    def working(self) -> Iterator[Path]:
        """Make an empty folder that is gone afterwards."""
        self.folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="making-", dir=self.folder, ignore_cleanup_errors=True) as folder:
            yield Path(folder)

    def _pdf(self, checksum: str) -> Path:
        return self.folder / f"{checksum}.pdf"

    def _text(self, checksum: str) -> Path:
        return self.folder / f"{checksum}.txt"
