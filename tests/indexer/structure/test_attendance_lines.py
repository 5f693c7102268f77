"""Attendance lists without a ruled table, whose columns spaces set: what names them, their rows, their names."""

import pytest

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.personal.attendance import attendance_blocks
from indexer.structure.personal.datum import PersonalKind
from indexer.structure.personal.finding import find_personal_data
from indexer.structure.personal.list_lines import is_head_of_columns, named_in_row, names_a_list
from indexer.structure.proposals.known import KnownNames
from indexer.structure.proposals.proposal import Field
from indexer.structure.proposals.proposing import propose

TITLE = "Anwesenheitsliste / Teilnehmerliste Standorttreffen Gotha, 25.11.2020"
WIDE = (
    "Nr.  Name                 Einrichtung                   Unterschrift",
    "1    Mira Wolkenstein     Stadtteilbüro Gotha-West      ____________",
    "2    Jaro Silberbach      Jugendhaus Frankfurt          ____________",
    "3    Tomke von Ahrenfeld  Quartiersmanagement Hamburg   ____________",
    "4    Morgenthal, Ilka     Kulturverein Nord             ____________",
    "5    Bosse Kranichfeld    Jugendamt                     ____________",
)
NARROW = (
    "Nr. Name Einrichtung Unterschrift",
    "1 Mira Wolkenstein Stadtteilbüro Gotha-West",
    "2 Jaro Silberbach Jugendhaus Frankfurt",
    "3 Tomke von Ahrenfeld Quartiersmanagement Hamburg",
    "4 Ilka Morgenthal Kulturverein Nord",
    "5 Bosse Kranichfeld Jugendamt",
)


def pages(*lines: str) -> tuple[Page, ...]:
    return (Page(1, "1", tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)),)


def names(sheets: tuple[Page, ...]) -> list[str]:
    found = [each for each in find_personal_data(sheets) if each.kind is PersonalKind.NAME]
    return [sheets[each.page - 1].text[each.start : each.end] for each in found]


def visibility(file_name: str, *lines: str) -> tuple[str, str]:
    proposals = propose(pages(*lines), file_name, KnownNames.of((), (), (), ()))
    return next((each.value, each.evidence) for each in proposals if each.field is Field.VISIBILITY)


@pytest.mark.parametrize(
    ("rows", "fourth"),
    [
        (WIDE, "Morgenthal, Ilka"),
        (tuple("\t".join(row.split("  ")) for row in WIDE), "Morgenthal, Ilka"),
        (NARROW, "Ilka Morgenthal"),
    ],
)
@pytest.mark.parametrize("title", [(TITLE,), (TITLE, "Datum: 25.11.2020"), ()])
def test_each_name_of_a_list_is_to_be_decided(title: tuple[str, ...], rows: tuple[str, ...], fourth: str) -> None:
    expected = ["Mira Wolkenstein", "Jaro Silberbach", "Tomke von Ahrenfeld", fourth, "Bosse Kranichfeld"]
    assert names(pages(*title, *rows)) == expected


def test_a_list_in_one_block_is_read_line_by_line() -> None:
    sheets = pages("\n".join((TITLE, *WIDE)))
    assert len(names(sheets)) == 5
    assert [each.kind for each in find_personal_data(sheets)][:2] == [PersonalKind.ATTENDANCE_LIST] * 2


def test_rows_left_empty_or_with_one_name_end_no_list() -> None:
    sheets = pages(TITLE, *WIDE[:2], "2    ________", "3    Silberbach     Gotha", "4    Ilka Morgenthal   Nord")
    assert names(sheets) == ["Mira Wolkenstein", "Ilka Morgenthal"]
    assert [each.block for each in attendance_blocks(sheets)] == [0, 1, 2, 4, 5]


def test_an_agenda_beneath_a_list_is_none() -> None:
    sheets = pages(*NARROW, "Tagesordnung", "1 Offene Fragen Standort", "2 Neue Themen Gotha")
    assert len(names(sheets)) == 5


@pytest.mark.parametrize(
    ("file_name", "lines", "evidence"),
    [
        ("scan.txt", (TITLE, "Wird nachgereicht."), TITLE),
        ("scan.txt", ("Standorttreffen Gotha – Unterschriftenliste", "Text."), ""),
        ("Anwesenheitsliste_Gotha.txt", ("Standorttreffen in Gotha", "Text."), "Anwesenheitsliste Gotha"),
        ("gotha_teilnahmeliste.txt", ("Standorttreffen in Gotha", "Text."), "gotha teilnahmeliste"),
        ("scan.txt", ("Standorttreffen in Gotha", "Nr. Name Einrichtung Unterschrift"), "Nr. Name Einrichtung"),
    ],
)
def test_a_word_in_front_or_a_head_of_columns_is_enough(file_name: str, lines: tuple[str, ...], evidence: str) -> None:
    value, found = visibility(file_name, *lines)
    assert value == "nur Koordination"
    assert found.startswith(evidence or lines[0])


@pytest.mark.parametrize(
    ("file_name", "lines"),
    [
        ("vermerk-teilnahmelisten.md", ("Vermerk: Umgang mit Teilnahmelisten", "Teilnehmerlisten werden vernichtet.")),
        ("bericht.txt", ("Bericht aus Gotha", "Die Anwesenheitsliste liegt im Büro.")),
        ("bericht.txt", ("Protokoll Standorttreffen", "Teilnahmeliste siehe Anlage", "TOP 1")),
        ("regeln.txt", ("Regeln für Unterschriftenlisten", "Name, Einrichtung und Unterschrift sind Pflicht.")),
    ],
)
def test_who_only_speaks_of_lists_is_none(file_name: str, lines: tuple[str, ...]) -> None:
    assert visibility(file_name, *lines) == ("intern", "")
    assert names(pages(*lines)) == []


def test_parts_are_told_apart() -> None:
    assert names_a_list("Teilnehmer:innenliste Fachtag")
    assert not names_a_list("Hinweise zur Teilnahmeliste")
    assert is_head_of_columns("lfd. Nr.   Vorname   Nachname   E-Mail")
    assert not is_head_of_columns("Name der Einrichtung")
    assert named_in_row("1. Projektleitung Gotha   bis Mai") is None
    assert named_in_row("12  Mira   Wolkenstein   Gotha") == (4, 22)
