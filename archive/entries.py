"""Entries of the controlled vocabularies as they travel: meetings, sites, topics, keywords."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MeetingFormat(StrEnum):
    """How people met; the German label is the value."""

    IN_PERSON = "Präsenz"
    DIGITAL = "digital"
    HYBRID = "hybrid"
    UNKNOWN = "unbekannt"


class MeetingStatus(StrEnum):
    """What became of a meeting; the German label is the value."""

    HELD = "durchgeführt"
    POSTPONED = "verlegt"
    CANCELLED = "abgesagt"
    UNCLEAR = "ungeklärt"


class EvidenceState(StrEnum):
    """How far public sources support an entry; the German label is the value."""

    DOCUMENTED = "belegt"
    PARTLY = "teilweise"
    UNDOCUMENTED = "nicht belegt"


@dataclass(frozen=True, slots=True)
class MeetingKindEntry:
    """A kind of meeting, e.g. Standorttreffen."""

    key: str
    label: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, the label first."""
        return tuple(dict.fromkeys(name for name in (self.label, *self.aliases) if name))


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting with everything that is known about it."""

    #: Slug, e.g. "standorttreffen-hamburg-2019"; never changes.
    key: str
    #: Unique, e.g. "Standorttreffen Hamburg 2019".
    title: str
    #: Label of a meeting kind, e.g. "Standorttreffen".
    kind: str
    #: Where it was held; not to be confused with the sites it was about.
    place: str
    start: date
    end: date
    motto: str = ""
    format: MeetingFormat = MeetingFormat.UNKNOWN
    status: MeetingStatus = MeetingStatus.UNCLEAR
    #: Why the date is doubtful, in German, or "".
    date_note: str = ""
    #: Addresses or names of the sources.
    sources: tuple[str, ...] = ()
    is_sample: bool = False
    #: Number of documents of this meeting, whatever their visibility.
    documents: int = 0
    #: What it was called before, and whatever else it is called.
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, the title first."""
        return tuple(dict.fromkeys(name for name in (self.title, *self.aliases) if name))


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """A site of the programme with everything that is known about it."""

    #: Slug, e.g. "hamburg"; never changes.
    key: str
    #: Unique name to show: the place, or the Bundesland where no place is documented.
    label: str
    place: str
    federal_state: str
    quarters: tuple[str, ...] = ()
    carrier: str = ""
    carrier_group: str = ""
    #: ISO 8601, as exact as known: "2018-03", or "".
    since: str = ""
    until: str = ""
    evidence: EvidenceState = EvidenceState.UNDOCUMENTED
    #: What the sources leave open, in German, or "".
    note: str = ""
    #: Addresses of the sources.
    sources: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    #: Number of documents about this site, whatever their visibility.
    documents: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, the label first."""
        return tuple(dict.fromkeys(name for name in (self.label, self.place, *self.aliases) if name))


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A Handlungsfeld."""

    #: Slug, e.g. "kultur"; never changes.
    key: str
    #: Place in the programme's own order, from 1.
    number: int
    #: The exact wording of the programme.
    label: str
    #: Wording for narrow places.
    short_label: str
    aliases: tuple[str, ...] = ()
    #: Number of documents on this topic, whatever their visibility.
    documents: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, the label first."""
        return tuple(dict.fromkeys(name for name in (self.label, self.short_label, *self.aliases) if name))


@dataclass(frozen=True, slots=True)
class KeywordEntry:
    """A keyword: what a document is about, in the coordination's own words."""

    #: Slug, e.g. "urban-gardening"; never changes.
    key: str
    #: Unique.
    label: str
    aliases: tuple[str, ...] = ()
    #: Number of documents with this keyword, whatever their visibility.
    documents: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, the label first."""
        return tuple(dict.fromkeys((self.label, *self.aliases)))
