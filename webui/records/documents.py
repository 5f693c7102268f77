"""Documents as records: what is known of one, its text, its versions, and what is like it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from msgspec import Meta

from archive.custody import VersionEntry
from archive.licences import TEXTS, Licence
from archive.values import DatePrecision, Description, DocumentKind, MeetingDescription, Visibility
from indexer.agreed import Agreed
from indexer.extraction.pages import Outcome
from indexer.passages import Passage
from indexer.structure.agreements import State
from indexer.structure.kinds import PassageKind
from webui.i18n import mark
from webui.reading import Leaf

Day = date


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """The meeting of a document."""

    title: str
    kind: str
    place: str
    start: date
    end: date
    key: str


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document as lists show it."""

    document: Annotated[str, Meta(description=mark("Kennung, z. B. D-2026-0042; ändert sich nie"))]
    title: str
    kind: DocumentKind
    meeting: MeetingRecord | None
    sites: Annotated[tuple[str, ...], Meta(description=mark("Standorte, um die es geht"))]
    topics: Annotated[tuple[str, ...], Meta(description=mark("Handlungsfelder"))]
    keywords: Annotated[tuple[str, ...], Meta(description=mark("Schlagworte"))]
    date: Annotated[Day | None, Meta(description=mark("erster Tag, um den es geht"))]
    date_end: Annotated[Day | None, Meta(description=mark("letzter Tag, um den es geht"))]
    date_precision: Annotated[DatePrecision | None, Meta(description=mark("wie genau der Tag bekannt ist"))]
    visibility: Visibility
    licence: Annotated[Licence, Meta(description=mark("was andere damit tun dürfen"))]
    licence_url: Annotated[str | None, Meta(description=mark("Text der Lizenz, wo sie einen hat"))]
    is_sample: Annotated[bool, Meta(description=mark("ob es ein erfundenes Beispiel ist"))]
    version: Annotated[int, Meta(description=mark("Nummer der heutigen Fassung"))]
    media_type: str
    size: Annotated[int, Meta(description=mark("Größe der Datei in Byte"))]
    file_name: str
    url: Annotated[str, Meta(description=mark("Seite für Menschen"))]
    api_url: Annotated[str, Meta(description=mark("dasselbe als JSON, mit allem, was dazugehört"))]


@dataclass(frozen=True, slots=True)
class ReadingRecord:
    """How reading a file went."""

    outcome: Outcome
    pages: int
    language: str
    has_recognised: Annotated[bool, Meta(description=mark("ob Text aus Bildern erkannt wurde und falsch sein kann"))]


@dataclass(frozen=True, slots=True)
class DocumentLinks:
    """Where the rest of a document is."""

    page: str
    original: str
    reading: str
    pages: str
    versions: str
    related: str


@dataclass(frozen=True, slots=True)
class WholeDocumentRecord:
    """A document with where the rest of it is."""

    description: DocumentRecord
    reading: Annotated[ReadingRecord | None, Meta(description=mark("leer, solange die Datei nicht gelesen ist"))]
    links: DocumentLinks


@dataclass(frozen=True, slots=True)
class AgreementRecord:
    """Who is to do something, by when, and what became of it."""

    who: str
    due: Annotated[Day | None, Meta(description=mark("leer, wo kein Tag genannt ist"))]
    due_wording: Annotated[str | None, Meta(description=mark("Frist, wie sie im Text steht"))]
    state: State
    is_by_hand: Annotated[bool, Meta(description=mark("ob Menschen es so festgehalten haben"))]


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """A passage."""

    id: str
    kind: PassageKind
    page: int
    page_label: str
    heading: str
    agenda_item: str | None
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class SectionRecord:
    """Passages under one heading on one page."""

    heading: str
    opens: Annotated[bool, Meta(description=mark("falsch, wo die Überschrift schon auf einer früheren Seite stand"))]
    passages: tuple[PassageRecord, ...]


@dataclass(frozen=True, slots=True)
class LeafRecord:
    """A page in the Lesefassung."""

    number: int
    label: str
    sections: tuple[SectionRecord, ...]


@dataclass(frozen=True, slots=True)
class LesefassungRecord:
    """The text of a document as the archive reads it."""

    document: str
    version: int
    pages: tuple[LeafRecord, ...]
    agreements: Annotated[
        Mapping[str, AgreementRecord], Meta(description=mark("zu Beschlüssen und Aufgaben, nach Kennung der Stelle"))
    ]


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page of a file."""

    number: int
    label: str
    text: str
    passages: Annotated[tuple[str, ...], Meta(description=mark("Kennungen der Stellen auf der Seite"))]
    url: Annotated[str | None, Meta(description=mark("Seitenbild für Menschen, wo es eines gibt"))]


@dataclass(frozen=True, slots=True)
class VersionRecord:
    """A version of a document's file."""

    number: int
    file_name: str
    media_type: str
    size: int
    received_at: datetime
    checksum: Annotated[str, Meta(description=mark("SHA-256 der Datei"))]
    is_current: bool
    original: str


@dataclass(frozen=True, slots=True)
class RelatedRecord:
    """A document that is like another."""

    description: DocumentRecord
    shared: Annotated[tuple[str, ...], Meta(description=mark("Wörter, die beide von anderen unterscheiden"))]


def meeting_record(meeting: MeetingDescription | None) -> MeetingRecord | None:
    """Return a meeting as a record, or None for none."""
    if meeting is None:
        return None
    return MeetingRecord(meeting.title, meeting.kind, meeting.place, meeting.start, meeting.end, meeting.key)


def document_record(document: Description) -> DocumentRecord:
    """Return what is known of a document as a record."""
    day = document.date
    return DocumentRecord(
        document=document.code,
        title=document.title,
        kind=document.kind,
        meeting=meeting_record(document.meeting),
        sites=document.sites,
        topics=document.topics,
        keywords=document.keywords,
        date=day.start if day else None,
        date_end=day.end if day else None,
        date_precision=day.precision if day else None,
        visibility=document.visibility,
        licence=document.licence,
        licence_url=TEXTS.get(document.licence),
        is_sample=document.is_sample,
        version=document.version,
        media_type=document.media_type,
        size=document.size,
        file_name=document.file_name,
        url=f"/dokumente/{document.code}",
        api_url=f"/api/v1/documents/{document.code}",
    )


def passage_record(passage: Passage) -> PassageRecord:
    """Return a passage as a record."""
    return PassageRecord(
        id=passage.id,
        kind=passage.kind,
        page=passage.page,
        page_label=passage.page_label,
        heading=passage.heading,
        agenda_item=passage.agenda_item or None,
        text=passage.text,
        url=f"/dokumente/{passage.document}#{passage.id}",
    )


def agreement_record(agreed: Agreed) -> AgreementRecord:
    """Return what was agreed as a record."""
    day, wording = (agreed.due.day, agreed.due.wording) if agreed.due else (None, None)
    return AgreementRecord(agreed.who, day, wording, agreed.state, agreed.is_by_hand)


def leaf_records(leaves: Iterable[Leaf]) -> tuple[LeafRecord, ...]:
    """Return pages of the Lesefassung as records."""
    return tuple(
        LeafRecord(
            leaf.number,
            leaf.label,
            tuple(
                SectionRecord(
                    section.heading, section.opens, tuple(passage_record(each.passage) for each in section.stretches)
                )
                for section in leaf.sections
            ),
        )
        for leaf in leaves
    )


def version_record(document: Description, version: VersionEntry) -> VersionRecord:
    """Return a version as a record."""
    return VersionRecord(
        number=version.number,
        file_name=version.file_name,
        media_type=version.media_type,
        size=version.size,
        received_at=version.received_at,
        checksum=version.checksum,
        is_current=version.number == document.version,
        original=f"/api/v1/documents/{document.code}/original?version={version.number}",
    )
