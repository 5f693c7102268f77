"""What a decision or task says of who, by when, and what became of it, read from its own words."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.structure.assignments import read_assignment, who_does
from indexer.structure.due import Due, find_due, read_due
from indexer.structure.kinds import PassageKind, read_label
from indexer.structure.occasion import Occasion
from indexer.structure.sentences import sentences
from indexer.structure.tasks import read_task_table

#: Between the cells of a task that stood in a table, and between the name of a cell and what it says.
_CELL, _NAMED = " · ", re.compile(r"(?P<name>[^:]{2,25}): (?P<said>.+)", re.DOTALL)
_IN_CHARGE = re.compile(
    r"(?:Zuständig|Verantwortlich|Federführung)(?: (?:ist|sind|bleibt|bleiben))?:? (?P<who>[^.;\n]{3,80})"
)
#: What an entry of a list begins with: "• → ", "1. ", "-> ".
_SIGN = re.compile(r"^\s*(?:(?:->|=>|[•▪·‣*–—→☐-]|\d{1,2}[.)])\s*)+")
_STATE_CELL = re.compile(r"stand|status|erledigt\??", re.IGNORECASE)
_DONE = re.compile(r"\b(?:erledigt|abgeschlossen|umgesetzt|ja)\b|✓|☑", re.IGNORECASE)
_DROPPED = re.compile(r"\b(?:entf(?:ällt|allen)|zurückgestellt|aufgegeben)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:offen|in Arbeit|läuft|begonnen|nein)\b", re.IGNORECASE)


class State(StrEnum):
    """What is known of an agreement; the German label is the value."""

    DECIDED = "beschlossen"
    OPEN = "offen"
    DONE = "erledigt"
    DROPPED = "entfallen"
    #: A later one took its place.
    REPLACED = "ersetzt"
    #: A later meeting came back to it.
    TAKEN_UP = "wieder aufgegriffen"
    UNDOCUMENTED = "nicht dokumentiert"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who is to do something, by when, and what became of it as far as its own passage tells."""

    #: In the words of the passage, or "".
    who: str
    due: Due | None
    state: State


def read_agreement(kind: PassageKind, text: str, meeting: date | None) -> Agreement | None:
    """Read the passage of a decision or task; of another kind return None.

    Args:
        kind: Of the passage.
        text: Of the passage.
        meeting: The (first) day of the meeting; a due date without a year lies within the twelve months from it on.
    """
    if kind not in (PassageKind.DECISION, PassageKind.TASK):
        return None
    cells = _cells(text)
    if kind is PassageKind.DECISION:
        in_charge = _IN_CHARGE.search(text)
        return Agreement(in_charge["who"].strip() if in_charge else "", find_due(text, meeting), State.DECIDED)
    who, due = _of_cells(cells, meeting) if cells else _of_sentence(text, meeting)
    return Agreement(who, due, _state(cells))


def read_undeclared(text: str, meeting: date | None) -> Agreement | None:
    """Read a passage that is no task as if it were one; None where nothing in it sounds like one.

    Args:
        text: Of the passage.
        meeting: The (first) day of the meeting.
    """
    lines = text.split("\n")
    parts = [text] if _cells(text) else [sentence for line in lines for sentence in sentences(line)]
    likely = (part for part in parts if _cells(part) or read_assignment(part, Occasion(meeting)))
    return next((read_agreement(PassageKind.TASK, part, meeting) for part in likely), None)


def subject(text: str) -> str:
    """Return what is decided or to be done, in one line, without labels, bullets, and who and by when of a table."""
    cells = _cells(text)
    rows = read_task_table((tuple(cells), tuple(cells.values()))) if cells else ()
    if rows and rows[0].what:
        return rows[0].what
    label = read_label(text)
    said = label.rest if label and label.rest else text
    return " ".join(_SIGN.sub("", said).split())


def _cells(text: str) -> dict[str, str]:
    """Return the cells of a task that stood in a table by their names; nothing where it did not."""
    named = [_NAMED.fullmatch(cell.strip()) for cell in text.split(_CELL)]
    return {found["name"]: found["said"] for found in named if found} if len(named) > 1 and all(named) else {}


def _of_cells(cells: dict[str, str], meeting: date | None) -> tuple[str, Due | None]:
    rows = read_task_table((tuple(cells), tuple(cells.values())))
    if rows and not rows[0].due:
        # An empty cell is left out of the text, and a page's layout may have put its due date behind the name.
        rows = read_task_table(((*cells, "Bis wann"), (*cells.values(), "")))
    return (rows[0].who, read_due(rows[0].due, meeting)) if rows else ("", None)


def _of_sentence(text: str, meeting: date | None) -> tuple[str, Due | None]:
    label = read_label(text)
    said = label.rest if label and label.rest else text
    in_charge = _IN_CHARGE.search(said)
    assignment = read_assignment(said, Occasion(meeting))
    who = in_charge["who"].strip() if in_charge else (assignment.who if assignment else None) or who_does(said)
    return who or "", (assignment.due if assignment else None) or find_due(said, meeting)


def _state(cells: dict[str, str]) -> State:
    told = next((said for name, said in cells.items() if _STATE_CELL.fullmatch(name.strip())), "")
    states = ((_DONE, State.DONE), (_DROPPED, State.DROPPED), (_OPEN, State.OPEN))
    return next((state for pattern, state in states if pattern.search(told)), State.UNDOCUMENTED)
