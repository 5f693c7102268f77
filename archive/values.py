"""Values that travel between the archive and those who use it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from archive.licences import Licence


class DocumentKind(StrEnum):
    """What kind of document it is; the German label is the value."""

    PROTOKOLL = "Protokoll"
    ERGEBNISDOKUMENTATION = "Ergebnisdokumentation"
    METHODENPAPIER = "Methodenpapier"
    TAGESORDNUNG = "Tagesordnung/Programm"
    PRAESENTATION = "Präsentation"
    ARBEITSHILFE = "Arbeitshilfe"
    PRAXISBEISPIEL = "Praxisbeispiel"
    STECKBRIEF = "Standort-Steckbrief"
    BERICHT = "Bericht"
    ANALYSE = "Analyse/Befragung"
    FOTOPROTOKOLL = "Fotoprotokoll"
    FLYER = "Flyer/Broschüre"
    VORLAGE = "Vorlage/Checkliste"
    SONSTIGES = "Sonstiges"


class Visibility(StrEnum):
    """Who may see a document; the German label is the value."""

    DRAFT = "Entwurf"
    COORDINATION = "nur Koordination"
    INTERNAL = "intern"
    PUBLIC = "öffentlich"


#: What others than the coordination find.
PUBLISHED = frozenset({Visibility.INTERNAL, Visibility.PUBLIC})


class DatePrecision(StrEnum):
    """How exactly a document's date is known."""

    DAY = "Tag"
    MONTH = "Monat"
    YEAR = "Jahr"


class DateSource(StrEnum):
    """Where a document's date was taken from."""

    TEXT = "Text"
    FILE_NAME = "Dateiname"
    ENTRY = "Eingabe"


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """The date or range of days a document is about, with how it is known."""

    start: date
    end: date
    precision: DatePrecision
    source: DateSource


@dataclass(frozen=True, slots=True)
class Details:
    """What is known about a file when it is offered; everything may be missing."""

    title: str = ""
    kind: DocumentKind = DocumentKind.SONSTIGES
    date: DocumentDate | None = None
    #: Key of a meeting in the catalogue, e.g. "standorttreffen-hamburg-2019", or "".
    meeting: str = ""
    #: Keys of sites the document is about, e.g. ("hamburg",).
    sites: tuple[str, ...] = ()
    #: Exact labels of Handlungsfelder.
    topics: tuple[str, ...] = ()
    visibility: Visibility = Visibility.INTERNAL
    is_sample: bool = False
    #: Reference code of the document of which this is a newer version, or "".
    version_of: str = ""
    #: Keys of keywords.
    keywords: tuple[str, ...] = ()
    licence: Licence = Licence.UNSTATED


@dataclass(frozen=True, slots=True)
class MeetingDescription:
    """A meeting as others need to know it."""

    key: str
    #: Unique, e.g. "Standorttreffen Hamburg 2019".
    title: str
    kind: str
    place: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Description:
    """A document as it stands in the catalogue: everything the index and the pages need to know about it."""

    #: Reference code, e.g. "D-2026-0042"; never changes.
    code: str
    title: str
    kind: DocumentKind
    date: DocumentDate | None
    meeting: MeetingDescription | None
    #: Labels of the sites it is about, e.g. ("Hamburg",).
    sites: tuple[str, ...]
    #: Exact labels of Handlungsfelder.
    topics: tuple[str, ...]
    visibility: Visibility
    is_sample: bool
    #: The current version's number, counted from 1.
    version: int
    #: SHA-256 of the current version's bytes, in lower-case hexadecimal.
    checksum: str
    media_type: str
    #: Bytes.
    size: int
    #: As the file was called when it was offered, in NFC.
    file_name: str
    #: Rises by one with every change to the document, its versions, or what its sites, meeting and so on are called.
    revision: int
    #: Labels of keywords.
    keywords: tuple[str, ...] = ()
    licence: Licence = Licence.UNSTATED


def meeting_day(document: Description) -> date | None:
    """Return the (first) day of a document's meeting, from which due dates are counted."""
    return document.meeting.start if document.meeting else None


@dataclass(frozen=True, slots=True)
class Title:
    """A document by its title: as little as a list of many needs."""

    #: Reference code, e.g. "D-2026-0042".
    code: str
    title: str
    kind: DocumentKind
