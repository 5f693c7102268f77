"""Method cards, from what method papers state and people say in their place."""

from pathlib import Path

import pytest

from archive.methods import MethodPaper, Note
from indexer.extraction.pages import Block, BlockKind, Outcome, Page, Reading
from indexer.index.texts import Texts
from indexer.structure.methods.reading import read_method
from webui.card_shelf import CardShelf, ToRead
from webui.methodcards import LONGEST_FACT, MethodCard


def pages(*lines: str) -> tuple[Page, ...]:
    return (Page(1, "1", tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)),)


def card(*lines: str, title: str = "Nadelmethode") -> MethodCard:
    paper = MethodPaper("D-2026-0001", title, None, is_sample=False, checksum="0" * 64, note=Note(), topics=())
    return MethodCard(paper, read_method(pages(*lines)))


def test_facts_are_those_the_paper_states_in_the_order_of_scanning() -> None:
    read = card("Material: Nadeln; Papier", "Dauer: 90 Minuten", "Vorbereitung: 30 Minuten", "Ziel: Orte finden")
    assert list(read.facts.items()) == [
        ("Zielgruppe", ""),
        ("Alter", ""),
        ("Gruppengröße", ""),
        ("Vorbereitung", "30 Minuten"),
        ("Dauer", "90 Minuten"),
        ("Material", "Nadeln, Papier"),
        ("Phase", ""),
    ]


def test_how_to_prepare_is_no_fact_of_the_card() -> None:
    assert card("Ziel: Orte finden", "Dauer: 2 Stunden", "Vorbereitung: Nadeln besorgen").facts["Vorbereitung"] == ""


def test_what_is_no_method_states_nothing() -> None:
    assert not any(card("Die Dauer ist offen").facts.values())


def test_a_long_fact_is_cut_at_a_word() -> None:
    fact = card("Ziel: Orte finden", "Dauer: 2 Stunden", "Zielgruppe: " + "Worte " * 100).facts["Zielgruppe"]
    assert fact.endswith("Worte …")
    assert len(fact) <= LONGEST_FACT + len(" …")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Stadtteilbegehung mit Jugendlichen", "Stadtteilbegehung"),
        ("Draußen anfangen: aufsuchende Arbeit im Quartier", "Draußen anfangen"),
        ("Nadelmethode (erste Fassung)", "Nadelmethode"),
        ("Blitzlicht und Feedback-Runden", "Blitzlicht"),
        ("World-Café", "World-Café"),
        (": Mit Fotos", ": Mit Fotos"),
    ],
)
def test_a_method_is_called_without_what_it_is_for(title: str, name: str) -> None:
    assert card(title=title).name == name


@pytest.mark.parametrize(
    ("material", "needs_nothing"),
    [
        ("ohne besonderes Material", True),
        ("keines", True),
        ("nichts", True),
        ("Nadeln", False),
        ("Karte ohne Rand", False),
    ],
)
def test_material_is_needed_or_not(material: str, needs_nothing: bool) -> None:  # noqa: FBT001 - an expectation
    assert card("Ziel: Orte", "Dauer: 2 Stunden", f"Material: {material}").needs_nothing is needs_nothing
    assert card("Ziel: Orte", "Dauer: 2 Stunden", "Alter: ab 6").needs_nothing is None


def test_a_card_is_read_anew_when_its_text_or_what_people_say_changes(tmp_path: Path) -> None:
    texts, shelf = Texts(tmp_path / "texts.db"), CardShelf()
    assert shelf.cards([ToRead("a", {})], texts) == (None,)
    for duration, said, minutes in (
        ("20 Minuten", {}, 20),
        ("2 Stunden", {}, 120),
        ("2 Stunden", {"duration": "1 Stunde"}, 60),
    ):
        stated = pages("Ziel: Orte finden", f"Dauer: {duration}", "Alter: ab 6 Jahren")
        texts.keep_reading("a", Reading(Outcome.TEXT, "text/plain", stated))
        for _ in range(2):
            (read,) = shelf.cards([ToRead("a", said)], texts)
            assert read
            assert read.duration_minutes == minutes
    texts.close()
