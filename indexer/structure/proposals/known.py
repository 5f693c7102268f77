"""The names a catalogue knows: what proposals are matched against."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from archive.entries import KeywordEntry, MeetingEntry, MeetingKindEntry, SiteEntry, TopicEntry


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A site with the names that mean it alone, and those of quarters that other towns have too."""

    label: str
    place: str
    names: tuple[str, ...]
    shared_quarters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Sites, topics, meetings, kinds of meeting and keywords of a catalogue."""

    sites: tuple[KnownSite, ...]
    topics: tuple[TopicEntry, ...]
    meetings: tuple[MeetingEntry, ...]
    meeting_kinds: tuple[MeetingKindEntry, ...]
    keywords: tuple[KeywordEntry, ...] = ()

    @classmethod
    def of(
        cls,
        sites: Iterable[SiteEntry],
        topics: Iterable[TopicEntry],
        meetings: Iterable[MeetingEntry],
        meeting_kinds: Iterable[MeetingKindEntry],
        keywords: Iterable[KeywordEntry] = (),
    ) -> Self:
        """Gather the names of a catalogue's entries."""
        return cls(
            sites=tuple(_known_site(site) for site in sites),
            topics=tuple(topics),
            meetings=tuple(meetings),
            meeting_kinds=tuple(meeting_kinds),
            keywords=tuple(keywords),
        )


def _known_site(site: SiteEntry) -> KnownSite:
    return KnownSite(
        site.label, site.place, site.names, tuple(each for each in site.quarters if each not in site.names)
    )
