"""Lines without a layout become blocks."""

from indexer.extraction.flow import blocks_of_lines, join_flowing
from indexer.extraction.pages import BlockKind

WRAPPED = [
    "Am Treffen nahmen alle Standorte teil. Das Quartiers-",
    "management berichtete ausführlich über die Kinder-",
    "und Jugendarbeit im Stadtteil und über die geplanten",
    "Aktivitäten im nächsten Jahr. Danach wurde gemeinsam",
    "gegessen und die Planung für den Herbst besprochen und",
    "vereinbart, dass alle ihre Termine bald mitteilen.",
    "Ort: Berlin",
    "Zeit: 10 Uhr",
    "",
    "- ein Punkt, der so lang ist, dass er umbrochen werden",
    "  musste",
    "- noch einer",
    "3. Mai ist der nächste Termin der Arbeitsgemeinschaft.",
]


def test_full_lines_flow_and_short_lines_end_a_paragraph() -> None:
    blocks = [(block.kind, block.text) for block in blocks_of_lines(WRAPPED)]
    assert blocks[0][1].startswith("Am Treffen nahmen alle Standorte teil. Das Quartiersmanagement berichtete")
    assert "Kinder- und Jugendarbeit" in blocks[0][1]
    assert blocks[0][1].endswith("bald mitteilen.")
    assert blocks[1:] == [
        (BlockKind.PARAGRAPH, "Ort: Berlin"),
        (BlockKind.PARAGRAPH, "Zeit: 10 Uhr"),
        (BlockKind.ITEM, "- ein Punkt, der so lang ist, dass er umbrochen werden musste"),
        (BlockKind.ITEM, "- noch einer"),
        (BlockKind.PARAGRAPH, "3. Mai ist der nächste Termin der Arbeitsgemeinschaft."),
    ]


def test_lines_that_were_not_wrapped_stay_apart() -> None:
    lines = ["Protokoll", "Datum: 3.5.2019", "Anwesend: alle", "", "Wir beginnen."]
    assert [block.text for block in blocks_of_lines(lines)] == ["Protokoll", *lines[1:3], "Wir beginnen."]


def test_meant_line_breaks_stay_inside_a_paragraph() -> None:
    assert join_flowing(["Teilnehmer:", "alle  ", "", "beide"], 0) == "Teilnehmer:\nalle\nbeide"
