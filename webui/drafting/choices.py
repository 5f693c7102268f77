"""What a row may be given to choose from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from archive.archive import Archive
from archive.entries import MeetingEntry, MeetingKindEntry, SiteEntry, TopicEntry
from archive.licences import Licence
from archive.values import DocumentKind
from indexer.describing import Describer
from indexer.structure.proposals.proposal import Field
from webui.drafting.entering import CHOICES
from webui.drafting.new_meeting import likely_days
from webui.drafting.rows import Row
from webui.holdings import newest_meetings

#: Of more meetings a row offers so many, those nearest in time: there are many rows on a page.
NEAR_MEETINGS = 8
#: … and so many are offered once for all rows: more than two years have.
MOST_MEETINGS = 40


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
        key = row.fields[Field.MEETING].value
        return self._near(row.span[0] if row.span else None, key, NEAR_MEETINGS)

    def meetings_for_all(self, rows: Iterable[Row], chosen: MeetingEntry | None) -> list[MeetingEntry]:
        """Return the meetings that are offered for all rows at once, the most recent first; so the one chosen."""
        first, _ = likely_days(rows)
        day = date.fromisoformat(first) if first else None
        return self._near(day, chosen.key if chosen else "", MOST_MEETINGS)

    def _near(self, day: date | None, key: str, most: int) -> list[MeetingEntry]:
        """Return the meetings nearest to a day, and the one that is chosen; without a day, those near that one."""
        newest = newest_meetings(self.meetings)
        if len(newest) <= most:
            return newest
        chosen = [each for each in newest if each.key == key]
        middle = day or (chosen or newest)[0].start
        near = sorted(newest, key=lambda each: abs((each.start - middle).days))[:most]
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
            "licences": list(Licence),
        }
