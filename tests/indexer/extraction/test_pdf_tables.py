"""Rows of tables in PDF files: which words stand in which cell."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from indexer.extraction.extract import extract
from indexer.extraction.pages import Reading
from tests.indexer.extraction.making import Written, column, read_sample, rows, shown, texts

Read = Callable[..., Reading]

BODY = ["Die Gruppe trifft sich am Montag und bespricht die Ergebnisse.", "Danach wird gegessen, und alle gehen heim."]


def written(left: float, bottom: float, text: str) -> Written:
    return (left, bottom, "F", 12, text)


@pytest.mark.parametrize(
    ("sample", "row"),
    [
        # LibreOffice: the first cell and the last hold two lines each
        ("protokoll-standorttreffen-gotha-2020.pdf",
         ("Merkblatt Haftung und Versicherung", "Servicebüro", "verspätet, liegt seit Februar 2020 vor")),
        # … a word is broken at the end of a cell's line
        ("protokoll-standorttreffen-gotha-2020.pdf",
         ("Redaktionsplan Instagram", "Projektleitung Stuttgart",
          "läuft, seit April 2020 mit Vertretung durch Flensburg")),
        ("standortbericht-peine-2020.pdf",
         ("2 Online-Fitness mit dem Sportverein", "Sport", "22", "nach sieben Wochen beendet")),
        # Typst: the last row's last cell
        ("methode-graffiti-legal-wall-workshop.pdf",
         ("Material", ("Grundierung, 60 bis 80 Dosen, Wechselkappen, Atemschutz, Handschuhe, Folie, Absperrband, "
          "abschließbarer Schrank"))),
    ],
)  # fmt: skip
def test_a_cell_of_several_lines_stays_in_its_row(sample: str, row: tuple[str, ...]) -> None:
    assert row in rows(read_sample(sample))


@pytest.mark.parametrize(
    ("sample", "due"),
    [
        # Typst: the second column is nearly full
        ("RT-Ost_Neubrandenburg_2020-02-12.pdf",
         ["28.02.2020", "31.03.2020", "Mitte März 2020", "06.03.2020", "zeitnah", "bis zum nächsten Standorttreffen"]),
        # LibreOffice: a row's second and third cell are drawn as one line
        ("protokoll-standorttreffen-hamburg-2019.pdf", ["24.04.2019", "30.04.2019", "15.05.2019", "03.06.2019"]),
    ],
)  # fmt: skip
def test_due_dates_have_their_own_column(sample: str, due: list[str]) -> None:
    tasks = rows(read_sample(sample))[-len(due) :]
    assert [row[2:] for row in tasks] == [(date,) for date in due]


def test_a_column_is_known_from_the_rows_around(read_pages: Read) -> None:
    page = [
        written(72, 740, "Was"), written(230, 740, "Wer"), written(320, 740, "Bis wann"),
        written(72, 720, "Einladungen"), written(230, 720, "Koordination"), written(320, 720, "31.03.2019"),
        written(72, 700, "Protokoll"), written(230, 700, "Koordinator:in"), written(320, 700, "1.4."),
        *column(BODY, top=640),
    ]  # fmt: skip
    assert rows(read_pages(page)) == [
        ("Was", "Wer", "Bis wann"),
        ("Einladungen", "Koordination", "31.03.2019"),
        ("Protokoll", "Koordinator:in", "1.4."),
    ]


def test_a_column_ends_where_a_line_runs_across_it(read_pages: Read) -> None:
    page = [
        written(72, 740, "Was"), written(230, 740, "Wer"),
        written(72, 720, "Einladungen"), written(230, 720, "Koordination"),
        *column(BODY, top=680),
        written(72, 640, "Danach gehen alle zum See"), written(230, 640, "und baden."),
        written(72, 620, "Danach gehen alle zum Eis"), written(230, 620, "und essen."),
    ]  # fmt: skip
    reading = read_pages(page)
    assert len(rows(reading)) == len(("Was", "Einladungen"))
    assert shown(reading)[-2:] == [
        ("paragraph", "Danach gehen alle zum See und baden."),
        ("paragraph", "Danach gehen alle zum Eis und essen."),
    ]


def test_a_cell_beside_one_that_is_centred(read_pages: Read) -> None:
    page = [
        written(72, 740, "Was"), written(230, 740, "Wer"), written(320, 740, "Wozu"),
        written(72, 700, "Plakate"), written(230, 700, "Gotha"),
        written(320, 707, "Einladung zum"), written(320, 693, "Sommerfest"),
        written(72, 660, "Stifte"), written(230, 660, "Trier"), written(320, 660, "Workshop"),
        *column(BODY, top=600),
    ]  # fmt: skip
    assert rows(read_pages(page))[1] == ("Plakate", "Gotha", "Einladung zum Sommerfest")


def test_a_justified_line_has_no_cells(read_pages: Read) -> None:
    lines = [["Das", "Treffen", "findet"], ["Der", "Garten", "blüht"], ["Wer", "kommt,", "bleibt"]]
    widths = {"Das": 22, "Treffen": 42, "Der": 22, "Garten": 40, "Wer": 25, "kommt,": 39}
    page = [*column(BODY)]
    for number, words in enumerate(lines):
        left = 72.0
        for word in words:
            page.append(written(left, 640 - 14 * number, word))
            left += widths.get(word, 0) + 20
    assert "table" not in {kind for kind, _ in shown(read_pages(page))}


TASKS = (
    ("Was", "Wer", "Bis wann"),
    ("Einladungen an alle Einrichtungen im Stadtteil verschicken", "Projektleitung Hamburg", "31.03.2019"),
    ("Plakate", "Standort Berlin mit dem Servicebüro", "spätestens bis zum nächsten Standorttreffen"),
    ("Doku", "alle", "laufend, erste Fassung bis Ende Mai 2019"),
)


@pytest.mark.system
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_table_and_an_agenda_of_a_word_processor(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(0, 3)
    for row in TASKS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    agenda = [f"{number} Bericht über den Stand der Mikroprojekte" for number in (1, 2, 3)]
    for line in agenda:
        document.add_paragraph(line).paragraph_format.space_after = Pt(0)
    document.save(str(tmp_path / "file.docx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "file.docx")], check=True, capture_output=True, timeout=120)
    reading = extract(tmp_path / "file.pdf", "application/pdf")
    assert reading.pages[0].blocks[0].rows == TASKS
    assert texts(reading)[-3:] == agenda
