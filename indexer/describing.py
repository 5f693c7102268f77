"""What a document surely says about itself, entered where nobody has entered anything."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Self

from archive.archive import Archive
from archive.entries import MeetingEntry, MeetingKindEntry, SiteEntry, TopicEntry
from archive.values import DatePrecision, DateSource, Description, Details, DocumentDate, DocumentKind
from indexer.extraction.pages import Reading
from indexer.structure.proposals.known import KnownNames
from indexer.structure.proposals.proposal import SURE, Field, Proposal
from indexer.structure.proposals.proposing import propose

#: The revision of a document that nobody has touched since it was taken in.
UNTOUCHED = 1

#: A date is written as exactly as it is known: "2019", "2019-04", "2019-04-03".
_PRECISIONS = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


@dataclass(frozen=True, slots=True)
class Describer:
    """Proposes details of documents in the words of one catalogue."""

    known: KnownNames
    #: Titles of meetings and labels of sites → their keys.
    meetings: Mapping[str, str]
    sites: Mapping[str, str]

    @classmethod
    def of(cls, archive: Archive) -> Self:
        """Read the catalogue's names."""
        names = archive.vocabularies
        return cls.among(names.sites(), names.topics(), names.meetings(), names.meeting_kinds())

    @classmethod
    def among(
        cls,
        sites: Sequence[SiteEntry],
        topics: Sequence[TopicEntry],
        meetings: Sequence[MeetingEntry],
        meeting_kinds: Sequence[MeetingKindEntry],
    ) -> Self:
        """Propose these entries of the catalogue."""
        return cls(
            known=KnownNames.of(sites, topics, meetings, meeting_kinds),
            meetings={meeting.title: meeting.key for meeting in meetings},
            sites={site.label: site.key for site in sites},
        )

    def proposals(self, reading: Reading, file_name: str) -> tuple[Proposal, ...]:
        """Return all that can be proposed, the surest of each field first."""
        return propose(reading.pages, file_name, self.known, reading.title)

    def details(self, before: Details, proposals: Iterable[Proposal]) -> Details:
        """Return details with all that is surely recognised; a title is taken as soon as it is worth proposing.

        Who may see a document is never changed here: that is people's decision.
        """
        taken = [each for each in proposals if each.confidence >= SURE or each.field is Field.TITLE]
        best = {each.field: each.value for each in reversed(taken)}
        return replace(
            before,
            title=best.get(Field.TITLE, before.title),
            kind=DocumentKind(best.get(Field.KIND, before.kind)),
            date=self.date(best[Field.DATE]) if Field.DATE in best else before.date,
            meeting=self.meetings.get(best.get(Field.MEETING, ""), before.meeting),
            sites=tuple(self.sites[each.value] for each in taken if each.field is Field.SITE) or before.sites,
            topics=tuple(each.value for each in taken if each.field is Field.TOPIC) or before.topics,
        )

    def date(self, written: str) -> DocumentDate:
        """Return the date a proposal writes, as exact as it is written: a day, month or year, or an interval."""
        first, _, last = written.partition("/")
        return DocumentDate(_day(first), _last_day(last or first), _PRECISIONS[len(first)], DateSource.TEXT)


def is_undescribed(document: Description) -> bool:
    """Tell whether nobody has said anything about a document yet: it is called like its file."""
    said = (document.date, document.meeting, document.sites, document.topics, document.keywords)
    is_titled = document.title != PurePosixPath(document.file_name).stem
    return document.revision == UNTOUCHED and document.kind is DocumentKind.SONSTIGES and not (is_titled or any(said))


def _day(written: str) -> date:
    return date.fromisoformat(f"{written}-01-01"[:10])


def _last_day(written: str) -> date:
    match _PRECISIONS[len(written)]:
        case DatePrecision.YEAR:
            return date(int(written), 12, 31)
        case DatePrecision.MONTH:
            return (_day(written) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        case DatePrecision.DAY:
            return _day(written)
