"""Presentations and workbooks of Microsoft Office."""

from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pptx
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Inches

from indexer.extraction.extract import OFFICE, extract
from indexer.extraction.pages import Reading
from tests.indexer.extraction.making import shown

PPTX, XLSX = f"{OFFICE}.presentationml.presentation", f"{OFFICE}.spreadsheetml.sheet"


def presentation(path: Path) -> Reading:
    """Write and read a presentation with one thing of each kind."""
    made = pptx.Presentation()
    made.core_properties.title = "Auftakt"
    slide = made.slides.add_slide(made.slide_layouts[1])
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame.text = "In der Gruppe"
    table = slide.shapes.add_table(1, 2, 0, 0, Inches(2), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Was", "Wer"
    slide.shapes.title.text = "Ziele\vund Wege"
    frame = slide.placeholders[1].text_frame
    frame.text = "Teilhabe"
    inner = frame.add_paragraph()
    inner.text, inner.level = "Begegnung", 1
    slide.notes_slide.notes_text_frame.text = "Langsam sprechen"
    made.slides.add_slide(made.slide_layouts[6])
    made.save(str(path))
    return extract(path, PPTX)


def test_a_presentation(tmp_path: Path) -> None:
    reading = presentation(tmp_path / "file")
    assert shown(reading) == [
        ("heading", "Ziele und Wege"),
        ("item", "• Teilhabe"),
        ("item", "• Begegnung"),
        ("paragraph", "In der Gruppe"),
        ("table", "Was | Wer"),
        ("note", "Langsam sprechen"),
    ]
    assert [block.level for block in reading.pages[0].blocks[:3]] == [1, 1, 2]
    assert (len(reading.pages), reading.title) == (2, "Auftakt")


DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DATA = f"""<d:dataModel xmlns:d="{DIAGRAM}" xmlns:a="{DRAWING}"><a:p><a:r><a:t>Ankommen</a:t></a:r></a:p><a:p/>
<a:p><a:r><a:t>Mitmachen</a:t></a:r></a:p></d:dataModel>"""
FRAME = """<p:graphicFrame xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
xmlns:a="{a}" xmlns:r="{r}">
<p:nvGraphicFramePr><p:cNvPr id="9" name="D"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>
<p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic><a:graphicData uri="{d}">
<d:relIds xmlns:d="{d}" r:dm="{id}"/></a:graphicData></a:graphic></p:graphicFrame>"""


def test_the_words_of_a_diagram(tmp_path: Path) -> None:
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    data = Part(PackURI("/ppt/diagrams/data1.xml"), "application/xml", made.part.package, DATA.encode())
    relation = slide.part.relate_to(data, f"{RELATIONS}/diagramData")
    slide.shapes._spTree.append(  # noqa: SLF001 - python-pptx makes no diagrams
        parse_xml(FRAME.format(a=DRAWING, r=RELATIONS, d=DIAGRAM, id=relation))
    )
    made.save(str(tmp_path / "file"))
    assert shown(extract(tmp_path / "file", PPTX)) == [("item", "• Ankommen"), ("item", "• Mitmachen")]


def test_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    sheet.title = "Termine"
    sheet.append(["Was", None, "Wann", "Beginn", "Kosten", None])
    sheet.append([])
    sheet.append(["Treffen", None, date(2019, 4, 3), time(10, 30), 2.5])
    sheet.append(["Fest", True, datetime(2019, 5, 3, 14, 0), None, 3.0])  # noqa: DTZ001 - cells have no time zone
    book.create_sheet("Leer")
    book.properties.title = "Plan"
    book.save(tmp_path / "file")
    reading = extract(tmp_path / "file", XLSX)
    assert [block.text for block in reading.pages[0].blocks] == [
        "Termine",
        "Was |  | Wann | Beginn | Kosten\nTreffen |  | 03.04.2019 | 10:30 | 2,5\nFest | True | 03.05.2019 14:00 |  | 3",
    ]
    assert (len(reading.pages), reading.title) == (2, "Plan")
