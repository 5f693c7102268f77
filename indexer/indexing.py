"""The walk: from a document in custody to passages that can be found."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from whoosh import fields

from archive.archive import Archive
from archive.custody import VersionEntry
from archive.errors import UnknownDocumentError, UnknownFileError
from archive.values import Description, Visibility, meeting_day
from indexer.attaching import take_in_attachments
from indexer.correcting import agreements, corrected
from indexer.describing import Describer, is_undescribed
from indexer.editions import edition
from indexer.extraction.isolation import Extractor
from indexer.extraction.pages import Outcome, Reading
from indexer.index.areas import Areas
from indexer.index.generations import Generations
from indexer.index.texts import Texts
from indexer.index.upkeep import is_worth_rebuilding, merge_segments
from indexer.index.writer import Entry, IndexWriter
from indexer.names import OtherNames
from indexer.passages import Passage, cut
from indexer.purging import Purging
from indexer.structure.kinds import PassageKind
from indexer.structure.personal.attendance import without_attendance

#: Documents are committed together, up to so many …
LARGEST_BATCH = 50
#: … but none waits longer than so many seconds for the others.
LONGEST_WAIT = 2.0

#: Nobody reads a generation while it is being built: larger batches make fewer segments in less time, and no more than
#: a minute's work is lost where a build is interrupted.
LARGEST_BUILT, LONGEST_BUILT = 1000, 60.0

#: So many documents are read ahead: reading is another process's work, and so takes another core's time.
AHEAD = 3


class _Read(NamedTuple):
    """A document with what was read out of its versions."""

    document: Description
    reading: Reading
    #: Its older versions, oldest first.
    older: tuple[tuple[VersionEntry, Reading], ...]


def no_report(_code: str) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class Indexing:
    """Makes the index say what the catalogue says. One process at a time does."""

    archive: Archive
    extractor: Extractor
    texts: Texts
    areas: Areas
    schema: fields.Schema

    def catch_up(self, report: Callable[[str], None] = no_report) -> int:
        """Index what is new or changed, and take out what is no longer held.

        Args:
            report: Is told the code of each document when it has been read.

        Returns:
            The number of documents that were indexed or taken out.
        """
        purging = Purging(self.archive, self.texts, self.areas, self.schema)
        erasure = purging.due()
        writing = [(generations, self._generation(generations)) for generations in self.areas]
        # First out of where it may no longer be, then into where it belongs: no document stands where it should not.
        done = sum(self._take_out_foreign(generations, generation) for generations, generation in writing)
        done += sum(self._add_changed(generations, generation, report) for generations, generation in writing)
        for generations, generation in writing:
            if generations.building() == generation:
                self._publish(generations, generation)
            elif is_worth_rebuilding(generation, self.schema):
                generations.begin()
        if erasure:
            purging.follow(erasure)
        return done

    def _generation(self, generations: Generations) -> Path:
        """Return the generation to write: the one that is being built, the current one, or a new one."""
        if generations.rebuild_requested():
            self.texts.outdate_readings()
            return generations.begin()
        if generations.is_damaged():
            return generations.begin()
        return generations.building() or generations.current() or generations.begin()

    def _held(self, generations: Generations) -> dict[str, int]:
        """Return the documents that belong into one of the indexes, with their revisions."""
        return self.archive.revisions({each for each in Visibility if self.areas.of(each) is generations})

    def _take_out_foreign(self, generations: Generations, generation: Path) -> int:
        """Take out the documents that are no longer held, or belong into the other index.

        What readers see is cleaned while another generation is being built, too: that may take hours.
        """
        held = self._held(generations)
        shown = generations.current() or generation
        return sum(self._take_out(each, held) for each in {generation, shown})

    def _take_out(self, generation: Path, held: Mapping[str, int]) -> int:
        foreign = [code for code in self.texts.indexed(generation.name) if code not in held]
        if foreign:
            with IndexWriter(generation, self.schema) as writer:
                for code in foreign:
                    writer.remove(code)
            self.texts.forget(generation.name, foreign)
            everywhere = self.archive.revisions()
            self.texts.drop_passages(code for code in foreign if code not in everywhere)
        return len(foreign)

    def _add_changed(self, generations: Generations, generation: Path, report: Callable[[str], None]) -> int:
        """Index the documents that are new or changed."""
        indexed = self.texts.indexed(generation.name)
        changed = [code for code, revision in self._held(generations).items() if indexed.get(code) != revision]
        bounds = (
            (LARGEST_BUILT, LONGEST_BUILT) if generations.building() == generation else (LARGEST_BATCH, LONGEST_WAIT)
        )
        for batch in _batches(self._entries(changed, report), *bounds):
            self._commit(generation, [each for each in batch if self.areas.of(each.document.visibility) is generations])
            merge_segments(generation, self.schema)
        return len(changed)

    def _entries(self, codes: Iterable[str], report: Callable[[str], None]) -> Iterator[Entry]:
        names, describer = OtherNames.of(self.archive), Describer.of(self.archive)
        for read in self._read_ahead(codes):
            document = self._described(read.document, read.reading, describer)
            passages = self._passages(document, read.reading)
            aliases = names.of_document(document)
            older = tuple(self._superseded(document, *each, aliases) for each in read.older)
            yield Entry(document, passages, aliases, older)
            report(document.code)

    def _read_ahead(self, codes: Iterable[str]) -> Iterator[_Read]:
        """Yield documents with what was read out of them; while one is worked on, the next are being read."""
        left = iter(codes)
        with ThreadPoolExecutor(max_workers=1) as reader:
            under_way = deque(reader.submit(self._document, code) for code in islice(left, AHEAD))
            while under_way:
                document = under_way.popleft().result()
                under_way.extend(reader.submit(self._document, code) for code in islice(left, 1))
                if document:
                    yield document

    def _document(self, code: str) -> _Read | None:
        """Return a document with its readings, or None if it was taken out since the list was made."""
        try:
            document = self.archive.describe(code)
            below = self.archive.privacy.concealed_below(code)
            # What stands behind a redacted version is not read again: its text would lie here once more.
            older = [each for each in self.archive.versions(code)[:-1] if each.number >= below]
        except UnknownDocumentError:
            return None
        return _Read(document, self._reading(document), tuple((each, self._read_older(each)) for each in older))

    def _read_older(self, version: VersionEntry) -> Reading:
        """Return what was read out of the file of an older version, reading it if that has not been done."""
        kept = self.texts.pages(version.checksum)
        if kept is None:
            kept = self._read(version)
            self.texts.keep_reading(version.checksum, kept)
        return kept

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
        """Cut a document, without lists of those present, put right what people corrected, and keep its passages."""
        recognised = cut(document.code, without_attendance(reading.pages)) or (_bare(document),)
        said = self.archive.corrections.of(document.code)
        passages = corrected(recognised, said)
        self.texts.add_passages(passages, agreements(passages, said, meeting_day(document)))
        return passages

    def _superseded(
        self, document: Description, version: VersionEntry, reading: Reading, aliases: tuple[str, ...]
    ) -> Entry:
        """Return an older version, with the metadata its document has now, and keep its passages."""
        name = edition(document.code, version.number)
        passages = cut(name, without_attendance(reading.pages))
        self.texts.add_passages(passages)
        return Entry(replace(document, code=name, version=version.number), passages, aliases)

    def _read(self, file: Description | VersionEntry) -> Reading:
        try:
            return self.extractor.read(self.archive.path(file.checksum), file.media_type)
        except UnknownFileError:
            return Reading(Outcome.BROKEN, file.media_type, detail="The file is missing in the store.")

    def _commit(self, generation: Path, batch: list[Entry]) -> None:
        self.texts.announce(generation.name, (entry.document.code for entry in batch))
        with IndexWriter(generation, self.schema) as writer:
            for entry in batch:
                writer.replace(entry)
        revisions = {entry.document.code: entry.document.revision for entry in batch}
        self.texts.settle(generation.name, revisions, (passage for entry in batch for passage in entry.all_passages()))

    def _publish(self, generations: Generations, generation: Path) -> None:
        with IndexWriter(generation, self.schema):
            pass  # an archive without documents has an index, too
        generations.publish(generation)
        named = (path for each in self.areas for path in (each.current(), each.building()) if path)
        self.texts.forget_generations(path.name for path in named)
        generations.clean()


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


def _batches(entries: Iterable[Entry], largest: int, longest: float) -> Iterator[list[Entry]]:
    """Yield entries in batches of no more than so many, none of them later than so many seconds."""
    batch: list[Entry] = []
    began = time.monotonic()
    for entry in entries:
        batch.append(entry)
        if len(batch) >= largest or time.monotonic() - began > longest:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch
