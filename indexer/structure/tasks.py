"""Tables of tasks: who does what by when, a row a task."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.structure.dates import find_dates
from indexer.structure.due import find_due
from indexer.structure.wording import any_of

#: What the heads of such tables are called, by the question they answer.
_WHAT = (
    *(
        "was",
        "(?:offene )?aufgaben?",
        "to[- ]?dos?",
        "maßnahmen?",
        "auftrag",
        "aufträge",
        "arbeitsschritte?",
        "vorhaben",
    ),
    *("themen?", "tätigkeit", "was ist zu tun", "nächster schritt"),
)
_WHO = (
    *("wer", r"zuständig\w*", r"verantwortlich\w*", "verantwortung", "durch wen", "wer macht es", "federführung"),
    *("umsetzung durch", "bearbeitung"),
)
_WHEN = (
    *(
        "(?:bis )?wann",
        "frist",
        "termin",
        "bis(?: zum)?",
        "fällig(?: am| bis|keit)?",
        "zeitraum",
        "deadline",
        "zieltermin",
    ),
    *("(?:zu )?erledig(?:t|en|ung) bis", "zeitplan"),
)
#: A head may ask with two words: "Aufgabe / Maßnahme".
_QUESTIONS = tuple(re.compile(rf"{any_of(*names)}(?: ?[/,] ?.+)?") for names in (_WHAT, _WHO, _WHEN))
#: As many of the three questions a head must ask.
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as a row of a table tells it; a cell that is empty or missing is ""."""

    what: str
    who: str
    due: str
    #: The whole row with its heads: "Was: … · Wer: … · Bis wann: …".
    text: str


def is_task_table(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether a table's head asks what and who, or what and by when, or who and by when."""
    asked = sum(column is not None for column in _columns(rows[0])) if rows else 0
    return asked >= _ENOUGH and len(rows) > 1


def read_task_table(rows: tuple[tuple[str, ...], ...]) -> tuple[TaskRow, ...]:
    """Return the tasks of a table, or nothing where its head asks for something else."""
    if not is_task_table(rows):
        return ()
    return tuple(_task(rows[0], row) for row in rows[1:] if any(cell.strip() for cell in row))


def task_texts(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """Yield each task of a table as text: "Was: … · Wer: … · Bis wann: …"; empty cells and rows are left out."""
    for row in rows[1:]:
        text = _text(rows[0], row)
        if text:
            yield text


def _columns(head: tuple[str, ...]) -> list[int | None]:
    """Return the places of the columns that tell what, who and by when."""
    names = [cell.strip().strip(":?").strip().casefold() for cell in head]
    return [
        next((place for place, name in enumerate(names) if question.fullmatch(name)), None) for question in _QUESTIONS
    ]


def _task(head: tuple[str, ...], row: tuple[str, ...]) -> TaskRow:
    what, who, due = _columns(head)
    owner, deadline = _cell(row, who), _cell(row, due)
    if due is not None and not deadline:
        owner, deadline = _apart(owner)
    return TaskRow(_cell(row, what if what is not None else 0), owner, deadline, _text(head, row))


def _cell(row: tuple[str, ...], place: int | None) -> str:
    return " ".join(row[place].split()) if place is not None and place < len(row) else ""


def _apart(cell: str) -> tuple[str, str]:
    """Part a name from the due date behind it, where a page's layout left no gap between two columns."""
    due = find_due(cell, None)
    starts = [found.text_start for found in find_dates(cell) if found.text_end >= len(cell.rstrip())]
    starts += [cell.rindex(due.wording)] if due and cell.rstrip().endswith(due.wording) else []
    if not starts:
        return cell, ""
    return cell[: min(starts)].rstrip(), cell[min(starts) :]


def _text(head: tuple[str, ...], row: tuple[str, ...]) -> str:
    cells = [(name.strip().rstrip(":"), " ".join(cell.split())) for name, cell in zip(head, row, strict=False)]
    return " · ".join(f"{name}: {cell}" if name else cell for name, cell in cells if cell)
