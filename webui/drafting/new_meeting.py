"""A meeting the archive does not know yet, entered beside the documents that came of it."""

from collections.abc import Iterable, Mapping

from archive.archive import Archive
from archive.errors import ArchiveError, NameTakenError, VocabularyKind
from webui.drafting.rows import Row
from webui.i18n import gettext
from webui.new_entries import UnreadableFieldError, new_entry
from webui.vocabulary_wording import vocabulary_saying

#: How the names of the fields begin, in a form that has a row of fields for each document, too.
PREFIX = "neu-"


def add_meeting(archive: Archive, form: Mapping[str, str], agent: str) -> str:
    """Enter the meeting that a form describes, and return its key.

    Raises:
        UnreadableFieldError: Its name or its days cannot be, or there is such a meeting.
    """
    typed = {name.removeprefix(PREFIX): value for name, value in form.items() if name.startswith(PREFIX)}
    try:
        return archive.curation.add(new_entry(VocabularyKind.MEETING, typed), agent)
    except NameTakenError as error:
        advice = gettext("„%(name)s“ gibt es schon. Bitte wählen Sie es oben in der Liste aus.", name=error.holder)
        raise UnreadableFieldError(advice) from error
    except ArchiveError as error:
        raise UnreadableFieldError(vocabulary_saying(error)) from error


def likely_days(rows: Iterable[Row]) -> tuple[str, str]:
    """Return the first and the last day of the documents without a meeting, as days are typed; "" for none."""
    spans = [row.span for row in rows if row.span and row.document.meeting is None]
    first = min(spans, default=None)
    return (first[0].isoformat(), first[1].isoformat() if first[1] > first[0] else "") if first else ("", "")
