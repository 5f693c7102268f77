"""The text of PDF pages and its repair."""

from collections.abc import Callable

import pytest

from indexer.extraction.pages import Outcome, Reading
from indexer.extraction.pdf.quality import quality_of
from indexer.extraction.pdf.repair import repair
from tests.indexer.extraction.making import column, read_sample, shown, texts

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("found", "repaired"),
    [
        ("Gesch¨aftsjahr f¨ ur ¨Uberblick", "Geschäftsjahr für Überblick"),
        ("fuhrt den Namen ¨", "fuhrt den Namen"),
        ("\uf0b7 Punkt", "• Punkt"),
        (" Pﬂege\x0c\x1f ", "Pflege"),
        ("eins\ttwo", "eins two"),
    ],
)
def test_repair(found: str, repaired: str) -> None:
    assert repair(found) == repaired


def test_lines_become_paragraphs_and_hyphens_are_joined(read_pages: Read) -> None:
    lines = [
        "Am Treffen nahmen alle Standorte teil. Das Quartiers-",
        "management berichtete über die Kinder-",
        "und Jugendarbeit im Stadtteil und über den JMD-",
        "iQ in Hamburg. Danach wurde gegessen und gelacht.",
        "Ort: Berlin",
        "Zeit: 10 Uhr",
    ]
    assert texts(read_pages(column(lines))) == [
        (
            "Am Treffen nahmen alle Standorte teil. Das Quartiersmanagement berichtete über die Kinder- und "
            "Jugendarbeit im Stadtteil und über den JMD-iQ in Hamburg. Danach wurde gegessen und gelacht."
        ),
        "Ort: Berlin",
        "Zeit: 10 Uhr",
    ]


def test_a_larger_step_begins_a_paragraph(read_pages: Read) -> None:
    upper, lower = column(["Wir beginnen mit der Runde.", "Alle sind da"]), column(["und froh."], top=650)
    assert texts(read_pages(upper + lower)) == ["Wir beginnen mit der Runde. Alle sind da", "und froh."]


def test_items_begin_with_their_marker(read_pages: Read) -> None:
    lines = ["Wir brauchen:", "• Plakate für alle Standorte und für die Treffen, die im", "Herbst stattfinden"]
    reading = read_pages(column([*lines, "• Stifte", "1. zuerst"]) + column(["– innen"], top=600, left=100))
    assert shown(reading) == [
        ("paragraph", "Wir brauchen:"),
        ("item", "• Plakate für alle Standorte und für die Treffen, die im Herbst stattfinden"),
        ("item", "• Stifte"),
        ("item", "1. zuerst"),
        ("item", "– innen"),
    ]
    assert [block.level for block in reading.pages[0].blocks] == [0, 1, 1, 1, 2]


BODY = ["Die Gruppe trifft sich am Montag und bespricht die Ergebnisse.", "Danach wird gegessen, und alle gehen heim."]


def test_headings_are_larger_or_bold(read_pages: Read) -> None:
    page = [
        (72, 780, "B", 24, "Protokoll"),
        (72, 740, "F", 16, "Ergebnisse"),
        (72, 720, "B", 12, "Aufgaben"),
        *column(BODY),
        (72, 650, "B", 12, "Das ist ein fetter Satz."),
    ]
    reading = read_pages(page)
    blocks = reading.pages[0].blocks
    assert [(block.text, block.level) for block in blocks if block.kind == "heading"] == [
        ("Protokoll", 1),
        ("Ergebnisse", 2),
        ("Aufgaben", 3),
    ]
    assert blocks[-1].kind == "paragraph"


def test_headings_are_told_by_the_size_of_the_type_not_of_the_letters() -> None:
    """LibreOffice's fonts say nothing of their height: "8. Verschiedenes" seems larger than "was wir essen"."""
    blocks = read_sample("protokoll-standorttreffen-hamburg-2019-vorlaeufig.pdf").pages[0].blocks
    assert [(block.text, block.level) for block in blocks if block.kind == "heading"] == [
        ("Standorttreffen Hamburg – Protokoll, vorläufige Fassung", 1),
        ("Tagesordnung", 2),
        ("TOP 1: Begrüßung und Grußwort des Bezirks", 2),
        ("TOP 2: Protokoll der letzten Sitzung", 2),
        ("TOP 3: Mikroprojekte wirksamer machen", 2),
        ("TOP 4: Graffitiprävention und öffentlicher Raum", 2),
    ]


def test_a_line_that_begins_in_bold_is_no_heading() -> None:
    found = texts(read_sample("protokoll-standorttreffen-hamburg-2019.pdf"))
    (note,) = (text for text in found if text.startswith("Änderung gegenüber der vorläufigen Fassung:"))
    assert note.endswith("TOP 7 wurde ergänzt.")


def test_items_of_an_agenda_are_not_the_headings_they_announce() -> None:
    blocks = read_sample("protokoll-standorttreffen-gotha-2020.pdf").pages[0].blocks
    agenda = [block.kind.value for block in blocks if block.text.startswith(("1. Ankommen", "2. Was wurde"))]
    assert agenda == ["item", "item", "heading", "heading"]


def test_a_heading_does_not_take_the_line_far_below_it_nor_the_cell_beside_it(read_pages: Read) -> None:
    title = "Protokoll des Standorttreffens in Hamburg mit allen"
    page = [(72, 780, "B", 16, title), (72, 744, "B", 16, "Beispieldokument"), *column(BODY)]
    cards = [(72, 560, "B", 16, "Ankunft"), (72, 540, "F", 12, "Hier geht es los"), (300, 560, "B", 16, "Bar")]
    headings = [text for kind, text in shown(read_pages([*page, *cards])) if kind == "heading"]
    assert headings == [title, "Beispieldokument"]


def test_a_title_in_the_middle_does_not_take_the_date_below_it(read_pages: Read) -> None:
    page = [(120, 780, "B", 20, "Debatten in Netzen untersuchen"), (216.1, 756, "B", 20, "1. Juni 2018")]
    assert [text for kind, text in shown(read_pages([*page, *column(BODY)])) if kind == "heading"] == [
        "Debatten in Netzen untersuchen",
        "1. Juni 2018",
    ]


@pytest.mark.parametrize("form", ["{} {}", "{}.{}", "{}.) {}", "{} – {}", "Punkt {} {}", "zu TOP {} {}"])
def test_numbered_lines_of_one_length_stay_apart(read_pages: Read, form: str) -> None:
    lines = [form.format(number, "Bericht über den Stand der Arbeit") for number in (1, 2, 3)]
    assert texts(read_pages(column(lines))) == lines


def test_numbered_headings_are_no_level_of_items(read_pages: Read) -> None:
    page = [(72, 740, "B", 16, "TOP 1: Wahl"), (90, 714, "F", 12, "• Punkt"), *column(BODY)]
    assert [block.level for block in read_pages(page).pages[0].blocks if block.kind == "item"] == [1]


def test_a_label_in_bold_is_no_heading(read_pages: Read) -> None:
    page = [(72, 740, "B", 12, "Ort:"), (105, 740, "F", 12, "Berlin"), *column(BODY)]
    assert shown(read_pages(page))[0] == ("paragraph", "Ort: Berlin")


def test_a_heading_in_bold_does_not_run_on_in_regular_type(read_pages: Read) -> None:
    page = [(72, 740, "B", 22, "Auswertung der Umfrage:"), (72, 715, "F", 21, "Jugendmigrationsdienst"), *column(BODY)]
    assert shown(read_pages(page))[:2] == [
        ("heading", "Auswertung der Umfrage:"),
        ("heading", "Jugendmigrationsdienst"),
    ]


def test_many_headings_in_a_row_are_a_list(read_pages: Read) -> None:
    names = [(72.0, 780 - 20 * number, "B", 12.0, f"Standort {name}") for number, name in enumerate("ABCD")]
    assert {kind for kind, _ in shown(read_pages([*names, *column(BODY)]))} == {"paragraph"}


def test_a_row_of_a_table_stays_a_row(read_pages: Read) -> None:
    page = [
        (72, 740, "F", 12, "Was"), (230, 740, "F", 12, "Wer"), (380, 740, "F", 12, "Bis wann"),
        (72, 720, "F", 12, "Einladungen"), (72, 706, "F", 12, "verschicken"),
        (230, 720, "F", 12, "Koordination"), (230, 706, "F", 12, "Berlin"), (380, 720, "F", 12, "31.03.2019"),
        (72, 686, "F", 12, "Protokoll"), (230, 686, "F", 12, "N. N."), (380, 686, "F", 12, "1.4."),
        *column(BODY, top=640),
    ]  # fmt: skip
    table = read_pages(page).pages[0].blocks[0]
    assert table.rows == (
        ("Was", "Wer", "Bis wann"),
        ("Einladungen verschicken", "Koordination Berlin", "31.03.2019"),
        ("Protokoll", "N. N.", "1.4."),
    )


def test_figures_that_end_below_each_other_make_a_table(read_pages: Read) -> None:
    page = [
        (72, 740, "F", 12, "Miete"), (400 - 6.67 * 4, 740, "F", 12, "1000"),
        (72, 720, "F", 12, "Essen"), (400 - 6.67 * 2, 720, "F", 12, "50"),
        *column(BODY, top=640),
    ]  # fmt: skip
    assert read_pages(page).pages[0].blocks[0].rows == (("Miete", "1000"), ("Essen", "50"))


def test_two_columns_of_text_are_no_table(read_pages: Read) -> None:
    left = [f"Links steht Zeile {number} im Text" for number in range(10)]
    right = [f"Rechts steht Zeile {number} im Text" for number in range(10)]
    reading = read_pages(column(left) + column(right, left=330))
    assert "table" not in {kind for kind, _ in shown(reading)}
    words = " ".join(texts(reading))
    assert words.index("Links steht Zeile 9") < words.index("Rechts steht Zeile 0")


@pytest.mark.parametrize("count", [2, 3, 8])
def test_running_lines_are_marked(read_pages: Read, count: int) -> None:
    pages = [
        [
            (72, 800, "F", 9, "JMD im Quartier"),
            *column([f"Hier steht {word} im Text."]),
            (72, 30, "F", 9, f"Seite {n} von 8"),
        ]
        for n, word in enumerate(["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht"][:count], start=1)
    ]
    blocks = read_pages(*pages).pages[1].blocks
    assert [(block.kind.value, block.text) for block in blocks] == [
        ("header", "JMD im Quartier"),
        ("paragraph", "Hier steht zwei im Text."),
        ("footer", "Seite 2 von 8"),
    ]


def test_one_page_tells_nothing_of_running_lines(read_pages: Read) -> None:
    page = [(72, 800, "F", 12, "JMD im Quartier"), *column(BODY)]
    assert "header" not in {kind for kind, _ in shown(read_pages(page))}


def test_a_title_is_not_the_running_line_that_repeats_it(read_pages: Read) -> None:
    small = (72, 800, "F", 9, "Nadelmethode")
    first = [small, (72, 770, "F", 24, "Nadelmethode"), *column(["Hier steht der Anfang im Text."])]
    second = [small, *column(["Hier steht das Ende im Text."])]
    assert [(kind, text) for kind, text in shown(read_pages(first, second)) if text == "Nadelmethode"] == [
        ("header", "Nadelmethode"),
        ("heading", "Nadelmethode"),
        ("header", "Nadelmethode"),
    ]


def test_pages_have_their_labels_and_the_file_its_title(read_pages: Read) -> None:
    labels = "/PageLabels<</Nums[0<</S/r>>1<</S/D/St 12>>]>>"
    reading = read_pages(column(BODY), column(BODY), info="/Title(Bericht 2019)", catalogue=labels)
    assert [(page.number, page.label) for page in reading.pages] == [(1, "i"), (2, "12")]
    assert (reading.title, reading.language) == ("Bericht 2019", "de")
    assert reading.tool.startswith("pypdfium2 ")


def test_a_page_without_text_is_still_a_page(read_pages: Read) -> None:
    assert [page.number for page in read_pages([], column(BODY)).pages] == [1, 2]
    assert read_pages([]).outcome is Outcome.NO_TEXT


GERMAN = "Die Gruppe trifft sich am Montag und bespricht die Ergebnisse mit den Eltern. " * 10


@pytest.mark.parametrize(
    "text",
    ["DieGruppetrifftsichamMontagundbesprichtdieErgebnissemitdenEltern. " * 10, "\x15\x14\x0c\x07\x13 Wort",
     "W hd hgjk lkj " * 40, "\ufffd\ufffd\ufffd Text"],
)  # fmt: skip
def test_doubtful_text(text: str) -> None:
    assert quality_of(text).is_doubtful
    assert quality_of(GERMAN) > quality_of(text)


@pytest.mark.parametrize("text", [GERMAN, "", "Workshop Design Thinking", "Herbst · Winter · Lorem"])
def test_sound_text(text: str) -> None:
    assert not quality_of(text).is_doubtful
