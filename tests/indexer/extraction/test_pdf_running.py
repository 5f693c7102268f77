"""Running lines of PDF files: those that repeat, and those that number their page."""

import pytest

from indexer.extraction.pdf.lines import Line
from indexer.extraction.pdf.running import running_feet, running_heads, split_page


def page(*texts: str) -> list[Line]:
    """Return the lines of a page from its top; those that share a line are parted by "|"."""
    placed = [(text, 800 - 20 * number) for number, line in enumerate(texts) for text in line.split("|")]
    return [Line(text, 50, 500, bottom, 10) for text, bottom in placed]


def parts(lines: list[Line], pages: list[list[Line]]) -> list[list[str]]:
    split = split_page(lines, running_heads(pages), running_feet(pages))
    return [[line.text for line in part] for part in split]


@pytest.mark.parametrize(
    ("last", "foot"),
    [
        ("Beispiel|Seite 1 von 1", ["Beispiel", "Seite 1 von 1"]),
        ("Beispiel Seite 1 von 1", ["Beispiel Seite 1 von 1"]),
        ("Page 1 of 1", ["Page 1 of 1"]),
        ("Seite 1", ["Seite 1"]),
        ("Mehr dazu auf Seite 1", []),
        ("Seite an Seite", []),
    ],
)
def test_a_single_page_is_known_by_its_number(last: str, foot: list[str]) -> None:
    only = page("Titel", "Eins", "Zwei", "Drei", last)
    head, body, found = parts(only, [only])
    assert (head, found) == ([], foot)
    assert body == ["Titel", "Eins", "Zwei", "Drei", *([] if foot else [last])]


def test_a_page_number_within_the_text_stays_there() -> None:
    only = page("Seite 1 von 1", "Eins", "Zwei", "Seite 1 von 9", "Vier", "Fünf")
    assert parts(only, [only]) == [[], [line.text for line in only], []]


def test_what_repeats_runs() -> None:
    pages = [page("Kopf", "Eins", "Zwei", f"Text {word}", "Drei", f"Fuß {number}") for number, word in enumerate("ab")]
    head, body, foot = parts(pages[1], pages)
    assert (head[0], foot[-1]) == ("Kopf", "Fuß 1")
    assert "Text b" in body
