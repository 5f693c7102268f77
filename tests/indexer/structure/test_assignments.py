"""Tasks that no label or table tells."""

from datetime import date

import pytest

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.assignments import read_assignment
from indexer.structure.header import read_header
from indexer.structure.occasion import Occasion, read_occasion

OCCASION = Occasion(date(2019, 4, 3), frozenset({"Ali", "Berta", "Cem"}))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # an arrow to one of those who came, whatever follows
        ("Halle anfragen <- Ali", "Ali"),
        ("Halle anfragen < Ali / Berta", "Ali / Berta"),
        ("Halle → Berta fragt den Verein", "Berta"),
        ("Wer fragt an? <- Cem Update: erledigt", "Cem"),
        ("Halle <- macht die Berta", "Berta"),
        # an arrow to someone who takes it on
        ("Halle <- Doris kümmert sich", "Doris"),
        # a due date
        ("Ali schickt die Liste bis 10.4.", "Ali"),
        ("Flyer bis zum 10.4. bestellen", None),
        ("Die Verwaltung wird gebeten, die Halle zu prüfen.", "Die Verwaltung"),
    ],
)
def test_a_mark_makes_a_fact(text: str, who: str | None) -> None:
    found = read_assignment(text, OCCASION)
    assert found
    assert found.confidence >= 0.5
    assert found.who == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ali sammelt die Rückmeldungen", "Ali"),
        ("Ali sagt Berta Bescheid", "Ali"),
        ("06.05. - Berta hält den Vortrag", "Berta"),
        ("Halle / Berta, Ali und Cem fahren hin", "Berta, Ali und Cem"),
        ("Halle / Berta wird ein Angebot einholen", "Berta"),
        ("Rechnung macht Cem", "Cem"),
        ("Den Server richtet Cem ein.", "Cem"),
        ("Die Seite wird von Ali überarbeitet", "Ali"),
        ("Kabeltrommel / Ali", "Ali"),
        ("Anfrage des Vereins: Doris hakt nach", "Doris"),
        ("Berlin: Einladung Herbsttreffen verschicken", "Berlin"),
        ("Anfrage des Vereins: Doris und Emil verschicken", "Doris und Emil"),
        ("Das Geld muss abgerufen werden!", None),
        ("Das Protokoll wird bis zum 10.4. nachgereicht.", None),
    ],
)
def test_prose_makes_a_proposal(text: str, who: str | None) -> None:
    found = read_assignment(text, OCCASION)
    assert found
    assert found.confidence < 0.5
    assert found.who == who


@pytest.mark.parametrize(
    "text",
    [
        "Netz <- neue Leitung",
        "Ali berichtet aus Gotha",
        "Ali hat den Verein gefragt",
        "Belege müssen vorliegen.",
        "Kaffee kochen und mitbringen",
        "Adressen sammeln und Vereine anschreiben",
        "Das Wetter muss besser werden, sagt Ali, dann hilft es",
    ],
)
def test_what_is_told_or_left_open_is_no_task(text: str) -> None:
    assert read_assignment(text, OCCASION) is None


def test_a_name_at_the_end_is_a_person_only_if_they_came() -> None:
    assert read_assignment("Kabeltrommel / Ali", Occasion()) is None


def test_a_sentence_that_never_ends_hands_nothing_to_anyone() -> None:
    assert read_assignment("Ali, " * 2000 + "Berta holt die Bank", OCCASION) is None


def page(*blocks: Block) -> tuple[Page, ...]:
    return (Page(1, "1", blocks),)


def test_the_names_of_a_list_below_its_label_are_those_who_came() -> None:
    pages = page(
        Block(BlockKind.HEADING, "Teilnehmende:", 1),
        Block(BlockKind.ITEM, "• Ali B."),
        Block(BlockKind.ITEM, "- Frau Cem (Gotha)"),
        Block(BlockKind.PARAGRAPH, "Themen:"),
        Block(BlockKind.ITEM, "• Halle"),
    )
    assert read_occasion(pages).people == {"Ali", "Cem"}
    present = read_header(pages).present
    assert present
    assert present.value == 2


@pytest.mark.parametrize("line", ["Anwesend: 33 Personen aus Gotha", "Anwesend: Gäste aus der Verwaltung"])
def test_people_that_are_counted_have_no_names(line: str) -> None:
    assert not read_occasion(page(Block(BlockKind.PARAGRAPH, line))).people
