"""What dossiers are put together from: the documents and passages behind several searches, read at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from archive.values import Description
from indexer.agreed import Agreed
from indexer.passages import Passage
from indexer.search.presenting import unmarked
from indexer.search.request import ResultPage, SearchRequest, Sort, Spelling
from webui.reader import reader, seen
from webui.reading import Element, elements
from webui.services import services

#: Method papers shown of all there are.
SHOWN_METHODS = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage with the document it stands in."""

    document: Description
    passage: Passage
    elements: tuple[Element, ...]
    #: What was agreed in it, or None if it is neither decision nor task.
    agreed: Agreed | None


@dataclass(frozen=True, slots=True)
class Found:
    """The first of the passages that a search finds."""

    findings: tuple[Finding, ...]
    #: How many documents have such passages.
    documents: int
    #: Address of the search that finds them all.
    url: str


@dataclass(frozen=True, slots=True)
class Papers:
    """The newest of the documents that a search finds."""

    shown: tuple[Description, ...]
    total: int
    #: Address of the search that finds them all.
    url: str


@dataclass(frozen=True, slots=True)
class Sources:
    """Documents and passages the reader may see, by reference code and by id."""

    documents: Mapping[str, Description]
    passages: Mapping[str, Passage]

    def of(self, page: ResultPage) -> Iterator[tuple[Description, Passage]]:
        """Yield the passages of a page of hits, each with its document."""
        for hit in page.hits:
            for each in hit.passages:
                if hit.document in self.documents and each.id in self.passages:
                    yield self.documents[hit.document], self.passages[each.id]

    def described(self, codes: Iterable[str]) -> tuple[Description, ...]:
        """Return those of some documents that there are, in the order of their codes."""
        return tuple(self.documents[code] for code in codes if code in self.documents)


def newest(query: str, filters: Mapping[str, tuple[str, ...]], documents: int) -> ResultPage:
    """Return what a query finds in the newest documents, word for word as it is put."""
    asked = SearchRequest(query, filters, Sort.NEWEST, Spelling.EXACT, limit=documents, reader=reader())
    return services().searcher.bare(asked)


def sources(pages: Iterable[ResultPage], codes: Iterable[str]) -> Sources:
    """Read the documents and passages of pages of hits, and further documents."""
    hits = tuple(chain.from_iterable(page.hits for page in pages))
    documents = seen(services().archive.describe_many([*{*codes, *(hit.document for hit in hits)}]))
    passages = services().texts.passages_by_id(each.id for hit in hits for each in hit.passages)
    return Sources({each.code: each for each in documents}, passages)


def finding(document: Description, passage: Passage, agreed: Agreed | None = None) -> Finding:
    """Return a passage as it is shown beside its place."""
    return Finding(document, passage, elements(passage.text, unmarked), agreed)
