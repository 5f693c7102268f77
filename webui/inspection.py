"""What was understood of a file, as a record."""

from collections.abc import Iterable
from typing import Any

from archive.custody import Status
from indexer.extraction.pages import Outcome, Reading
from indexer.passages import Passage, cut
from indexer.structure.kinds import PassageKind

Record = dict[str, Any]

#: Keys that a file which is not yet held has no value for.
_UNKNOWN: Record = {
    "kind": None,
    "meeting": None,
    "date": None,
    "header": {"begin": None, "end": None, "present": None, "excused": None},
    "sites": [],
    "topics": [],
    "proposals": [],
    "method": None,
    "personal_data": [],
}


def inspection(reading: Reading) -> Record:
    """Return what was understood of a file: its pages, agenda items, decisions, results and tasks."""
    passages = cut("", reading.pages)
    return {
        "media_type": reading.media_type,
        "title": reading.title or _first_heading(passages),
        "language": reading.language or None,
        "status": Status.HELD if reading.outcome is Outcome.TEXT else Status.WITHOUT_TEXT,
        "outcome": reading.outcome,
        "pages": [{"number": page.number, "text": page.text} for page in reading.pages],
        **_UNKNOWN,
        "agenda_items": _agenda_items(passages),
        "decisions": _said(passages, PassageKind.DECISION),
        "results": _said(passages, PassageKind.RESULT),
        "tasks": [_task(passage) for passage in _of_kind(passages, PassageKind.TASK)],
    }


def _first_heading(passages: Iterable[Passage]) -> str | None:
    return next((passage.heading for passage in passages if passage.heading), None)


def _agenda_items(passages: Iterable[Passage]) -> list[Record]:
    items: dict[tuple[str, str], int] = {}
    for passage in passages:
        if passage.agenda_item:
            items.setdefault((passage.agenda_item, passage.heading), passage.page)
    return [{"number": number, "title": title, "page": page, **_UNWEIGHED} for (number, title), page in items.items()]


def _said(passages: Iterable[Passage], kind: PassageKind) -> list[Record]:
    return [
        {"text": passage.text, "page": passage.page, "agenda_item": passage.agenda_item or None, **_UNWEIGHED}
        for passage in _of_kind(passages, kind)
    ]


def _task(passage: Passage) -> Record:
    return {
        "what": passage.text,
        "who": None,
        "due": None,
        "due_wording": None,
        "page": passage.page,
        "agenda_item": passage.agenda_item or None,
        **_UNWEIGHED,
    }


#: How sure it is, and on what it rests, is not weighed here.
_UNWEIGHED: Record = {"confidence": None, "evidence": None}


def _of_kind(passages: Iterable[Passage], kind: PassageKind) -> list[Passage]:
    return [passage for passage in passages if passage.kind is kind and passage.text]
