"""Tables of tasks."""

import pytest

from indexer.structure.tasks import is_task_table, task_texts


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (("Was", "Wer", "Bis wann"), True),
        (("Aufgabe", "Zuständig", "Frist"), True),
        (("Information", "Verantwortlich", "Termin"), True),
        (("Nr.", "Was?", "Wer?"), True),
        (("Ort", "Zahl"), False),
        (("Was", "Wie viel"), False),
    ],
)
def test_a_task_table_is_told_by_its_head(head: tuple[str, ...], is_one: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_task_table((head, ("a",) * len(head))) is is_one


def test_a_head_without_rows_is_no_task_table() -> None:
    assert not is_task_table((("Was", "Wer", "Bis wann"),))


def test_each_row_becomes_a_text_without_its_empty_cells() -> None:
    rows = (("Was", "Wer", "Bis wann"), ("Plakate", "Gotha", "3.5."), ("Räume", "", "laufend"), ("", "", ""))
    assert list(task_texts(rows)) == ["Was: Plakate · Wer: Gotha · Bis wann: 3.5.", "Was: Räume · Bis wann: laufend"]
