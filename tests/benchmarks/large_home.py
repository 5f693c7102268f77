"""Builds an archive of many documents, for measuring pages and helps that grow with the holdings.

    python -m tests.benchmarks.large_home FOLDER [--documents 10000] [--passages 10] [--seed 1]

The catalogue is real and so is the index; only reading files is left out: passages are written (`bench_passages`), and
so is what was read out of method papers, whose cards are chosen by it.
"""

import argparse
import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from archive.archive import Archive, Submission
from archive.custody import PROGRAM
from archive.entries import MeetingEntry
from archive.learning.values import StepContent, StepKind
from archive.values import Details, DocumentKind, Visibility, meeting_day
from indexer.analysis.plain import PlainAnalysis
from indexer.correcting import agreements
from indexer.extraction.pages import Block, BlockKind, Outcome, Page, Reading
from indexer.index.schema import passage_schema
from indexer.index.upkeep import merge_segments
from indexer.index.writer import Entry, IndexWriter
from tests.benchmarks.bench_passages import Writing
from tests.webui.every_page import bring_drafts
from webui.compose import Holdings, german_analysis, open_holdings

#: Documents a commit.
BATCH = 1500

#: Documents a meeting: more than any that was held has.
A_MEETING = 20

#: Learning paths, and steps of each.
PATHS, STEPS = 4, 20

#: The first of the meetings, one a day.
FIRST_DAY = date(2018, 1, 8)


def build(holdings: Holdings, writing: Writing, documents: int, passages: int) -> None:
    """Fill an empty archive and its index."""
    schema = passage_schema(german_analysis(), PlainAnalysis())
    for generations in holdings.areas:
        generations.publish(generations.begin())
        with IndexWriter(_current(generations.current()), schema):
            pass  # an empty index is one, too
    generation = _current(holdings.areas.published.current())
    _add_meetings(holdings.archive, documents)
    entries = _entries(holdings, writing, documents, passages)
    while batch := list(itertools.islice(entries, BATCH)):
        with IndexWriter(generation, schema) as writer:
            for entry in batch:
                day = meeting_day(entry.document)
                holdings.texts.add_passages(entry.passages, agreements(entry.passages, (), day))
                writer.replace(entry)
        revisions = {entry.document.code: entry.document.revision for entry in batch}
        holdings.texts.settle(generation.name, revisions, [each for entry in batch for each in entry.passages])
    merge_segments(generation, schema)


def _current(generation: Path | None) -> Path:
    assert generation
    return generation


def _add_meetings(archive: Archive, documents: int) -> None:
    """Add meetings enough that none has more documents than a meeting has."""
    kinds = itertools.cycle(each.label for each in archive.vocabularies.meeting_kinds())
    places = itertools.cycle(each.label for each in archive.vocabularies.sites())
    for number in range(documents // A_MEETING):
        day = FIRST_DAY + timedelta(number)
        kind, place = next(kinds), next(places)
        archive.curation.add(MeetingEntry("", f"{kind} {place} {number}", kind, place, day, day))


def _entries(holdings: Holdings, writing: Writing, documents: int, passages: int) -> Iterator[Entry]:
    """Yield documents that were taken in, about the sites, topics and meetings of the programme in turn."""
    archive = holdings.archive
    sites = itertools.cycle(each.key for each in archive.vocabularies.sites())
    topics = itertools.cycle(each.label for each in archive.vocabularies.topics())
    meetings = itertools.cycle(each.key for each in archive.vocabularies.meetings())
    offered = archive.home.root / "offered.txt"
    for number in range(documents):
        written = writing.entry("", passages)
        title = f"{written.document.title} {number}"
        details = Details(title, written.document.kind, written.document.date, next(meetings), (next(sites),))
        offered.write_text(title, encoding="utf-8")
        submission = Submission(offered, f"{number}.txt", replace(details, topics=(next(topics),)))
        code = archive.take_in(submission).code
        own = tuple(replace(each, id=f"{code}-{each.ordinal}", document=code) for each in written.passages)
        described = archive.describe(code)
        if described.kind is DocumentKind.METHODENPAPIER:
            holdings.texts.keep_reading(described.checksum, method_paper(number))
        yield Entry(described, own)


def furnish(holdings: Holdings) -> None:
    """Note what passages say, lay learning paths, and bring drafts that were read together."""
    archive, texts = holdings.archive, holdings.texts
    codes = [each.code for each in archive.titles()]
    steps = iter(codes[:: len(codes) // (PATHS * STEPS)])
    for number in range(1, PATHS + 1):
        key = archive.learning.paths.add(f"Lernpfad {number}")
        for code in itertools.islice(steps, STEPS):
            passage = texts.passages(code)[0].id
            archive.learning.steps.add(key, StepContent(StepKind.PASSAGE, 5, document=code, passage=passage))
        archive.learning.paths.publish(key, PROGRAM)
    noting = holdings.noting()
    while noting.next():
        pass
    bring_drafts(archive, archive.home.root, (f"Entwurf {number}" for number in itertools.count()))
    for draft in archive.describe_many([each.code for each in archive.titles({Visibility.DRAFT})]):
        page = Page(1, "1", (Block(BlockKind.PARAGRAPH, f"Protokoll {draft.title}"),))
        texts.keep_reading(draft.checksum, Reading(Outcome.TEXT, "text/plain", (page,)))


def method_paper(number: int) -> Reading:
    """Return what is read out of a method paper of the usual length; facts differ by number, some are not stated."""
    facts = (
        "Ziel: Orte im Quartier sichtbar machen",
        f"Dauer: {15 * (1 + number % 20)} Minuten" if number % 5 else "Idee: draußen",
        f"Gruppengröße: {2 + number % 7} bis {10 + number % 30} Personen",
        f"Alter: ab {6 + number % 12} Jahren" if number % 3 else "Leitung: zwei Fachkräfte",
        "Material: Karte, Nadeln, Klebezettel, Stifte",
    )
    blocks = [Block(BlockKind.PARAGRAPH, each) for each in facts]
    for heading, points in (("Ablauf", 7), ("Varianten", 3), ("Achtung", 3)):
        blocks.append(Block(BlockKind.HEADING, heading, 2))
        blocks += [Block(BlockKind.ITEM, f"{point}. " + "Gemeinsam gehen und fragen. " * 4) for point in range(points)]
    return Reading(Outcome.TEXT, "text/plain", (Page(1, "1", tuple(blocks)),))


def main() -> None:
    """Build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--passages", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with open_holdings(asked.folder) as holdings:
        build(holdings, Writing(asked.seed), asked.documents, asked.passages)
        furnish(holdings)


if __name__ == "__main__":
    main()
