"""What was read out of many files at once, beside the texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from indexer.extraction.pages import Outcome, Page, Reading
from indexer.index.database import LISTED, Database
from indexer.index.packing import unpacked

#: The columns of how reading went.
_RECORD = "outcome, page_count, title, language, tool, detail, extraction, has_recognised, has_scans"


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
    #: Whether it has pictures in which text is still to be looked for.
    awaits_recognition: bool


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

    def whole(self, checksums: Iterable[str]) -> dict[str, tuple[ReadingRecord, Reading | None]]:
        """Return how reading files went that were ever read, and what was read unless they wait to be read anew."""
        found: dict[str, tuple[ReadingRecord, Reading | None]] = {}
        columns = f"{_RECORD}, media_type, authors, pages"
        for checksum, *record, media_type, authors, pages in self._every(columns, tuple(checksums)):
            told = self._record(*record)
            said = (told.title, told.language, told.tool, told.detail, tuple(authors.splitlines()))
            reading = Reading(told.outcome, media_type, unpacked(pages), *said) if told.is_current else None
            found[checksum] = told, reading
        return found

    def records(self, checksums: Iterable[str]) -> dict[str, ReadingRecord]:
        """Return how reading those of some files went that were ever read, by checksum."""
        return {checksum: self._record(*record) for checksum, *record in self._every(_RECORD, tuple(checksums))}

    def _record(self, outcome: str, *told: Any) -> ReadingRecord:  # noqa: ANN401 - columns
        pages, title, language, tool, detail, extraction, recognised, has_scans = told
        is_current = extraction == self._extraction
        # Where looking failed, or cannot be done here, the detail tells.
        awaits = bool(has_scans) and not detail
        return ReadingRecord(
            Outcome(outcome), pages, title, language, tool, detail, is_current, bool(recognised), awaits
        )

    def _of(self, columns: str, checksums: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
        """Yield checksum and columns of those of some files that do not wait to be read anew."""
        rows = self._every(f"extraction, {columns}", checksums)
        return ((checksum, *row) for checksum, extraction, *row in rows if extraction == self._extraction)

    def _every(self, columns: str, checksums: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
        sql = f"SELECT checksum, {columns} FROM reading WHERE checksum IN {LISTED}"  # noqa: S608 - constants
        return self._database.rows_of(sql, checksums)
