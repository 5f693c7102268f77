"""The names a catalogue knows: what proposals are matched against."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from archive.entries import MeetingEntry, MeetingKindEntry, SiteEntry, TopicEntry


@dataclass(frozen=True, slots=True)
class KnownName:
    """A label with everything else it is called."""

    label: str
    #: The label included.
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A site with the names that mean it alone, and those of quarters that other towns have too."""

    label: str
    place: str
    names: tuple[str, ...]
    shared_quarters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A meeting of the catalogue."""

    title: str
    kind: str
    place: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Sites, topics, meetings and kinds of meeting of a catalogue."""

    sites: tuple[KnownSite, ...]
    topics: tuple[KnownName, ...]
    meetings: tuple[KnownMeeting, ...]
    meeting_kinds: tuple[KnownName, ...]

    @classmethod
    def of(
        cls,
        sites: Iterable[SiteEntry],
        topics: Iterable[TopicEntry],
        meetings: Iterable[MeetingEntry],
        meeting_kinds: Iterable[MeetingKindEntry],
    ) -> Self:
        """Gather the names of a catalogue's entries."""
        return cls(
            sites=tuple(_known_site(site) for site in sites),
            topics=tuple(KnownName(each.label, (each.label, each.short_label, *each.aliases)) for each in topics),
            meetings=tuple(KnownMeeting(each.title, each.kind, each.place, each.start, each.end) for each in meetings),
            meeting_kinds=tuple(KnownName(each.label, (each.label, *each.aliases)) for each in meeting_kinds),
        )


def _known_site(site: SiteEntry) -> KnownSite:
    names = tuple(dict.fromkeys(name for name in (site.label, site.place, *site.aliases) if name))
    return KnownSite(site.label, site.place, names, tuple(each for each in site.quarters if each not in names))
