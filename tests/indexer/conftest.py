"""A small index made of passages, without files."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from archive.values import (
    DatePrecision,
    DateSource,
    Description,
    DocumentDate,
    DocumentKind,
    MeetingDescription,
    Visibility,
)
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.editions import edition
from indexer.extraction.isolation import Extractor
from indexer.extraction.pages import Block, BlockKind, Page
from indexer.index.areas import Areas
from indexer.index.generations import Generations
from indexer.index.schema import passage_schema
from indexer.index.texts import Texts
from indexer.index.writer import Entry, IndexWriter
from indexer.passages import cut
from indexer.search.searcher import Searcher
from tests.indexer.workshop import Workshop

HAMBURG_2019 = MeetingDescription(
    "standorttreffen-hamburg-2019",
    "Standorttreffen Hamburg 2019",
    "Standorttreffen",
    "Hamburg",
    date(2019, 4, 3),
    date(2019, 4, 4),
)


@dataclass(frozen=True)
class Sheet:
    """A document as a test writes it down."""

    text: str
    title: str = "Protokoll"
    kind: DocumentKind = DocumentKind.PROTOKOLL
    meeting: MeetingDescription | None = None
    sites: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    year: int | None = None
    visibility: Visibility = Visibility.PUBLIC
    aliases: tuple[str, ...] = field(default=())
    #: The texts of its older versions, oldest first.
    older: tuple[str, ...] = ()

    def description(self, code: str) -> Description:
        return Description(
            code=code,
            title=self.title,
            kind=self.kind,
            date=_year(self.year) if self.year else None,
            meeting=self.meeting,
            sites=self.sites,
            topics=self.topics,
            visibility=self.visibility,
            is_sample=False,
            version=len(self.older) + 1,
            checksum=code,
            media_type="text/plain",
            size=len(self.text),
            file_name=f"{code}.txt",
            revision=1,
        )

    def pages(self) -> tuple[Page, ...]:
        return pages_of(self.text)


def pages_of(text: str) -> tuple[Page, ...]:
    return tuple(
        Page(number, str(number), tuple(Block(BlockKind.PARAGRAPH, line) for line in page.split("\n") if line))
        for number, page in enumerate(text.split("\f"), 1)
    )


def _year(year: int) -> DocumentDate:
    return DocumentDate(date(year, 5, 6), date(year, 5, 6), DatePrecision.DAY, DateSource.ENTRY)


class Library:
    """An index with its texts, filled as a test goes on."""

    def __init__(self, folder: Path, german: GermanAnalysis) -> None:
        self.areas = Areas.within(folder)
        self.generations = self.areas.published
        self.texts = Texts(folder / "texts.sqlite")
        self.schema = passage_schema(german, PlainAnalysis())
        for generations in self.areas:
            generations.publish(generations.begin())
            with IndexWriter(_current(generations), self.schema):
                pass  # an empty index is one, too
        self.searcher = Searcher(self.areas, self.texts, german)

    def put(self, sheets: dict[str, Sheet]) -> None:
        """Put documents into the index they belong into, in place of those of the same codes."""
        for generations in self.areas:
            own = {code: sheet for code, sheet in sheets.items() if self.areas.of(sheet.visibility) is generations}
            if own:
                self._put(_current(generations), own)

    def _put(self, generation: Path, sheets: dict[str, Sheet]) -> None:
        with IndexWriter(generation, self.schema) as writer:
            for code, sheet in sheets.items():
                entry = self._entry(sheet.description(code), sheet.pages(), sheet.aliases)
                older = tuple(self._superseded(code, sheet, number) for number in range(1, len(sheet.older) + 1))
                writer.replace(replace(entry, older=older))

    def _superseded(self, code: str, sheet: Sheet, number: int) -> Entry:
        described = replace(sheet.description(code), code=edition(code, number), version=number)
        return self._entry(described, pages_of(sheet.older[number - 1]), sheet.aliases)

    def _entry(self, document: Description, pages: Iterable[Page], aliases: tuple[str, ...]) -> Entry:
        passages = cut(document.code, pages)
        self.texts.add_passages(passages)
        return Entry(document, passages, aliases)

    def remove(self, codes: Iterable[str]) -> None:
        """Take documents out of whichever index they are in."""
        gone = list(codes)
        for generations in self.areas:
            with IndexWriter(_current(generations), self.schema) as writer:
                for code in gone:
                    writer.remove(code)

    def renewed(self) -> Searcher:
        """A search that has not looked yet, and so sees everything."""
        return Searcher(self.areas, self.texts, self.searcher._german)  # noqa: SLF001 - the lexicon is loaded once


def _current(generations: Generations) -> Path:
    current = generations.current()
    assert current
    return current


@pytest.fixture
def empty_library(tmp_path: Path, german: GermanAnalysis) -> Library:
    return Library(tmp_path, german)


@pytest.fixture
def library(empty_library: Library) -> Callable[..., Library]:
    """Fill the library with sheets: their codes are the names they are given."""

    def filled(**sheets: Sheet) -> Library:
        empty_library.put(sheets)
        return empty_library

    return filled


@pytest.fixture
def workshop(new_home: Path, german: GermanAnalysis) -> Iterator[Workshop]:
    with Extractor() as extractor:
        opened = Workshop(new_home.parent, german, extractor)
        yield opened
        opened.close()
