"""What was understood of a file, told in lines."""

import pytest

from indexer.extraction.pages import Outcome, Page, Reading
from webui.inspection import inspection
from webui.telling import told


@pytest.mark.parametrize(
    ("number", "said"), [(0, "ohne lesbare Seiten"), (1, "1 Seite"), (2, "2 Seiten"), (11, "11 Seiten")]
)
def test_pages_are_counted_in_german(number: int, said: str) -> None:
    pages = tuple(Page(each, str(each), ()) for each in range(1, number + 1))
    record = inspection(Reading(Outcome.TEXT, "application/pdf", pages), (), ())
    assert next(told(record)) == f"Ohne Titel (PDF, {said})"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("Gotha holt bis 3.5. ein Angebot.", "Gotha holt bis 3.5. ein Angebot."),
        ("Ein Angebot holen", "Gotha: Ein Angebot holen (bis 3.5.)"),
        ("Gothaer Angebote holen", "Gotha: Gothaer Angebote holen (bis 3.5.)"),
        ("Bis  3.5. ein Angebot holen", "Gotha: Bis  3.5. ein Angebot holen"),
    ],
)
def test_a_task_says_who_and_when_once(what: str, said: str) -> None:
    record = inspection(Reading(Outcome.TEXT, "text/plain", ()), (), ())
    record["tasks"] = [{"what": what, "who": "Gotha", "due_wording": "bis 3.5.", "page": 1}]
    assert list(told(record))[-1] == f"Aufgabe, Seite 1: {said}"
