"""One meeting for all rows of a table, without silently putting another in the place of what is known."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from archive.entries import MeetingEntry
from archive.values import DatePrecision, DateSource, Description, Details, DocumentDate
from indexer.structure.proposals.proposal import Field
from webui.drafting.fields import Sureness
from webui.drafting.rows import Row


@dataclass(frozen=True, slots=True)
class OneMeeting:
    """Makes documents those of a meeting, and gives those without a date its days; a Change."""

    meeting: MeetingEntry
    #: Code → key of the meeting that was only guessed, and that nobody would miss.
    guessed: Mapping[str, str]
    #: Codes of the documents of which somebody said that they get it whatever speaks against it.
    anyway: Collection[str]

    def __call__(self, code: str, details: Details) -> Details:
        """Return the details of a document of this meeting, or as they are where that would contradict them."""
        is_other = details.meeting not in ("", self.meeting.key, self.guessed.get(code, ""))
        if code not in self.anyway and (is_other or _is_on_other_days(self.meeting, details.date)):
            return details
        return replace(details, meeting=self.meeting.key, date=details.date or _days(self.meeting))


def guesses(rows: Iterable[Row]) -> dict[str, str]:
    """Return the meetings that were proposed but are not sure, by the codes of their documents."""
    fields = {row.document.code: row.fields[Field.MEETING] for row in rows}
    return {code: field.value for code, field in fields.items() if field.sureness is Sureness.CHECK}


def left_out(meeting: MeetingEntry, documents: Iterable[Description]) -> list[Description]:
    """Return those documents that are not the meeting's: they have another, or a date on other days."""
    return [each for each in documents if each.meeting is None or each.meeting.key != meeting.key]


def _is_on_other_days(meeting: MeetingEntry, date: DocumentDate | None) -> bool:
    return date is not None and (date.end < meeting.start or date.start > meeting.end)


def _days(meeting: MeetingEntry) -> DocumentDate:
    return DocumentDate(meeting.start, meeting.end, DatePrecision.DAY, DateSource.ENTRY)
