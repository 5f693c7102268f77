"""Understands minutes: their head, agenda, decisions, results and tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indexer.extraction.pages import Page
from indexer.structure.agenda import AgendaItem, read_agenda
from indexer.structure.assignments import read_assignment, who_does, without_lead
from indexer.structure.due import Due, find_due, read_due
from indexer.structure.header import Header, read_header
from indexer.structure.kinds import PassageKind, read_label
from indexer.structure.occasion import Occasion, read_occasion
from indexer.structure.outline import outline
from indexer.structure.sayings import Saying
from indexer.structure.telling import Told, tell


@dataclass(frozen=True, slots=True)
class Decision:
    """What a meeting decided; proposals, adjournments and rejected motions are none."""

    text: str
    page: int
    #: Number of the agenda item it stands under, or "".
    agenda_item: str
    #: 0.0 to 1.0; below 0.5 it is a proposal for a person to confirm.
    confidence: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a meeting held to be its result."""

    text: str
    page: int
    agenda_item: str
    confidence: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Task:
    """Something that someone is to do."""

    #: What is to be done, in the words of the minutes.
    what: str
    who: str | None
    #: None where the wording names no day.
    due: date | None
    due_wording: str | None
    page: int
    agenda_item: str
    confidence: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """What minutes say."""

    header: Header
    agenda_items: tuple[AgendaItem, ...]
    decisions: tuple[Decision, ...]
    results: tuple[Result, ...]
    tasks: tuple[Task, ...]


def read_minutes(pages: Sequence[Page]) -> Minutes:
    """Understand the pages of a document as minutes.

    Each part carries its page, the words it rests on and a confidence: from 0.5 on it is a fact, below a proposal.
    """
    laid_out = outline(pages)
    header = read_header(pages)
    occasion = read_occasion(pages)
    told = list(tell(laid_out.blocks, occasion))
    return Minutes(
        header=header,
        agenda_items=read_agenda(laid_out, header),
        decisions=tuple(Decision(*_said(each)) for each in told if each.saying.kind is PassageKind.DECISION),
        results=tuple(Result(*_said(each)) for each in told if each.saying.kind is PassageKind.RESULT),
        tasks=tuple(_task(each, occasion) for each in told if each.saying.kind is PassageKind.TASK),
    )


def _said(told: Told) -> tuple[str, int, str, float, str]:
    """Return text, page, agenda item, confidence and evidence."""
    saying, placed = told.saying, told.placed
    return _unlabelled(saying.text), placed.page.number, placed.agenda_item, saying.confidence, saying.text


def _task(told: Told, occasion: Occasion) -> Task:
    what, page, agenda_item, confidence, evidence = _said(told)
    who, due = _terms(told.saying, what, occasion)
    return Task(
        what=told.saying.row.what if told.saying.row else without_lead(what),
        who=who or None,
        due=due.day if due else None,
        due_wording=due.wording if due else None,
        page=page,
        agenda_item=agenda_item,
        confidence=confidence,
        evidence=evidence,
    )


def _terms(saying: Saying, what: str, occasion: Occasion) -> tuple[str | None, Due | None]:
    """Return who is to do something, and by when."""
    if saying.row:
        return saying.row.who, read_due(saying.row.due, occasion.day)
    assignment = read_assignment(what, occasion)
    if assignment and assignment.who:
        return assignment.who, assignment.due
    return who_does(what), find_due(what, occasion.day)


def _unlabelled(text: str) -> str:
    label = read_label(text)
    return label.rest if label and label.rest else text.strip()
