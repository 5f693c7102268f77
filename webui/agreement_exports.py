"""Decisions and tasks to be taken along: as a table, and as days of a calendar."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from flask import url_for

from webui.calendars import Appointment
from webui.i18n import days, gettext, translated
from webui.register import RegisterEntry

HEADS = (
    *("Art", "Was", "Wer", "Bis wann", "Tag", "Stand", "Treffen", "Beginn", "TOP", "Seite", "Standorte"),
    *("Handlungsfelder", "Dokument", "Kennung", "Adresse", "Beispiel"),
)

#: Stands for the code of a document; codes have no sign that addresses write otherwise.
_CODE = "D-0000-0000"


def rows(entries: Iterable[RegisterEntry]) -> Iterator[tuple[str, ...]]:
    """Yield decisions and tasks as rows of a table, the heads first."""
    yield HEADS
    address = _addresses()
    for each in entries:
        document, passage, due = each.document, each.passage, each.agreed.due
        meeting = document.meeting
        yield (
            *(passage.kind.value, each.what, each.agreed.who, due.wording if due else ""),
            *(due.day.isoformat() if due and due.day else "", each.agreed.state.value),
            *((meeting.title, meeting.start.isoformat()) if meeting else ("", "")),
            *(passage.agenda_item, passage.page_label, ", ".join(document.sites), ", ".join(document.topics)),
            *(
                document.title,
                document.code,
                f"{address(document.code)}#{passage.id}",
                "ja" if document.is_sample else "",
            ),
        )


def appointments(entries: Iterable[RegisterEntry]) -> Iterator[Appointment]:
    """Yield the days by which something is to be done; what names no day is left out."""
    address = _addresses()
    for entry in entries:
        if entry.agreed.due and entry.agreed.due.day:
            place = f"{address(entry.document.code)}#{entry.passage.id}"
            yield _appointment(entry, entry.agreed.due.day, place)


def _appointment(entry: RegisterEntry, due: date, address: str) -> Appointment:
    meeting = entry.document.meeting
    lines = (
        gettext("Beispiel – Inhalt erfunden") if entry.document.is_sample else "",
        gettext("Wer: %(who)s", who=entry.agreed.who) if entry.agreed.who else "",
        gettext("Stand: %(state)s", state=translated(entry.agreed.state.value)),
        f"{meeting.title}, {days(meeting.start, meeting.end)}" if meeting else entry.document.title,
    )
    title = gettext("Frist: %(what)s", what=entry.what)
    text = "\n".join(filter(None, lines))
    kind = translated(entry.passage.kind.value)
    return Appointment(entry.passage.id, due, due, title, text, address, category=kind)


def _addresses() -> Callable[[str], str]:
    """Return what makes the whole address of a document; what all have in common is made once, for a file has many."""
    before, _, after = url_for("documents.document", code=_CODE, _external=True).partition(_CODE)
    return lambda code: f"{before}{code}{after}"
