"""The walk: from a document in custody to passages that can be found."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from whoosh import fields

from archive.archive import Archive
from archive.errors import UnknownDocumentError, UnknownFileError
from archive.values import Description
from indexer.attaching import take_in_attachments
from indexer.describing import Describer, is_undescribed
from indexer.extraction.isolation import Extractor
from indexer.extraction.pages import Outcome, Reading
from indexer.index.generations import Generations
from indexer.index.texts import Texts
from indexer.index.upkeep import merge_segments
from indexer.index.writer import Entry, IndexWriter
from indexer.names import OtherNames
from indexer.passages import Passage, cut
from indexer.structure.kinds import PassageKind
from indexer.structure.personal.attendance import without_attendance

#: Documents are committed together, up to so many …
LARGEST_BATCH = 50
#: … but none waits longer than so many seconds for the others.
LONGEST_WAIT = 2.0

#: So many documents are read ahead: reading is another process's work, and so takes another core's time.
AHEAD = 3


def no_report(_code: str) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class Indexing:
    """Makes the index say what the catalogue says. One process at a time does."""

    archive: Archive
    extractor: Extractor
    texts: Texts
    generations: Generations
    schema: fields.Schema

    def catch_up(self, report: Callable[[str], None] = no_report) -> int:
        """Index what is new or changed, and take out what is no longer held.

        Args:
            report: Is told the code of each document when it has been read.

        Returns:
            The number of documents that were indexed or taken out.
        """
        generation = self._generation()
        indexed = self.texts.indexed(generation.name)
        held = self.archive.revisions()
        changed = [code for code, revision in held.items() if indexed.get(code) != revision]
        gone = [code for code in indexed if code not in held]
        for batch in _batches(self._entries(changed, report)):
            self._commit(generation, batch)
            merge_segments(generation, self.schema)
        if gone:
            self._take_out(generation, gone)
        if self.generations.building() == generation:
            self._publish(generation)
        return len(changed) + len(gone)

    def _generation(self) -> Path:
        """Return the generation to write: the one that is being built, the current one, or a new one."""
        if self.generations.rebuild_requested():
            self.texts.outdate_readings()
            return self.generations.begin()
        return self.generations.building() or self.generations.current() or self.generations.begin()

    def _entries(self, codes: Iterable[str], report: Callable[[str], None]) -> Iterator[Entry]:
        names, describer = OtherNames.of(self.archive), Describer.of(self.archive)
        for held, reading in self._read_ahead(codes):
            document = self._described(held, reading, describer)
            passages = self._passages(document, reading)
            yield Entry(document, passages, names.of_document(document))
            report(document.code)

    def _read_ahead(self, codes: Iterable[str]) -> Iterator[tuple[Description, Reading]]:
        """Yield documents with what was read out of them; while one is worked on, the next are being read."""
        left = iter(codes)
        with ThreadPoolExecutor(max_workers=1) as reader:
            under_way = deque(reader.submit(self._document, code) for code in islice(left, AHEAD))
            while under_way:
                document = under_way.popleft().result()
                under_way.extend(reader.submit(self._document, code) for code in islice(left, 1))
                if document:
                    yield document

    def _document(self, code: str) -> tuple[Description, Reading] | None:
        """Return a document with its reading, or None if it was taken out since the list was made."""
        try:
            document = self.archive.describe(code)
        except UnknownDocumentError:
            return None
        return document, self._reading(document)

    def _reading(self, document: Description) -> Reading:
        """Return what was read out of a document's file, reading it if that has not been done."""
        kept = self.texts.pages(document.checksum)
        if kept is None:
            kept = self._read(document)
            self.texts.keep_reading(document.checksum, kept)
            if kept.outcome in (Outcome.TEXT, Outcome.NO_TEXT):
                take_in_attachments(self.archive, self.extractor, document)
        return kept

    def _described(self, document: Description, reading: Reading, describer: Describer) -> Description:
        """Enter what the document surely says about itself, if nobody has said anything about it."""
        if not is_undescribed(document):
            return document
        before = self.archive.details(document.code)
        details = describer.details(before, describer.proposals(reading, document.file_name))
        return self.archive.amend(document.code, details)

    def _passages(self, document: Description, reading: Reading) -> tuple[Passage, ...]:
        """Cut a document, without lists of those present, and keep its passages."""
        passages = cut(document.code, without_attendance(reading.pages)) or (_bare(document),)
        self.texts.add_passages(passages)
        return passages

    def _read(self, document: Description) -> Reading:
        try:
            return self.extractor.read(self.archive.path(document.checksum), document.media_type)
        except UnknownFileError:
            return Reading(Outcome.BROKEN, document.media_type, detail="The file is missing in the store.")

    def _commit(self, generation: Path, batch: list[Entry]) -> None:
        with IndexWriter(generation, self.schema) as writer:
            for entry in batch:
                writer.replace(entry)
        revisions = {entry.document.code: entry.document.revision for entry in batch}
        self.texts.settle(generation.name, revisions, (passage for entry in batch for passage in entry.passages))

    def _take_out(self, generation: Path, codes: list[str]) -> None:
        with IndexWriter(generation, self.schema) as writer:
            for code in codes:
                writer.remove(code)
        self.texts.forget(generation.name, codes)

    def _publish(self, generation: Path) -> None:
        with IndexWriter(generation, self.schema):
            pass  # an archive without documents has an index, too
        self.generations.publish(generation)
        self.texts.forget_generations([generation.name])
        self.generations.clean()


def _bare(document: Description) -> Passage:
    """Return what stands for a document without text, so that it is found by its title, meeting and topics."""
    return Passage(
        id=f"{document.code}-0",
        document=document.code,
        ordinal=0,
        page=1,
        page_label="1",
        heading="",
        agenda_item="",
        kind=PassageKind.INFORMATION,
        text="",
    )


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield entries in batches that are neither too large nor too late."""
    batch: list[Entry] = []
    began = time.monotonic()
    for entry in entries:
        batch.append(entry)
        if len(batch) >= LARGEST_BATCH or time.monotonic() - began > LONGEST_WAIT:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch
