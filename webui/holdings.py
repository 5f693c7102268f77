"""Documents and meetings as pages list them: only those the reader may see, in their orders."""

from collections.abc import Iterable
from datetime import date

from archive.entries import MeetingEntry
from archive.selections import Aspect, ListedDocument, Tally
from archive.values import Description, DocumentKind
from webui.reader import reader
from webui.services import services

#: Where a document without a date stands among dated ones: last.
LONG_AGO = date.min


def tally() -> Tally:
    """Count the documents the reader may see by what they are about."""
    return services().archive.tally(reader().visible)


def newest(most: int, kind: DocumentKind | None = None) -> tuple[Description, ...]:
    """Return the documents, or those of a kind, that were taken in last, the last first."""
    return services().archive.newest(most, reader().visible, kind)


def documents_about(aspect: Aspect, value: str) -> list[Description]:
    """Return the documents about something, the most recent first, those of one day by title."""
    return in_order(services().archive.documents_about(aspect, value, reader().visible))


def in_order(documents: Iterable[Description]) -> list[Description]:
    """Return documents, the most recent first, those of one day by title."""
    by_title = sorted(documents, key=lambda each: each.title.casefold())
    return sorted(by_title, key=lambda each: each.date.start if each.date else LONG_AGO, reverse=True)


def recent(aspect: Aspect, value: str) -> list[ListedDocument]:
    """Return what lists need of the documents about something, the most recent first, those of one day by title."""
    found = services().archive.listed_about(aspect, value, reader().visible)
    by_title = sorted(found, key=lambda each: each.title.casefold())
    return sorted(by_title, key=lambda each: each.start or LONG_AGO, reverse=True)


def newest_meetings(meetings: Iterable[MeetingEntry]) -> list[MeetingEntry]:
    """Return meetings, the most recent first."""
    return sorted(meetings, key=lambda each: each.start, reverse=True)
