"""The reading version: passages laid out on leaves."""

import pytest

from indexer.passages import Passage
from indexer.search.presenting import unmarked
from indexer.search.request import Part
from indexer.structure.kinds import PassageKind
from webui.reading import Bullets, Element, Facts, Listed, Paragraph, Table, contents, elements, lay_out, stretches


def parts(text: str) -> tuple[Part, ...]:
    return (Part(text, matched=False),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("Ein Satz.\nNoch einer.", (Paragraph(parts("Ein Satz.")), Paragraph(parts("Noch einer.")))),
        (
            "Tagesordnung\n1. Los\n2. Ende",
            (Paragraph(parts("Tagesordnung")), Listed((parts("1. Los"), parts("2. Ende")))),
        ),
        ("TOP 1: Los\nTOP 2: Ende", (Listed((parts("TOP 1: Los"), parts("TOP 2: Ende"))),)),
        ("→ Gotha schickt die Liste", (Listed((parts("→ Gotha schickt die Liste"),)),)),
        ("3. Mai in Gotha", (Paragraph(parts("3. Mai in Gotha")),)),
        ("• eins\n- zwei", (Bullets((parts("eins"), parts("zwei"))),)),
        ("Vorab\n– eins", (Paragraph(parts("Vorab")), Bullets((parts("eins"),)))),
        ("Was | Wer\nLeiter | Gotha", (Table(((parts("Was"), parts("Wer")), (parts("Leiter"), parts("Gotha")))),)),
        ("Was: Liste · Wer: Gotha", (Facts((("Was", parts("Liste")), ("Wer", parts("Gotha")))),)),
        ("Um 10:30 Uhr · im Saal", (Paragraph(parts("Um 10:30 Uhr · im Saal")),)),
        ("2019-2020 war viel los", (Paragraph(parts("2019-2020 war viel los")),)),
    ],
)
def test_lines_tell_what_they_are(text: str, expected: tuple[Element, ...]) -> None:
    assert elements(text, unmarked) == expected


def test_a_table_of_two_columns_names_its_rows_and_a_wider_one_its_columns() -> None:
    (pairs,), (columns,) = elements("Ort | Gotha\nZeit | 9 Uhr", unmarked), elements("a | b | c", unmarked)
    assert isinstance(pairs, Table)
    assert pairs.is_paired
    assert isinstance(columns, Table)
    assert not columns.is_paired


def test_a_heading_that_goes_on_overleaf_opens_once() -> None:
    leaves = lay_out([_passage(0, 1, "TOP 1"), _passage(1, 2, "TOP 1"), _passage(2, 2, "TOP 2")], unmarked)
    assert [leaf.label for leaf in leaves] == ["1", "2"]
    assert [section.heading for section in contents(leaves)] == ["TOP 1", "TOP 2"]
    assert contents(leaves)[1].anchor == "D-2"


def test_a_leaf_without_words_is_blank() -> None:
    blank, written = lay_out([_passage(0, 1, "", text=""), _passage(1, 2, "")], unmarked)
    assert blank.is_blank
    assert not written.is_blank


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("Legale Wand", True),
        ("• Wand\n• Dose", True),
        ("1. Dose\n2. Wand", True),
        ("Ort | Wand | Zeit", True),
        ("Was: Wand · Wer: Gotha", True),
        ("• anderes", False),
    ],
)
def test_a_stretch_is_matched_where_a_word_is_marked(text: str, matched: bool) -> None:  # noqa: FBT001 - a column
    def marker(text: str) -> tuple[Part, ...]:
        return (Part(text, matched="Wand" in text),)

    (stretch,) = stretches(lay_out([_passage(0, 1, "", text=text)], marker))
    assert stretch.matched is matched


def _passage(ordinal: int, page: int, heading: str, text: str = "Worte") -> Passage:
    return Passage(f"D-{ordinal}", "D", ordinal, page, str(page), heading, "", PassageKind.INFORMATION, text)
