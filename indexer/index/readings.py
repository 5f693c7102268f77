"""What was read out of many files at once, beside the texts."""

from collections.abc import Iterable, Iterator
from typing import Any

from indexer.extraction.pages import Page
from indexer.index.database import Database
from indexer.index.packing import unpacked

#: SQLite takes no more than this many values in one statement everywhere.
_MOST_VALUES = 900


class Readings:
    """Reads the readings of one home."""

    def __init__(self, database: Database, extraction: int) -> None:
        """Read only what was read by one state of the extraction."""
        self._database = database
        self._extraction = extraction

    def sizes(self, checksums: Iterable[str]) -> dict[str, int]:
        """Return the bytes of what was read out of those of some files that have been read, by checksum."""
        return dict(self._of("length(pages)", tuple(checksums)))

    def pages(self, checksums: Iterable[str]) -> dict[str, tuple[Page, ...]]:
        """Return the pages of those of some files that have been read, by checksum."""
        return {checksum: unpacked(pages) for checksum, pages in self._of("pages", tuple(checksums))}

    def _of(self, column: str, checksums: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(checksums), _MOST_VALUES):
            portion = checksums[start : start + _MOST_VALUES]
            marks = ",".join("?" * len(portion))
            sql = f"SELECT checksum, {column} FROM reading WHERE extraction = ? AND checksum IN ({marks})"  # noqa: S608 - only marks and a constant are put in
            yield from self._database.rows(sql, (self._extraction, *portion))
