"""What was understood of a file, as a record."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import time
from typing import Any

from archive.custody import Status
from archive.errors import RefusalError, TooLargeError, UnsupportedFormatError
from indexer.extraction.pages import Outcome, Reading
from indexer.structure.agenda import AgendaItem
from indexer.structure.header import Header
from indexer.structure.methods.card import MethodCard
from indexer.structure.methods.reading import read_method
from indexer.structure.minutes import Decision, Result, Task, read_minutes
from indexer.structure.personal.finding import find_personal_data
from indexer.structure.proposals.proposal import Field, Proposal
from webui.wording import OUTCOMES, Notice, translated_notice

Record = dict[str, Any]


def inspection(reading: Reading, proposals: Sequence[Proposal], meeting_kinds: Sequence[str]) -> Record:
    """Return what was understood of a file: what it is, its head, agenda items, decisions, results, tasks, method."""
    minutes = read_minutes(reading.pages)
    notice = OUTCOMES.get(reading.outcome)
    return {
        "media_type": reading.media_type,
        "title": _best(proposals, Field.TITLE),
        "language": reading.language or None,
        "status": Status.HELD if reading.outcome is Outcome.TEXT else Status.WITHOUT_TEXT,
        "outcome": reading.outcome,
        "reason": translated_notice(notice).text if notice else None,
        "pages": [{"number": page.number, "text": page.text} for page in reading.pages],
        "kind": _best(proposals, Field.KIND),
        "sites": [each.value for each in proposals if each.field is Field.SITE],
        "topics": [each.value for each in proposals if each.field is Field.TOPIC],
        "proposals": [asdict(each) for each in proposals],
        **_head(minutes.header, proposals, meeting_kinds),
        "agenda_items": [_agenda_item(item) for item in minutes.agenda_items],
        "decisions": [_said(decision) for decision in minutes.decisions],
        "results": [_said(result) for result in minutes.results],
        "tasks": [_task(task) for task in minutes.tasks],
        "method": _method(read_method(reading.pages)),
        "personal_data": [{"kind": each.kind, "page": each.page} for each in find_personal_data(reading.pages)],
    }


def refused_inspection(error: RefusalError, notice: Notice) -> Record:
    """Return the record of a file the archive does not take: nothing is understood of it, and the notice says why."""
    media_type = error.media_type if isinstance(error, UnsupportedFormatError) else ""
    record = inspection(Reading(_outcome(error), media_type, ()), (), ())
    return {**record, "media_type": media_type or None, "status": Status.REFUSED, "reason": notice.text}


def _outcome(error: RefusalError) -> Outcome:
    match error:
        case UnsupportedFormatError():
            return Outcome.UNSUPPORTED
        case TooLargeError():
            return Outcome.TOO_LARGE
        case _:
            return Outcome.NO_TEXT


def _best(proposals: Iterable[Proposal], field: Field) -> str | None:
    return next((each.value for each in proposals if each.field is field), None)


def _method(card: MethodCard | None) -> Record | None:
    """Return a method card under the names of the contract; what stands on no page is null."""
    if card is None:
        return None
    record = asdict(card)
    return {**record, "purpose": record.pop("aim")}


def _head(header: Header, proposals: Iterable[Proposal], meeting_kinds: Iterable[str]) -> Record:
    """Return date, meeting and header; the meeting's title is that of the catalogue, the rest as the head words it."""
    start, end = header.days.value if header.days else (None, None)
    kind, place = (read.value if read else None for read in (header.kind_of_meeting, header.place))
    kind = next((label for label in meeting_kinds if kind and label.casefold() in kind.casefold()), kind)
    days = {"start": start.isoformat() if start else None, "end": end.isoformat() if end else None}
    return {
        "date": days["start"],
        "meeting": {"title": _best(proposals, Field.MEETING), "kind": kind, "place": place, **days}
        if kind or place
        else None,
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
