"""A meeting the archive does not know yet, entered beside the documents that came of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from archive.archive import Archive
from archive.entries import MeetingEntry
from archive.errors import ArchiveError, NameTakenError, VocabularyKind
from webui.drafting.rows import Row
from webui.i18n import gettext
from webui.new_entries import UnreadableFieldError, new_entry
from webui.vocabulary_wording import vocabulary_saying

#: How the names of the fields begin, in a form that has a row of fields for each document, too.
PREFIX = "neu-"


def add_meeting(archive: Archive, form: Mapping[str, str], agent: str) -> str:
    """Enter the meeting that a form describes, and return its key; what was sent twice is entered once.

    Raises:
        UnreadableFieldError: Its name or its days cannot be, or there is such a meeting.
    """
    typed = {name.removeprefix(PREFIX): value for name, value in form.items() if name.startswith(PREFIX)}
    entry = new_entry(VocabularyKind.MEETING, typed)
    try:
        return archive.curation.add(entry, agent)
    except NameTakenError as error:
        same = (each.key for each in archive.vocabularies.meetings() if _facts(each) == _facts(entry))
        if found := next(same, None):
            return found
        advice = gettext("„%(name)s“ gibt es schon. Bitte wählen Sie es oben in der Liste aus.", name=error.holder)
        raise UnreadableFieldError(advice) from error
    except ArchiveError as error:
        raise UnreadableFieldError(vocabulary_saying(error)) from error


def likely_days(rows: Iterable[Row]) -> tuple[str, str]:
    """Return the first and the last day of most documents without a meeting, as days are typed; "" for none."""
    spans = Counter(row.span for row in rows if row.span and row.document.meeting is None)
    if not spans:
        return ("", "")
    start, end = max(spans, key=lambda span: (spans[span], span[1] - span[0], -span[0].toordinal()))
    return start.isoformat(), end.isoformat() if end > start else ""


def _facts(entry: object) -> tuple[str, str, str, date, date] | None:
    """Return what tells a meeting from others."""
    if not isinstance(entry, MeetingEntry):
        return None
    return entry.title, entry.kind, entry.place, entry.start, entry.end
