"""Results of a search as records."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Annotated

from msgspec import Meta

from archive.values import Description, DocumentKind
from indexer.search.request import Hit, PassageHit, ResultPage
from indexer.structure.kinds import PassageKind
from webui.filters import ReadFilters
from webui.i18n import mark
from webui.records.documents import Day, MeetingRecord, meeting_record
from webui.still_told import ToldHit


@dataclass(frozen=True, slots=True)
class PartRecord:
    """A piece of a snippet."""

    text: str
    matched: bool


@dataclass(frozen=True, slots=True)
class PassageHitRecord:
    """A passage that answers."""

    id: str
    kind: PassageKind
    page: int
    heading: str
    agenda_item: str | None
    snippet: tuple[PartRecord, ...]
    score: float
    url: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class HitRecord:
    """A document with its best passages."""

    document: str
    older_version: Annotated[int | None, Meta(description=mark("Nummer der Fassung, wenn es eine frühere ist"))]
    title: str
    kind: DocumentKind
    meeting: MeetingRecord | None
    sites: tuple[str, ...]
    topics: tuple[str, ...]
    keywords: tuple[str, ...]
    date: Day | None
    is_sample: bool
    total_passages: int
    passages: tuple[PassageHitRecord, ...]


@dataclass(frozen=True, slots=True)
class FacetValueRecord:
    """A value of a facet with the number of documents it would leave."""

    value: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """An entry of the glossary that the query asks for."""

    term: str
    long: str
    text: str
    passages: int


@dataclass(frozen=True, slots=True)
class RecognisedRecord:
    """What a stretch of the query was understood to name."""

    text: str
    subject: str
    label: str


@dataclass(frozen=True, slots=True)
class UnknownRecord:
    """A value of a filter that no document has, and what may have been meant."""

    facet: str
    value: str
    offered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultRecord:
    """A page of hits."""

    total_passages: int
    total_documents: int
    took_ms: float
    corrected: str | None
    suggested: str | None
    glossary: tuple[AnswerRecord, ...]
    recognised: tuple[RecognisedRecord, ...]
    unknown: tuple[UnknownRecord, ...]
    facets: Mapping[str, tuple[FacetValueRecord, ...]]
    hits: tuple[HitRecord, ...]
    #: Address of the hits after these, and of those before; None where there are none.
    next: str | None = None
    previous: str | None = None


def result_record(found: ResultPage, hits: Iterable[ToldHit], *filters: ReadFilters) -> ResultRecord:
    """Return a page of hits as a record.

    Args:
        found: The page.
        hits: Those of its hits that may be told of.
        filters: As they were read, to say what of them nobody knows.
    """
    return ResultRecord(
        total_passages=found.total_passages,
        total_documents=found.total_documents,
        took_ms=round(found.took_ms, 2),
        corrected=found.corrected,
        suggested=found.suggested,
        glossary=tuple(
            AnswerRecord(each.entry.term, each.entry.long, each.entry.de, each.passages) for each in found.answers
        ),
        recognised=tuple(RecognisedRecord(each.typed, each.subject.value, each.label) for each in found.recognised),
        unknown=tuple(chain.from_iterable(map(_unknown, filters))),
        facets={
            facet: tuple(FacetValueRecord(each.value, each.count, each.selected) for each in values)
            for facet, values in found.facets.items()
        },
        hits=tuple(_hit_record(each.hit, each.document) for each in hits),
    )


def _unknown(read: ReadFilters) -> Iterator[UnknownRecord]:
    """Yield the values of filters that no document has, and those that name no year."""
    yield from (UnknownRecord(each.facet, each.value, each.offered) for each in read.unknown)
    yield from (UnknownRecord("year", each, ()) for each in read.no_years)


def _hit_record(hit: Hit, document: Description) -> HitRecord:
    return HitRecord(
        document=document.code,
        older_version=hit.version,
        title=document.title,
        kind=document.kind,
        meeting=meeting_record(document.meeting),
        sites=document.sites,
        topics=document.topics,
        keywords=document.keywords,
        date=document.date.start if document.date else None,
        is_sample=document.is_sample,
        total_passages=hit.total_passages,
        passages=tuple(_passage_record(passage, document, hit.version) for passage in hit.passages),
    )


def _passage_record(passage: PassageHit, document: Description, version: int | None) -> PassageHitRecord:
    chosen = "" if version is None else f"?fassung={version}"
    return PassageHitRecord(
        id=passage.id,
        kind=PassageKind(passage.kind),
        page=passage.page,
        heading=passage.heading,
        agenda_item=passage.agenda_item or None,
        snippet=tuple(PartRecord(part.text, part.matched) for part in passage.snippet),
        score=round(passage.score, 4),
        url=f"/dokumente/{document.code}{chosen}#{passage.id}",
        is_sample=document.is_sample,
    )
