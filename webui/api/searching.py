"""The search."""

from dataclasses import dataclass, replace
from typing import Annotated

from msgspec import Meta

from indexer.index.view import Versions
from indexer.search.request import FACETS, SearchRequest, Sort, Spelling
from webui.addresses import LONGEST_QUERY
from webui.api.operation import NEVER_KEPT, Operation
from webui.api.paging import Paging, next_url, previous_url
from webui.filters import ReadFilters, read_filters
from webui.i18n import mark
from webui.labels import known_labels
from webui.reader import reader
from webui.records.searching import ResultRecord, result_record
from webui.services import services
from webui.still_told import still_corrected, still_told
from webui.typed_filters import lifted

Query = Annotated[
    str,
    Meta(
        max_length=LONGEST_QUERY,
        description=mark(
            "Suchanfrage wie im Suchfeld: Wörter, „genau so“ in Anführungszeichen, -ohne, und Filter wie "
            "standort:Gotha, -art:Protokoll oder jahr:2018..2020"
        ),
    ),
]

_NAMES = mark("Name, anderer Name oder ein Stück davon; mehrere: einer davon")
Values = Annotated[tuple[str, ...], Meta(description=_NAMES)]
Year = Annotated[str, Meta(pattern=r"^([0-9]{4}(\.\.([0-9]{4})?)?|\.\.[0-9]{4})$")]
Years = Annotated[tuple[Year, ...], Meta(description=mark("Jahre; mehrere: eines davon"))]


@dataclass(frozen=True, slots=True)
class SearchAsked(Paging):
    """What is searched for."""

    q: Query = ""
    site: Values = ()
    topic: Values = ()
    keyword: Values = ()
    meeting: Values = ()
    kind: Values = ()
    passage_kind: Values = ()
    year: Years = ()
    sort: Annotated[Sort, Meta(description=mark("Reihenfolge der Dokumente"))] = Sort.RELEVANCE
    spelling: Annotated[Spelling, Meta(description=mark("exact berichtigt nichts"))] = Spelling.FORGIVING
    versions: Annotated[Versions, Meta(description=mark("ob auch frühere Fassungen durchsucht werden"))] = (
        Versions.NEWEST
    )
    literal: Annotated[
        tuple[str, ...], Meta(description=mark("Teile der Anfrage, die nur Wörter sind und kein Treffen, Ort oder Tag"))
    ] = ()


def search(asked: SearchAsked) -> ResultRecord:
    """Return the documents that answer a request, with their best passages."""
    request, *filters = understood(
        SearchRequest(
            query=" ".join(asked.q.split()),
            filters=given(asked),
            sort=asked.sort,
            spelling=asked.spelling,
            literal=asked.literal,
            versions=asked.versions,
        )
    )
    page = services().searcher.search(replace(request, skipped=asked.offset, limit=asked.limit))
    found = still_corrected(services(), page, reader())
    total = found.total_documents
    record = result_record(found, still_told(services().archive, found.hits, reader()), *filters)
    return replace(record, next=next_url(total, asked), previous=previous_url(asked))


def given(asked: object) -> dict[str, tuple[str, ...]]:
    """Return the filters among some parameters, by facet."""
    return {facet: getattr(asked, facet) for facet in FACETS if getattr(asked, facet, ())}


def understood(request: SearchRequest) -> tuple[SearchRequest, ReadFilters, ReadFilters]:
    """Return a request of the current reader with labels for names, and how its filters and exclusions were read."""
    known = known_labels(services().archive.vocabularies.joined(), services().searcher, reader())
    typed = lifted(request, known)
    read, barred = read_filters(known, typed.filters), read_filters(known, typed.excluded)
    return replace(typed, filters=read.labels, excluded=barred.labels, reader=reader()), read, barred


OPERATIONS = (Operation("/search", search, mark("Dokumente suchen, mit ihren besten Stellen"), NEVER_KEPT),)
