"""Entries of the vocabularies as records: meetings, sites, topics, and what else things are called."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from msgspec import Meta

from archive.entries import (
    EvidenceState,
    KeywordEntry,
    MeetingEntry,
    MeetingFormat,
    MeetingStatus,
    SiteEntry,
    TopicEntry,
)
from archive.licences import Licence
from archive.values import DocumentKind, Visibility
from indexer.structure.agreements import State
from indexer.structure.kinds import PassageKind
from webui.i18n import mark

Documents = Annotated[int, Meta(description=mark("Zahl der Dokumente, die Sie sehen dürfen"))]


@dataclass(frozen=True, slots=True)
class MeetingHeadRecord:
    """A meeting."""

    key: str
    title: str
    kind: str
    place: Annotated[str, Meta(description=mark("Tagungsort"))]
    start: date
    end: date
    motto: str
    format: MeetingFormat
    status: MeetingStatus
    date_note: Annotated[str, Meta(description=mark("warum der Tag zweifelhaft ist"))]
    sources: tuple[str, ...]
    aliases: tuple[str, ...]
    is_sample: bool
    documents: Documents
    url: str


@dataclass(frozen=True, slots=True)
class AgendaItemRecord:
    """An agenda item as a document heads it."""

    number: str
    title: str
    document: str
    passage: Annotated[str, Meta(description=mark("Kennung der ersten Stelle darunter"))]
    page: int


@dataclass(frozen=True, slots=True)
class MeetingLinks:
    """Where what came of a meeting is."""

    page: str
    documents: str
    decisions: str
    results: str
    tasks: str
    earlier: str | None
    later: str | None


@dataclass(frozen=True, slots=True)
class WholeMeetingRecord:
    """A meeting with its agenda."""

    head: MeetingHeadRecord
    agenda: tuple[AgendaItemRecord, ...]
    links: MeetingLinks


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """A site."""

    key: str
    label: str
    place: str
    federal_state: str
    quarters: tuple[str, ...]
    carrier: str
    carrier_group: str
    since: Annotated[str, Meta(description=mark("so genau wie bekannt, z. B. 2018-03"))]
    until: str
    evidence: EvidenceState
    note: Annotated[str, Meta(description=mark("was die Quellen offenlassen"))]
    sources: tuple[str, ...]
    aliases: tuple[str, ...]
    documents: Documents
    url: str


@dataclass(frozen=True, slots=True)
class TopicRecord:
    """A topic."""

    key: str
    number: Annotated[int, Meta(description=mark("Platz in der Reihenfolge des Programms"))]
    label: str
    short_label: str
    aliases: tuple[str, ...]
    documents: Documents
    url: str


@dataclass(frozen=True, slots=True)
class CellRecord:
    """How many documents of a site there are on a topic."""

    site: str
    topic: str
    documents: Documents


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """Something with a label and other names."""

    key: str
    label: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VocabularyRecord:
    """Everything by which documents are described."""

    document_kinds: tuple[DocumentKind, ...]
    passage_kinds: tuple[PassageKind, ...]
    states: Annotated[tuple[State, ...], Meta(description=mark("was aus Beschlüssen und Aufgaben wurde"))]
    visibilities: tuple[Visibility, ...]
    licences: Annotated[tuple[Licence, ...], Meta(description=mark("was andere mit einem Dokument tun dürfen"))]
    meeting_kinds: tuple[NamedRecord, ...]
    keywords: tuple[NamedRecord, ...]


def meeting_head(entry: MeetingEntry, documents: int) -> MeetingHeadRecord:
    """Return a meeting with the number of its documents that the reader may see."""
    return MeetingHeadRecord(
        key=entry.key,
        title=entry.title,
        kind=entry.kind,
        place=entry.place,
        start=entry.start,
        end=entry.end,
        motto=entry.motto,
        format=entry.format,
        status=entry.status,
        date_note=entry.date_note,
        sources=entry.sources,
        aliases=entry.aliases,
        is_sample=entry.is_sample,
        documents=documents,
        url=f"/treffen/{entry.key}",
    )


def site_record(entry: SiteEntry, documents: int) -> SiteRecord:
    """Return a site with the number of documents about it that the reader may see."""
    return SiteRecord(
        key=entry.key,
        label=entry.label,
        place=entry.place,
        federal_state=entry.federal_state,
        quarters=entry.quarters,
        carrier=entry.carrier,
        carrier_group=entry.carrier_group,
        since=entry.since,
        until=entry.until,
        evidence=entry.evidence,
        note=entry.note,
        sources=entry.sources,
        aliases=entry.aliases,
        documents=documents,
        url=f"/standorte/{entry.key}",
    )


def topic_record(entry: TopicEntry, documents: int) -> TopicRecord:
    """Return a topic with the number of documents on it that the reader may see."""
    return TopicRecord(
        entry.key,
        entry.number,
        entry.label,
        entry.short_label,
        entry.aliases,
        documents,
        f"/themen/{entry.key}",
    )


def keyword_record(entry: KeywordEntry) -> NamedRecord:
    """Return a keyword."""
    return NamedRecord(entry.key, entry.label, entry.aliases)
