"""Tables of tasks: who does what by when, a row a task."""

from collections.abc import Iterator

#: What the heads of such tables are called, by the question they answer.
_WHAT = ("was", "aufgabe", "aufgaben", "to-do", "todo", "maßnahme", "auftrag", "arbeitsschritt", "vorhaben", "thema")
_WHO = (
    "wer",
    "zuständig",
    "zuständigkeit",
    "verantwortlich",
    "verantwortliche",
    "wer macht es",
    "durch wen",
    "federführung",
)
_WHEN = ("bis wann", "wann", "frist", "termin", "bis", "fällig", "zeitraum", "erledigt bis")


def is_task_table(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether a table's head asks what and who, or what and by when."""
    if len(rows) < 2:  # noqa: PLR2004 - a head and at least one row
        return False
    head = [cell.strip().rstrip(":?").casefold() for cell in rows[0]]
    what, who, when = (any(cell in names for cell in head) for names in (_WHAT, _WHO, _WHEN))
    return (what and (who or when)) or (who and when)


def task_texts(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """Yield each task of a table as text: "Was: … · Wer: … · Bis wann: …"; empty cells and rows are left out."""
    head = [cell.strip().rstrip(":") for cell in rows[0]]
    for row in rows[1:]:
        cells = [(name, " ".join(cell.split())) for name, cell in zip(head, row, strict=False)]
        filled = [f"{name}: {cell}" if name else cell for name, cell in cells if cell]
        if filled:
            yield " · ".join(filled)
