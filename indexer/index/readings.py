"""What was read out of many files at once, beside the texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from indexer.extraction.pages import Outcome, Page, Reading
from indexer.index.database import Database
from indexer.index.packing import unpacked

#: SQLite takes no more than this many values in one statement everywhere.
_MOST_VALUES = 900

#: The columns of how reading went.
_RECORD = "outcome, page_count, title, language, tool, detail, extraction, has_recognised"

#: The columns of everything that was read, in the order in which a reading takes them.
_WHOLE = "pages, outcome, media_type, title, language, tool, detail"


@dataclass(frozen=True, slots=True)
class ReadingRecord:
    """How reading a file went."""

    outcome: Outcome
    #: Number of pages read.
    pages: int
    title: str
    language: str
    tool: str
    detail: str
    #: False while the file waits to be read anew.
    is_current: bool
    #: Whether text was recognised in pictures, and so may be misread.
    has_recognised: bool


class Readings:
    """Reads the readings of one home."""

    def __init__(self, database: Database, extraction: int) -> None:
        """Take what was read by another state of the extraction for what is to be read anew."""
        self._database = database
        self._extraction = extraction

    def sizes(self, checksums: Iterable[str]) -> dict[str, int]:
        """Return the bytes of what was read out of those of some files that have been read, by checksum."""
        return dict(self._of("length(pages)", tuple(checksums)))

    def pages(self, checksums: Iterable[str]) -> dict[str, tuple[Page, ...]]:
        """Return the pages of those of some files that have been read, by checksum."""
        return {checksum: unpacked(pages) for checksum, pages in self._of("pages", tuple(checksums))}

    def whole(self, checksums: Iterable[str]) -> dict[str, Reading]:
        """Return what was read out of those of some files that have been read, by checksum."""
        return {
            checksum: Reading(Outcome(outcome), media_type, unpacked(pages), *said)
            for checksum, pages, outcome, media_type, *said in self._of(_WHOLE, tuple(checksums))
        }

    def records(self, checksums: Iterable[str]) -> dict[str, ReadingRecord]:
        """Return how reading those of some files went that were ever read, by checksum."""
        found = {}
        for checksum, outcome, pages, title, language, tool, detail, extraction, recognised in self._every(
            _RECORD, tuple(checksums)
        ):
            told = (Outcome(outcome), pages, title, language, tool, detail)
            found[checksum] = ReadingRecord(*told, extraction == self._extraction, bool(recognised))
        return found

    def _of(self, columns: str, checksums: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
        """Yield checksum and columns of those of some files that do not wait to be read anew."""
        rows = self._every(f"extraction, {columns}", checksums)
        return ((checksum, *row) for checksum, extraction, *row in rows if extraction == self._extraction)

    def _every(self, columns: str, checksums: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(checksums), _MOST_VALUES):
            portion = checksums[start : start + _MOST_VALUES]
            marks = ",".join("?" * len(portion))
            sql = f"SELECT checksum, {columns} FROM reading WHERE checksum IN ({marks})"  # noqa: S608 - only marks and a constant are put in
            yield from self._database.rows(sql, portion)
