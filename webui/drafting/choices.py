"""What a row may be given to choose from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from archive.archive import Archive
from archive.entries import MeetingEntry, MeetingKindEntry, SiteEntry, TopicEntry
from archive.values import DocumentKind
from indexer.describing import Describer
from indexer.structure.proposals.proposal import Field
from webui.drafting.entering import CHOICES
from webui.drafting.rows import Row
from webui.holdings import newest_meetings

#: So many meetings are offered in every row; of more, …
MOST_MEETINGS = 40
#: … so many, those nearest in time.
NEAR_MEETINGS = 15


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

    def meetings_near(self, row: Row) -> list[MeetingEntry]:
        """Return the meetings a row offers, the most recent first: all where there are few, else the likeliest."""
        newest = newest_meetings(self.meetings)
        if len(newest) <= MOST_MEETINGS:
            return newest
        chosen = [each for each in newest if each.key == row.fields[Field.MEETING].value]
        day = row.span[0] if row.span else chosen[0].start if chosen else newest[0].start
        near = sorted(newest, key=lambda each: abs((each.start - day).days))[:NEAR_MEETINGS]
        return newest_meetings({each.key: each for each in (*near, *chosen)}.values())

    def shown(self) -> Mapping[str, object]:
        """Return the values by the names under which templates take them."""
        return {
            "kinds": list(DocumentKind),
            "meeting_kinds": [each.label for each in self.meeting_kinds],
            "meetings": newest_meetings(self.meetings),
            "sites": [(each.key, each.label) for each in self.sites],
            "topics": [(each.label, each.short_label) for each in self.topics],
            "visibilities": CHOICES,
        }
