"""The texts beside the index: what was read out of each file, and the passages cut from it.

Everything here is derived and may be deleted: it is read and cut again from the files. Only the worker writes;
readers open the same SQLite file and are never blocked (WAL).
"""

import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from indexer.agreed import Agreed
from indexer.analysis.fingerprint import fingerprint, words_of
from indexer.editions import editions_of, read_edition
from indexer.extraction.pages import Outcome, Reading, TextOrigin
from indexer.extraction.picture import PlacedWord
from indexer.extraction.scans import needs_recognition
from indexer.index.agreements import NOTHING_AGREED, Agreements, lay_out, replace_agreements
from indexer.index.database import LISTED, Database
from indexer.index.packing import packed, packed_words, unpacked, unpacked_words
from indexer.index.passage_rows import COLUMNS, passage_of, row_of
from indexer.index.readings import ReadingRecord, Readings
from indexer.index.remembered import RememberedPassages
from indexer.index.said import SaidNotes, lay_out_notes
from indexer.passages import Passage

#: Raised when the tables change, or more is read: older texts are then read anew instead of migrated.
LAYOUT = 6

#: Raised when extraction gets better: files are then read anew when they are next indexed.
EXTRACTION = 4

_TABLES = """
CREATE TABLE reading (
    checksum TEXT PRIMARY KEY, extraction INTEGER NOT NULL, outcome TEXT NOT NULL, media_type TEXT NOT NULL,
    title TEXT NOT NULL, language TEXT NOT NULL, tool TEXT NOT NULL, detail TEXT NOT NULL, authors TEXT NOT NULL,
    page_count INTEGER NOT NULL, pages BLOB NOT NULL, has_scans INTEGER NOT NULL, has_recognised INTEGER NOT NULL,
    fingerprint BLOB NOT NULL
);
CREATE TABLE placed (checksum TEXT NOT NULL, page INTEGER NOT NULL, words BLOB NOT NULL, PRIMARY KEY (checksum, page));
CREATE TABLE passage (
    id TEXT PRIMARY KEY, document TEXT NOT NULL, ordinal INTEGER NOT NULL, page INTEGER NOT NULL,
    page_label TEXT NOT NULL, heading TEXT NOT NULL, agenda_item TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX passage_by_document ON passage (document, ordinal);
CREATE TABLE indexed (
    generation TEXT NOT NULL, document TEXT NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (generation, document)
);
"""

_READING = "outcome, media_type, title, language, tool, detail, authors"

#: No document has this revision. That it stands in a generation must not be forgotten, or it could not be taken out.
_OUTDATE = "UPDATE indexed SET revision = 0 WHERE document = ?"

#: The passages of a document and of its older versions.
_OF_ALL_VERSIONS = "document = ? OR document GLOB ?"


class Texts:
    """The derived texts of one home, in one SQLite file."""

    def __init__(self, path: Path) -> None:
        self._database = self.database = Database(path, _lay_out)
        self.agreements = Agreements(self._database)
        self.readings = Readings(self._database, EXTRACTION)
        self.said = SaidNotes(self._database)
        self._shown = RememberedPassages(self._database, self.passages_by_id)

    def close(self) -> None:
        """Close the connections of every thread."""
        self._database.close()

    # what readers ask

    def passages(self, document: str) -> tuple[Passage, ...]:
        """Return the passages of a document, or of an edition, in reading order."""
        return tuple(self.passages_of((document,)))

    def passages_of(self, documents: Iterable[str]) -> Iterator[Passage]:
        """Yield the passages of some documents, each document's in reading order."""
        sql = f"SELECT {COLUMNS} FROM passage WHERE document IN {LISTED} ORDER BY document, ordinal"  # noqa: S608 - constants
        yield from map(passage_of, self._database.rows_of(sql, documents))

    def passages_by_id(self, ids: Iterable[str]) -> dict[str, Passage]:
        """Return those of the passages that there are, by id."""
        rows = self._database.rows_of(f"SELECT {COLUMNS} FROM passage WHERE id IN {LISTED}", ids)  # noqa: S608 - constants
        return {row[0]: passage_of(row) for row in rows}

    def shown(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Return the same in the order of the ids; those that were shown lately are not read again."""
        return self._shown.get(ids)

    def reading(self, checksum: str) -> ReadingRecord | None:
        """Return how reading a file went, or None while it has not been read."""
        return self.readings.records((checksum,)).get(checksum)

    def without_text(self) -> dict[str, Outcome]:
        """Return how reading each file went that was read and has no text, by checksum."""
        rows = self._database.rows("SELECT checksum, outcome FROM reading WHERE outcome != ?", (Outcome.TEXT,))
        return {checksum: Outcome(outcome) for checksum, outcome in rows}

    def pages(self, checksum: str) -> Reading | None:
        """Return what was read out of a file, or None while it is to be read, or read anew."""
        sql = f"SELECT {_READING}, pages FROM reading WHERE checksum = ? AND extraction = ?"  # noqa: S608 - constant columns
        for row in self._database.rows(sql, (checksum, EXTRACTION)):
            outcome, media_type, title, language, tool, detail, authors, pages = row
            names = tuple(authors.splitlines())
            return Reading(Outcome(outcome), media_type, unpacked(pages), title, language, tool, detail, names)
        return None

    def words(self, checksum: str, page: int) -> tuple[PlacedWord, ...]:
        """Return the words that were read in the picture of a page, with their places."""
        rows = self._database.rows("SELECT words FROM placed WHERE checksum = ? AND page = ?", (checksum, page))
        return tuple(word for (words,) in rows for word in unpacked_words(words))

    def fingerprints(self) -> dict[str, bytes]:
        """Return the fingerprint of every text that is long enough to have one, by the checksum of its file."""
        return dict(self._database.rows("SELECT checksum, fingerprint FROM reading WHERE fingerprint != x''"))

    def indexed(self, generation: str) -> Mapping[str, int]:
        """Return the revision of every document that stands in a generation of the index, by code."""
        rows = self._database.rows("SELECT document, revision FROM indexed WHERE generation = ?", (generation,))
        return dict(rows)

    # what the worker writes

    def keep_reading(self, checksum: str, reading: Reading) -> None:
        """Keep what was read out of a file, in place of what was kept before."""
        recognised = any(page.origin is TextOrigin.OCR for page in reading.pages)
        pages = (len(reading.pages), packed(reading.pages), needs_recognition(reading), recognised)
        row = (checksum, EXTRACTION, *_reading_row(reading), *pages, fingerprint(words_of(reading.pages)))
        columns = f"checksum, extraction, {_READING}, page_count, pages, has_scans, has_recognised, fingerprint"
        with self._database.writing() as connection:
            connection.execute(f"REPLACE INTO reading ({columns}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", row)  # noqa: S608 - constant columns
            connection.execute("DELETE FROM placed WHERE checksum = ?", (checksum,))
            placed = [(checksum, page.number, packed_words(page.words)) for page in reading.pages if page.words]
            connection.executemany("INSERT INTO placed VALUES (?,?,?)", placed)

    def scans(self) -> tuple[tuple[str, str], ...]:
        """Return checksum and media type of every file with pictures in which text has not been looked for."""
        return tuple(self._database.rows("SELECT checksum, media_type FROM reading WHERE has_scans"))

    def readable(self, media_types: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return checksum and media type of every file of some kinds that opens."""
        kinds = tuple(media_types)
        marks = ",".join("?" * len(kinds))
        sql = f"SELECT checksum, media_type FROM reading WHERE outcome IN (?,?) AND media_type IN ({marks})"  # noqa: S608 - only marks are put in
        return tuple(self._database.rows(sql, (Outcome.TEXT, Outcome.NO_TEXT, *kinds)))

    def index_again(self, document: str) -> None:
        """Have a document indexed anew from what was read."""
        with self._database.writing() as connection:
            connection.execute(_OUTDATE, (document,))

    def outdate_readings(self) -> None:
        """Have every file read anew; what was read is shown until then."""
        with self._database.writing() as connection:
            connection.execute("UPDATE reading SET extraction = 0")

    def read_again(self, document: str, checksum: str) -> None:
        """Have one document's file read anew, and the document indexed anew."""
        with self._database.writing() as connection:
            connection.execute("UPDATE reading SET extraction = 0 WHERE checksum = ?", (checksum,))
            connection.execute(_OUTDATE, (document,))

    def add_passages(self, passages: Iterable[Passage], agreements: Mapping[str, Agreed] = NOTHING_AGREED) -> None:
        """Add passages with what was agreed in them; earlier ones stay until the index no longer leads to them."""
        held = tuple(passages)
        with self._database.writing() as connection:
            connection.executemany(
                f"REPLACE INTO passage ({COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?)",  # noqa: S608 - constant columns
                map(row_of, held),
            )
            replace_agreements(connection, held, agreements)

    def settle(self, generation: str, revisions: Mapping[str, int], passages: Iterable[Passage]) -> None:
        """Record documents as indexed and drop the passages that they and their older versions no longer have.

        Args:
            generation: Name of the generation of the index that was committed.
            revisions: The committed revision of each document, by code.
            passages: Every passage these documents have now, those of older versions included.
        """
        kept = {passage.id for passage in passages}
        with self._database.writing() as connection:
            for document, revision in revisions.items():
                sql = f"SELECT id FROM passage WHERE {_OF_ALL_VERSIONS}"  # noqa: S608 - constant condition
                rows = connection.execute(sql, _all_versions(document))
                stale = [(id_,) for (id_,) in rows if id_ not in kept]
                connection.executemany("DELETE FROM passage WHERE id = ?", stale)
                connection.execute("REPLACE INTO indexed VALUES (?,?,?)", (generation, document, revision))

    def announce(self, generation: str, documents: Iterable[str]) -> None:
        """Record that documents are about to be put into a generation: whatever happens, they can be found there."""
        with self._database.writing() as connection:
            rows = [(generation, document) for document in documents]
            connection.executemany("INSERT OR IGNORE INTO indexed VALUES (?,?,0)", rows)

    def forget(self, generation: str, documents: Iterable[str]) -> None:
        """Forget that documents were indexed in a generation they were taken out of."""
        with self._database.writing() as connection:
            rows = [(generation, document) for document in documents]
            connection.executemany("DELETE FROM indexed WHERE generation = ? AND document = ?", rows)

    def drop_passages(self, documents: Iterable[str]) -> None:
        """Drop the passages of documents that are no longer held."""
        gone = list(map(_all_versions, documents))
        with self._database.writing() as connection:
            for table in ("passage", "agreement"):
                connection.executemany(f"DELETE FROM {table} WHERE {_OF_ALL_VERSIONS}", gone)  # noqa: S608 - constant names

    def keep_only(self, documents: Container[str], checksums: Container[str]) -> None:
        """Drop every passage and reading of documents and files that are no longer held."""
        with self._database.writing() as connection:
            for table, column, held in (
                ("passage", "document", documents),
                ("agreement", "document", documents),
                ("reading", "checksum", checksums),
                ("placed", "checksum", checksums),
            ):
                kept = connection.execute(f"SELECT DISTINCT {column} FROM {table}").fetchall()  # noqa: S608 - constant names
                gone = [row for row in kept if read_edition(row[0])[0] not in held]
                connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", gone)  # noqa: S608 - constant names

    def truncate_log(self) -> bool:
        """Empty the database's log of earlier states, and return whether it is empty."""
        return self._database.truncate_log()

    def forget_generations(self, kept: Iterable[str]) -> None:
        """Forget what stood in generations of the index that are gone."""
        names = list(kept)
        marks = ",".join("?" * len(names))
        with self._database.writing() as connection:
            connection.execute(f"DELETE FROM indexed WHERE generation NOT IN ({marks})", names)  # noqa: S608 - only marks are put in


def _lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables, in place of those of another layout."""
    lay_out(connection)
    (layout,) = connection.execute("PRAGMA user_version").fetchone()
    if layout != LAYOUT:
        _lay_out_anew(connection)
    lay_out_notes(connection)


def _lay_out_anew(connection: sqlite3.Connection) -> None:
    for table in ("reading", "placed", "passage", "indexed"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {LAYOUT}")


def _reading_row(reading: Reading) -> tuple[str, ...]:
    return (
        reading.outcome,
        reading.media_type,
        reading.title,
        reading.language,
        reading.tool,
        reading.detail,
        "\n".join(reading.authors),
    )


def _all_versions(document: str) -> tuple[str, str]:
    return document, f"{editions_of(document)}*"
