"""What is asked of the search, and what it answers: values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from archive.rights import VISITOR, Reader
from indexer.editions import edition
from indexer.index.view import Versions
from indexer.search.expressions.expression import Expression
from indexer.search.glossary.entries import GlossaryAnswer

#: The facets in the order they are shown.
FACETS = ("meeting", "site", "topic", "keyword", "kind", "passage_kind", "year")


class Sort(StrEnum):
    """The order of hits."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"


class Spelling(StrEnum):
    """What may be done about words nobody wrote."""

    FORGIVING = "forgiving"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A query with its filters. Filter values are labels; several of one facet mean OR, of two facets AND."""

    query: str = ""
    #: Facet name → selected labels, e.g. {"site": ("Hamburg", "Gotha"), "year": ("2019",)}.
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    spelling: Spelling = Spelling.FORGIVING
    #: Counted from 1.
    page: int = 1
    #: Documents a page.
    limit: int = 10
    #: Documents before the first page.
    skipped: int = 0
    #: Stretches of the query, as they were typed, that are words and nothing else: no meeting, no date, no question.
    literal: tuple[str, ...] = ()
    #: Who asks; whoever forgets to say so is shown what everyone may see.
    reader: Reader = VISITOR
    #: Facet name → labels that nothing that is found may have.
    excluded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Whether older versions of documents are looked through, too.
    versions: Versions = Versions.NEWEST

    @property
    def order(self) -> Sort:
        """The order of its hits; where nothing is asked nothing is relevant, and the newest come first."""
        return Sort.NEWEST if self.sort is Sort.RELEVANCE and not self.query.strip() else self.sort

    def is_filtered(self) -> bool:
        """Tell whether anything but its query narrows it."""
        return bool(self.filters or self.excluded)

    def as_typed(self) -> "SearchRequest":
        """Return the same from its first page on, with no word corrected."""
        return replace(self, spelling=Spelling.EXACT, page=1)


class Part(NamedTuple):
    """A piece of a snippet."""

    text: str
    matched: bool


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that answers the request."""

    id: str
    #: German label of its kind, e.g. "Beschluss".
    kind: str
    page: int
    heading: str
    #: Number of the agenda item it stands under ("3", "4.1"), or "".
    agenda_item: str
    snippet: tuple[Part, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A document, or an older version of one, with its best passages."""

    #: The reference code, e.g. "D-2026-0042".
    document: str
    passages: tuple[PassageHit, ...]
    #: How many passages of the document match in all.
    total_passages: int
    #: Number of the version, or None if it is the newest.
    version: int | None = None

    @property
    def edition(self) -> str:
        """What it is called in the index."""
        return self.document if self.version is None else edition(self.document, self.version)


class FacetValue(NamedTuple):
    """A value of a facet with the number of documents it would leave."""

    value: str
    count: int  # type: ignore[assignment] # nobody counts what is in the tuple
    selected: bool


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of hits, grouped by document."""

    request: SearchRequest
    hits: tuple[Hit, ...]
    total_passages: int
    total_documents: int
    #: For every name in FACETS, its values by falling count.
    facets: Mapping[str, tuple[FacetValue, ...]]
    took_ms: float
    #: The query as it was corrected and applied because nothing matched as typed; None if it was not.
    corrected: str | None = None
    #: Another wording to offer ("Meinten Sie …") because a word of the query stands nowhere; None if all do.
    suggested: str | None = None
    #: What the query was understood to name: passages that fit stand higher.
    recognised: tuple[Expression, ...] = ()
    #: Entries of the glossary that the query asks for.
    answers: tuple[GlossaryAnswer, ...] = ()
    #: Whether a kind of passage is asked for and nothing else: all of the kind are hits.
    is_general: bool = False


def empty_page(request: SearchRequest) -> ResultPage:
    """Return a page without hits."""
    facets = dict.fromkeys(FACETS, ())
    return ResultPage(request, (), total_passages=0, total_documents=0, facets=facets, took_ms=0.0)
