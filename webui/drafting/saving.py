"""Saves what was typed into rows, each for itself: what is wrong in one stops no other."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from werkzeug.datastructures import MultiDict

from archive.archive import Archive
from archive.errors import UnknownDocumentError, UnknownEntryError, UnusableLabelError, VocabularyKind
from archive.publishing import Lack, has_day
from archive.values import PUBLISHED, Details, DocumentKind, Visibility
from webui.drafting.entering import Entered, read_row
from webui.drafting.fields import KIND
from webui.drafting.meanwhile import heed
from webui.drafting.publishing import LACKS
from webui.i18n import mark
from webui.reader import agent
from webui.services import services

UNUSABLE = mark("So kann kein Schlagwort heißen.")
UNKNOWN = mark("Das gibt es nicht mehr. Bitte wählen Sie noch einmal.")

#: Vocabulary → the field whose choice it is.
FIELDS = {
    VocabularyKind.MEETING: "treffen",
    VocabularyKind.SITE: "standort",
    VocabularyKind.TOPIC: "thema",
    VocabularyKind.KEYWORD: "schlagworte",
}

#: Changes what was typed into the row of a document, told by its code.
Change = Callable[[str, Details], Details]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of the rows of a table."""

    #: Code → who is to find it, of each that was saved.
    visibilities: dict[str, Visibility]
    #: Code → name of a field → what is wrong with it, to be translated.
    wrong: dict[str, dict[str, str]]


def unchanged(_code: str, details: Details) -> Details:
    """Return details as they are."""
    return details


def save_rows(form: MultiDict[str, str], codes: Collection[str], change: Change = unchanged) -> Saved:
    """Save the rows of documents that were sent; a document that is gone meanwhile is left out."""
    saved = Saved({}, {})
    for code in codes:
        if f"{code}-titel" not in form:
            continue
        try:
            entered = _save(form, code, change)
        except UnknownDocumentError:
            continue
        saved.visibilities[code] = entered.visibility
        if entered.wrong:
            saved.wrong[code] = entered.wrong
    return saved


def _save(form: MultiDict[str, str], code: str, change: Change) -> Entered:
    archive = services().archive
    before, document = archive.details(code), archive.describe(code)
    entered = heed(form, code, document, before, read_row(form, code, before))
    details = change(code, entered.details)
    if document.visibility in PUBLISHED and not has_day(details):
        return replace(entered, wrong={**entered.wrong, "von": LACKS[Lack.DATE]})
    try:
        if entered.keywords is not None:
            details = replace(details, keywords=archive.curation.keys_of_keywords(entered.keywords, agent()))
        archive.amend(code, details, agent(), _stated(archive, form, code))
    except UnusableLabelError:
        return replace(entered, wrong={**entered.wrong, "schlagworte": UNUSABLE})
    except UnknownEntryError as error:
        return replace(entered, wrong={**entered.wrong, FIELDS.get(error.vocabulary, "treffen"): UNKNOWN})
    return entered


def _stated(archive: Archive, form: MultiDict[str, str], code: str) -> tuple[str, ...]:
    """Return the kind of a document, if somebody chose that it is of no other: then it is not open any more."""
    is_other = form.get(f"{code}-art", "") == DocumentKind.SONSTIGES
    return (KIND,) if is_other and KIND not in archive.publishing.entered([code]).get(code, ()) else ()
