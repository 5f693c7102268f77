"""What the pages of a hand-over list, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from archive.values import Description
from indexer.structure.agreements import subject
from webui.handover.shelf import Shown, place_of_reading
from webui.i18n import day, days, gettext, translated
from webui.wording import document_date


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that a page of a hand-over leads to."""

    title: str
    #: Where it lies within the payload.
    place: str
    #: Kind, meeting and date, as far as they are known.
    origin: str
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """A decision or task."""

    kind: str
    what: str
    who: str
    due: str
    state: str
    #: Where it stands within the payload.
    place: str
    #: Of its document.
    code: str
    #: The meeting it comes from, or the document where there is none.
    source: str
    #: The first day of that, or None.
    day: date | None

    @property
    def year(self) -> str:
        """The year it comes from, or words that say that none is known."""
        return _year(self.day)


def document_entry(document: Description) -> Entry:
    """Return a document as pages list it."""
    return Entry(document.title, place_of_reading(document), origin_of(document), document.is_sample)


def origin_of(document: Description) -> str:
    """Return kind, meeting and date of a document in one line."""
    meeting = document.meeting
    held = document_date(document.date) if document.date else days(meeting.start, meeting.end) if meeting else ""
    return ", ".join(filter(None, (translated(document.kind.value), meeting.title if meeting else "", held)))


def year_of(document: Description) -> str:
    """Return the year a document is about, or words that say that none is known."""
    first = document.date.start if document.date else document.meeting.start if document.meeting else None
    return _year(first)


def by_year(documents: Iterable[Description]) -> Mapping[str, tuple[Entry, ...]]:
    """Return documents by their years, the latest first, those of one year by title."""
    latest_first = sorted(sorted(documents, key=lambda each: each.title.casefold()), key=_latest)
    return {year: tuple(map(document_entry, own)) for year, own in groupby(latest_first, key=year_of)}


def in_order(documents: Iterable[Description]) -> tuple[Entry, ...]:
    """Return documents, the latest year first, those of one year by title."""
    return tuple(entry for own in by_year(documents).values() for entry in own)


def agreements(shown: Shown) -> Iterable[Agreement]:
    """Yield the decisions and tasks of a document."""
    document = shown.document
    for passage in shown.passages:
        agreed = shown.agreed.get(passage.id)
        if agreed:
            due = agreed.due
            yield Agreement(
                kind=passage.kind.value,
                what=subject(passage.text),
                who=agreed.who,
                due=(day(due.day) if due.day else due.wording) if due else "",
                state=agreed.state.value,
                place=f"{shown.place}#{passage.id}",
                code=document.code,
                source=document.meeting.title if document.meeting else document.title,
                day=document.meeting.start if document.meeting else document.date.start if document.date else None,
            )


def _year(known: date | None) -> str:
    return str(known.year) if known else gettext("ohne Jahr")


def _latest(document: Description) -> int:
    year = year_of(document)
    return -int(year) if year.isdigit() else 0
