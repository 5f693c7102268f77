"""Method cards, from what method papers state."""

import pytest

from archive.values import Description
from indexer.extraction.pages import Block, BlockKind, Page
from webui.methodcards import LONGEST_FACT, method_card
from webui.services import Services


@pytest.fixture
def paper(filled: Services) -> Description:
    (found,) = [each for each in filled.archive.descriptions() if each.title == "Nadelmethode"]
    return found


def pages(*lines: str) -> tuple[Page, ...]:
    return (Page(1, "1", tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)),)


def test_facts_are_those_the_paper_states_in_the_order_of_scanning(paper: Description) -> None:
    card = method_card(
        paper,
        pages("Material: Nadeln; Papier", "Dauer: 90 Minuten", "Vorbereitung: 30 Minuten", "Ziel: Orte finden"),
    )
    assert list(card.facts.items()) == [
        ("Ziel", "Orte finden"),
        ("Vorbereitung", "30 Minuten"),
        ("Dauer", "90 Minuten"),
        ("Material", "Nadeln, Papier"),
    ]


def test_how_to_prepare_is_no_fact_of_the_card(paper: Description) -> None:
    card = method_card(paper, pages("Ziel: Orte finden", "Dauer: 2 Stunden", "Vorbereitung: Nadeln besorgen"))
    assert list(card.facts) == ["Ziel", "Dauer"]


def test_what_is_no_method_has_no_facts(paper: Description) -> None:
    assert method_card(paper, pages("Die Dauer ist offen")).facts == {}
    assert method_card(paper, ()).facts == {}


def test_a_long_fact_is_cut_at_a_word(paper: Description) -> None:
    stated = pages("Ziel: Orte finden", "Dauer: 2 Stunden", "Zielgruppe: " + "Worte " * 100)
    fact = method_card(paper, stated).facts["Zielgruppe"]
    assert fact.endswith("Worte …")
    assert len(fact) <= LONGEST_FACT + len(" …")
