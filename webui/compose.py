"""Puts the parts together: the one place that knows how a home becomes a running archive."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archive.archive import Archive
from archive.errors import ArchiveError
from archive.home import Home
from archive.values import Visibility
from indexer.analysis.concordance import Concordance
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.extraction.isolation import Extractor
from indexer.index.areas import Areas
from indexer.index.schema import passage_schema
from indexer.index.texts import Texts
from indexer.indexing import Indexing
from indexer.noting import Noting
from indexer.search.searcher import Searcher
from indexer.structure.proposals.known import KnownNames

#: Stretches remembered while passages are noted: each is read once, and the words in them are remembered anyway.
REMEMBERED = 2_000


@functools.cache
def german_analysis() -> GermanAnalysis:
    """Return the German chain, whose lexicon takes seconds to load, once a process."""
    return GermanAnalysis.load()


@dataclass(frozen=True, slots=True)
class Holdings:
    """An open archive with what was derived from it."""

    archive: Archive
    texts: Texts
    areas: Areas

    def searcher(self) -> Searcher:
        """Return a search over the holdings."""
        return Searcher(self.areas, self.texts, german_analysis(), self.known_names, self.archive.synonyms.entries)

    def known_names(self) -> KnownNames:
        """Return the names the catalogue knows."""
        archive = self.archive
        meetings = (archive.vocabularies.meetings(), archive.vocabularies.meeting_kinds())
        return KnownNames.of(
            archive.vocabularies.sites(), archive.vocabularies.topics(), *meetings, archive.vocabularies.keywords()
        )

    def indexing(self, extractor: Extractor) -> Indexing:
        """Return the walk that indexes the holdings."""
        schema = passage_schema(german_analysis(), PlainAnalysis())
        return Indexing(self.archive, extractor, self.texts, self.areas, schema)

    def noting(self) -> Noting:
        """Return what notes the words of passages."""
        return Noting(self.texts, Concordance(german_analysis(), REMEMBERED))

    def findable(self, codes: frozenset[str]) -> frozenset[str]:
        """Return those of the documents whose newest revision stands in the index readers open."""
        found = {code for visibility in Visibility for code in self._findable(visibility)}
        return codes & found

    def _findable(self, visibility: Visibility) -> Iterator[str]:
        current = self.areas.of(visibility).current()
        indexed = self.texts.indexed(current.name) if current else {}
        held = self.archive.revisions({visibility})
        return (code for code, revision in held.items() if indexed.get(code) == revision)


class NoArchiveError(ArchiveError):
    """There is no archive in this folder."""

    def __init__(self, root: Path) -> None:
        super().__init__(str(root))
        self.root = root


@contextmanager
def open_existing(root: Path) -> Iterator[Holdings]:
    """Open the archive of a home that has one.

    Raises:
        NoArchiveError: It has none; nothing is created.
        HomeUnusableError: It cannot be used, or has lost its catalogue.
    """
    home = Home(root)
    if not (home.catalogue.exists() or home.has_lost_its_catalogue()):
        raise NoArchiveError(root)
    with open_holdings(root) as holdings:
        yield holdings


@contextmanager
def open_holdings(root: Path) -> Iterator[Holdings]:
    """Open the archive of a home, preparing the home if it is new."""
    home = Home(root)
    archive = Archive.open(home)
    texts = Texts(home.derived / "texts.sqlite")
    try:
        yield Holdings(archive, texts, Areas.within(home.derived))
    finally:
        texts.close()
        archive.close()
