"""An archive, its walk and its search, worked by a test."""

from pathlib import Path

from archive.archive import Archive, Submission
from archive.erasure import ErasureReason
from archive.home import Home
from archive.rights import STAFF, Reader
from archive.values import Details
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.extraction.isolation import Extractor
from indexer.index.areas import Areas
from indexer.index.schema import passage_schema
from indexer.index.texts import Texts
from indexer.index.view import Versions
from indexer.indexing import Indexing
from indexer.search.request import SearchRequest
from indexer.search.searcher import Searcher


class Workshop:
    """An archive, its walk and its search."""

    def __init__(self, folder: Path, german: GermanAnalysis, extractor: Extractor) -> None:
        self.folder = folder
        self.archive = Archive.open(Home(folder / "home"))
        derived = self.archive.home.derived
        self.texts = Texts(derived / "texts.sqlite")
        self.areas = Areas.within(derived)
        self.generations = self.areas.published
        self.schema = passage_schema(german, PlainAnalysis())
        self.indexing = Indexing(self.archive, extractor, self.texts, self.areas, self.schema)
        self._german = german

    def take_in(self, name: str, content: str | bytes, details: Details = Details()) -> str:  # noqa: B008 - frozen
        path = self.folder / "offered"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self.archive.take_in(Submission(path, name, details)).code

    def searcher(self) -> Searcher:
        """Return a search that has not looked yet, and so sees everything."""
        return Searcher(self.areas, self.texts, self._german)

    def found(self, query: str, reader: Reader = STAFF) -> list[str]:
        page = self.searcher().search(SearchRequest(query=query, reader=reader))
        return [hit.document for hit in page.hits]

    def editions(self, query: str, reader: Reader = STAFF) -> list[str]:
        """Find in all versions."""
        request = SearchRequest(query=query, reader=reader, versions=Versions.ALL)
        return [hit.edition for hit in self.searcher().search(request).hits]

    def erase(self, code: str) -> None:
        self.archive.erase(code, "", ErasureReason.REQUESTED)

    def close(self) -> None:
        self.texts.close()
        self.archive.close()
