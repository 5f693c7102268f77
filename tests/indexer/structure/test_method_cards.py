"""What is read out of method papers, however they are laid out, and what is no method paper."""

import pytest

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.methods.card import CardField, MethodCard
from indexer.structure.methods.labels import field_named
from indexer.structure.methods.reading import read_method


def card(*blocks: Block) -> MethodCard:
    read = read_method([Page(1, "1", blocks)])
    assert read is not None
    return read


def heading(text: str, level: int = 2) -> Block:
    return Block(BlockKind.HEADING, text, level)


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def item(text: str) -> Block:
    return Block(BlockKind.ITEM, text, 1)


def table(*rows: tuple[str, ...]) -> Block:
    return Block(BlockKind.TABLE, "\n".join(" | ".join(row) for row in rows), rows=rows)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Ziele", CardField.AIM),
        ("Ziele der Methode", CardField.AIM),
        ("Worum geht es?", CardField.PURPOSE),
        ("Für wen?", CardField.TARGET_GROUP),
        ("Teilnehmer*innenzahl", CardField.GROUP),
        ("Teilnehmer:innen", CardField.GROUP),
        ("TN", CardField.GROUP),
        ("Gruppengröße (ca.)", CardField.GROUP),
        ("3. Ablauf", CardField.STEPS),
        ("Inhaltlicher Ablauf", CardField.STEPS),
        ("So geht’s", CardField.STEPS),
        ("Das brauchen Sie:", CardField.MATERIAL),
        ("Benötigtes Material", CardField.MATERIAL),
        ("Mögliche Varianten", CardField.VARIANTS),
        ("Passt nicht, wenn …", CardField.WARNINGS),
        ("Erfahrungen aus zwei Standorten", CardField.EXPERIENCE),
        ("Aufgaben", None),
        ("Das Ziel erreichten wir erst nach vier langen Wochen", None),
    ],
)
def test_facts_are_known_by_many_names(label: str, field: CardField | None) -> None:
    assert field_named(label) is field


def test_labels_in_lines_make_a_card() -> None:
    read = card(
        heading("Kreidekarte", 1),
        paragraph("Ziel: Wege sichtbar machen. Und Spaß haben.\nDauer: 90 Min.; Vorbereitung 15 Minuten"),
        paragraph("Gruppengröße: 8 bis 15 · Alter: ab 12 Jahren"),
        paragraph("Material: Kreide (weiß, rot), Wasser"),
        paragraph("Ablauf:"),
        item("1. Alle zeichnen ihren Weg."),
        item("2. Material: Die Kreide geht herum."),
    )
    assert read.title
    assert (read.title.text, read.aim and read.aim.text) == ("Kreidekarte", "Wege sichtbar machen.")
    assert (read.duration_minutes, read.preparation_minutes) == (90, 15)
    assert (read.group_min, read.group_max, read.age_min, read.age_max) == (8, 15, 12, None)
    assert [fact.text for fact in read.material] == ["Kreide (weiß, rot)", "Wasser"]
    assert [fact.text for fact in read.steps] == ["Alle zeichnen ihren Weg.", "Material: Die Kreide geht herum."]


def test_a_table_makes_the_same_card_in_rows_and_in_columns() -> None:
    rows = card(table(("Ziel", "Wege sehen"), ("Dauer", "2–3 Std."), ("TN", "max. 20")))
    columns = card(table(("Ziel", "Dauer", "TN"), ("Wege sehen", "2–3 Std.", "max. 20")))
    assert (rows.aim, rows.duration_minutes, rows.group_max) == (columns.aim, columns.duration_minutes, 20)


def test_headings_hold_what_stands_under_them() -> None:
    read = card(
        heading("Kreidekarte", 1),
        heading("Für wen?"),
        paragraph("Jugendliche ab 12 Jahren"),
        heading("Zeitbedarf"),
        paragraph("eine halbe Stunde"),
        heading("So geht's"),
        heading("Schritt 1: Zeichnen", 3),
        paragraph("Alle zeichnen."),
        heading("Erfahrungen"),
        paragraph("Es regnete."),
        heading("Impressum"),
        paragraph("Eine Zeile, die zu nichts gehört."),
    )
    assert (read.age_min, read.duration_minutes) == (12, 30)
    assert [fact.text for fact in read.steps] == ["Schritt 1: Zeichnen", "Alle zeichnen."]
    assert [fact.text for fact in read.experience] == ["Es regnete."]


def test_steps_keep_the_page_they_stand_on() -> None:
    first = Page(1, "1", (heading("Ablauf"), item("1. Zeichnen"), paragraph("Dauer: 1 h"), heading("Ablauf")))
    second = Page(2, "2", (item("2. Wischen"), heading("Material"), paragraph("Kreide")))
    read = read_method([first, second])
    assert read
    assert [(fact.text, fact.page) for fact in read.steps] == [("Zeichnen", 1), ("Wischen", 2)]


def test_what_is_not_said_is_absent() -> None:
    read = card(paragraph("Ziel: Wege sehen\nMaterial: Kreide\nAblauf: Alle zeichnen."))
    assert read.duration is None
    assert read.duration_minutes is None
    assert read.group_min is None
    assert read.variants == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("Ziel: Wege sehen", "Ablauf: Alle zeichnen."),
        ("Protokollführung: Projektleitung", "Ziel: Mehr Platz", "Zeit: 10 bis 12 Uhr", "Ablauf: wie immer"),
        ("Anwesend: 12 Personen", "Ziele: Rückblick", "Dauer: 2 Stunden", "Material: lag aus"),
        ("Zielgruppe: alle", "Alter: ab 12", "Erfahrungen: gute"),
    ],
)
def test_minutes_and_thin_papers_are_no_methods(lines: tuple[str, ...]) -> None:
    assert read_method([Page(1, "1", tuple(map(paragraph, lines)))]) is None
