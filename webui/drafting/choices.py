"""What a row may be given to choose from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from archive.archive import Archive
from archive.entries import MeetingEntry, MeetingKindEntry, SiteEntry, TopicEntry
from archive.values import DocumentKind
from indexer.describing import Describer
from webui.drafting.entering import CHOICES
from webui.holdings import newest_meetings


@dataclass(frozen=True, slots=True)
class Choices:
    """The entries of the vocabularies, read once for all rows of a page."""

    meetings: tuple[MeetingEntry, ...]
    meeting_kinds: tuple[MeetingKindEntry, ...]
    sites: tuple[SiteEntry, ...]
    topics: tuple[TopicEntry, ...]

    @classmethod
    def of(cls, archive: Archive) -> Self:
        """Read the vocabularies."""
        held = archive.vocabularies
        return cls(held.meetings(), held.meeting_kinds(), held.sites(), held.topics())

    def describer(self) -> Describer:
        """Return what proposes these entries."""
        return Describer.among(self.sites, self.topics, self.meetings, self.meeting_kinds)

    def shown(self) -> Mapping[str, object]:
        """Return the values by the names under which templates take them."""
        return {
            "kinds": list(DocumentKind),
            "meetings": newest_meetings(self.meetings),
            "sites": [(each.key, each.label) for each in self.sites],
            "topics": [(each.label, each.short_label) for each in self.topics],
            "visibilities": CHOICES,
        }
