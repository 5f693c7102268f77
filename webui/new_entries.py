"""Entries of vocabularies as the desk's forms give them."""

from collections.abc import Mapping
from datetime import date

from archive.curation.curation import NewEntry
from archive.entries import KeywordEntry, MeetingEntry, MeetingKindEntry, SiteEntry
from archive.errors import LockedVocabularyError, VocabularyKind
from webui.i18n import gettext


class UnreadableFieldError(Exception):
    """A field of the form holds nothing that it could mean.

    Args:
        advice: What to do, in the reader's language.
    """

    def __init__(self, advice: str) -> None:
        super().__init__(advice)
        self.advice = advice


def new_entry(vocabulary: VocabularyKind, form: Mapping[str, str]) -> NewEntry:
    """Return the entry a form describes; its key is made when it is added.

    Raises:
        UnreadableFieldError: The days of a meeting are none.
        LockedVocabularyError: Nothing can be added to the vocabulary.
    """
    label = form.get("name", "")
    match vocabulary:
        case VocabularyKind.SITE:
            return SiteEntry("", label, form.get("ort", "").strip() or label.strip(), form.get("land", ""))
        case VocabularyKind.MEETING:
            return read_meeting(form, label)
        case VocabularyKind.MEETING_KIND:
            return MeetingKindEntry("", label)
        case VocabularyKind.KEYWORD:
            return KeywordEntry("", label)
    raise LockedVocabularyError(vocabulary)


def read_meeting(form: Mapping[str, str], label: str = "", key: str = "") -> MeetingEntry:
    """Return a meeting of the kind, place and days a form gives, or raise UnreadableFieldError."""
    start, end = _days(form)
    return MeetingEntry(key, label, form.get("art", ""), form.get("ort", "").strip(), start, end)


def _days(form: Mapping[str, str]) -> tuple[date, date]:
    start = _day(form.get("beginn", ""))
    end = _day(form.get("ende", "")) if form.get("ende") else start
    if end < start:
        raise UnreadableFieldError(gettext("Das Treffen endet, bevor es beginnt. Bitte prüfen Sie die Tage."))
    return start, end


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise UnreadableFieldError(gettext("Bitte geben Sie an, an welchem Tag das Treffen beginnt.")) from error
