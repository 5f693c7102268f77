"""What was understood of a file, as a record."""

from collections.abc import Iterable
from datetime import time
from typing import Any

from archive.custody import Status
from indexer.extraction.pages import Outcome, Page, Reading
from indexer.structure.agenda import AgendaItem
from indexer.structure.header import Header
from indexer.structure.minutes import Decision, Result, Task, read_minutes
from indexer.structure.outline import outline

Record = dict[str, Any]

#: Keys that a file which is not yet held has no value for.
_UNKNOWN: Record = {
    "kind": None,
    "sites": [],
    "topics": [],
    "proposals": [],
    "method": None,
    "personal_data": [],
}


def inspection(reading: Reading) -> Record:
    """Return what was understood of a file: its pages, head, agenda items, decisions, results and tasks."""
    minutes = read_minutes(reading.pages)
    return {
        "media_type": reading.media_type,
        "title": reading.title or _first_heading(reading.pages),
        "language": reading.language or None,
        "status": Status.HELD if reading.outcome is Outcome.TEXT else Status.WITHOUT_TEXT,
        "outcome": reading.outcome,
        "pages": [{"number": page.number, "text": page.text} for page in reading.pages],
        **_UNKNOWN,
        **_head(minutes.header),
        "agenda_items": [_agenda_item(item) for item in minutes.agenda_items],
        "decisions": [_said(decision) for decision in minutes.decisions],
        "results": [_said(result) for result in minutes.results],
        "tasks": [_task(task) for task in minutes.tasks],
    }


def _first_heading(pages: Iterable[Page]) -> str | None:
    return next((placed.heading.text for placed in outline(pages).blocks if placed.heading.text), None)


def _head(header: Header) -> Record:
    """Return date, meeting and header; the meeting is as the head words it, not matched with the catalogue."""
    start, end = header.days.value if header.days else (None, None)
    kind, place = (read.value if read else None for read in (header.kind_of_meeting, header.place))
    days = {"start": start.isoformat() if start else None, "end": end.isoformat() if end else None}
    return {
        "date": days["start"],
        "meeting": {"title": None, "kind": kind, "place": place, **days} if kind or place else None,
        "header": {
            "begin": _clock(header.begin.value if header.begin else None),
            "end": _clock(header.end.value if header.end else None),
            "present": header.present.value if header.present else None,
            "excused": header.excused.value if header.excused else None,
            "evidence": _evidence(header),
        },
    }


def _clock(value: time | None) -> str | None:
    return value.isoformat("minutes") if value else None


def _evidence(header: Header) -> list[Record]:
    """Return on what each part of the head rests."""
    parts = {
        "kind": header.kind_of_meeting,
        "date": header.days,
        "place": header.place,
        "begin": header.begin,
        "end": header.end,
        "present": header.present,
        "excused": header.excused,
    }
    return [
        {"field": name, "page": read.page, "confidence": read.confidence, "evidence": read.evidence}
        for name, read in parts.items()
        if read
    ]


def _agenda_item(item: AgendaItem) -> Record:
    return {
        "number": item.number or None,
        "title": item.title,
        "page": item.page,
        "confidence": item.confidence,
        "evidence": item.evidence,
    }


def _said(said: Decision | Result) -> Record:
    return {
        "text": said.text,
        "page": said.page,
        "agenda_item": said.agenda_item or None,
        "confidence": said.confidence,
        "evidence": said.evidence,
    }


def _task(task: Task) -> Record:
    return {
        "what": task.what,
        "who": task.who,
        "due": task.due.isoformat() if task.due else None,
        "due_wording": task.due_wording,
        "page": task.page,
        "agenda_item": task.agenda_item or None,
        "confidence": task.confidence,
        "evidence": task.evidence,
    }
