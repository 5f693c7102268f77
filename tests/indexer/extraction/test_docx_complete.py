"""No visible word of a DOCX file is lost, whichever program wrote it and whichever feature holds it."""

import re
import shutil
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Cm

from indexer.extraction.extract import extract
from tests.indexer.extraction.making import DOCX, SPACES, shown, texts

_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_PART = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")


def words_in_xml(path: Path) -> set[str]:
    """Return all words that stand in text elements; what was deleted stands in others."""
    with ZipFile(path) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if _PART.fullmatch(name)]
    return {word for part in parts for text in _TEXT.findall(part) for word in unescape(text).split()}


def words_read(path: Path) -> str:
    return "\n".join(texts(extract(path, DOCX)))


def xml(text: str) -> Callable[[Document], None]:
    """Return what appends raw XML to a document."""

    def append(document: Document) -> None:
        document.element.body.insert_element_before(parse_xml(text.replace("<w:p>", f"<w:p {SPACES}>", 1)), "w:sectPr")

    return append


def run(word: str) -> str:
    return f"<w:r><w:t>{word}</w:t></w:r>"


def headings(document: Document) -> None:
    document.add_heading("Titelzeile", 0)
    document.add_heading("Oberkapitel", 1)


def lists(document: Document) -> None:
    document.add_paragraph("Erstpunkt", style="List Number")
    document.add_paragraph("Zweitpunkt", style="List Number")
    document.add_paragraph("Strichpunkt", style="List Bullet 2")


def tables(document: Document) -> None:
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Verbundzelle"
    table.cell(1, 0).text = "Aufgabe"
    table.cell(1, 1).add_table(1, 2).cell(0, 1).text = "Innenzelle"


def running_heads(document: Document) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Erstkopf"
    section.header.paragraphs[0].text = "Folgekopf"
    section.footer.add_table(1, 2, Cm(10)).cell(0, 1).text = "Fußzelle"
    other = document.add_section()
    other.header.is_linked_to_previous = False
    other.header.paragraphs[0].text = "Abschnittskopf"


def comments(document: Document) -> None:
    paragraph = document.add_paragraph("Kommentiert")
    document.add_comment(paragraph.runs, "Randbemerkung", "N. N.")


FEATURES: dict[str, tuple[Callable[[Document], object], list[str]]] = {
    "headings": (headings, ["Titelzeile", "Oberkapitel"]),
    "lists": (lists, ["1. Erstpunkt", "2. Zweitpunkt", "• Strichpunkt"]),
    "tables": (tables, ["Verbundzelle", "Aufgabe | ", "Innenzelle"]),
    "running heads": (running_heads, ["Erstkopf", "Folgekopf", "Fußzelle", "Abschnittskopf"]),
    "comments": (comments, ["Kommentiert", "Randbemerkung"]),
    "insertion": (xml(f"<w:p><w:ins>{run('Eingefügt')}</w:ins></w:p>"), ["Eingefügt"]),
    "moved": (xml(f"<w:p><w:moveTo>{run('Umgestellt')}</w:moveTo></w:p>"), ["Umgestellt"]),
    "content control": (
        xml(f"<w:p><w:sdt><w:sdtPr/><w:sdtContent>{run('Datumsfeld')}</w:sdtContent></w:sdt></w:p>"), ["Datumsfeld"]
    ),
    "field": (xml(f"<w:p><w:fldSimple w:instr='DATE'>{run('Feldinhalt')}</w:fldSimple></w:p>"), ["Feldinhalt"]),
    "smart tag": (xml(f"<w:p><w:smartTag w:element='x'>{run('Ortsname')}</w:smartTag></w:p>"), ["Ortsname"]),
    "hyperlink": (xml(f"<w:p><w:hyperlink w:anchor='x'>{run('Verweis')}</w:hyperlink></w:p>"), ["Verweis"]),
    "text box": (
        xml(f"<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p>{run('Kasten')}</w:p></w:txbxContent></v:textbox>"
            "</w:pict></w:r></w:p>"), ["Kasten"]
    ),
    "no-break hyphen": (
        xml("<w:p><w:r><w:t>Fach</w:t><w:noBreakHyphen/><w:t>Tag</w:t></w:r></w:p>"), ["Fach-Tag"]
    ),
    "tab and break": (
        xml("<w:p><w:r><w:t>Links</w:t><w:tab/><w:t>Mitte</w:t><w:br/><w:t>Unten</w:t></w:r></w:p>"),
        ["Links\tMitte\nUnten"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("feature", FEATURES)
def test_of_files_of_python_docx(tmp_path: Path, feature: str) -> None:
    build, expected = FEATURES[feature]
    document = docx.Document()
    document.add_paragraph("Davor")
    build(document)
    document.save(str(tmp_path / "file"))
    found = words_read(tmp_path / "file")
    assert [words for words in expected if found.count(words) != 1] == []
    assert [word for word in words_in_xml(tmp_path / "file") if word not in found.split() and word not in found] == []


OPENDOCUMENT = "urn:oasis:names:tc:opendocument:xmlns"
FODT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="{OPENDOCUMENT}:office:1.0" xmlns:text="{OPENDOCUMENT}:text:1.0" xmlns:table="{OPENDOCUMENT}:table:1.0"
 xmlns:style="{OPENDOCUMENT}:style:1.0" xmlns:draw="{OPENDOCUMENT}:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:svg="{OPENDOCUMENT}:svg-compatible:1.0" xmlns:fo="{OPENDOCUMENT}:xsl-fo-compatible:1.0">
<office:automatic-styles>
 <style:page-layout style:name="pm"><style:header-style/><style:footer-style/></style:page-layout>
 <text:list-style style:name="L"><text:list-level-style-number text:level="1"
  style:num-prefix="TOP " style:num-suffix=":"
  style:num-format="1"/></text:list-style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm">
 <style:header><text:p>Kopfzeile</text:p></style:header><style:footer><text:p>Fußzeile</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
<text:tracked-changes>
<text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>N. N.</dc:creator>
<dc:date>2019-05-03T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region text:id="c2"><text:deletion><office:change-info><dc:creator>N. N.</dc:creator>
<dc:date>2019-05-03T10:00:00</dc:date></office:change-info><text:p>Gestrichen</text:p></text:deletion>
</text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Überschrift</text:h>
<text:list text:style-name="L"><text:list-item><text:p>Begrüßung</text:p></text:list-item>
<text:list-item><text:p>Haushalt</text:p></text:list-item></text:list>
<text:p><text:change-start text:change-id="c1"/>Eingefügt<text:change-end text:change-id="c1"/> und
<text:change text:change-id="c2"/> bleibt.</text:p>
<text:p>Fach\u2011Tag mit Quar\u00adtier<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>Fußnote</text:p></text:note-body></text:note><text:note text:note-class="endnote">
<text:note-citation>i</text:note-citation><text:note-body><text:p>Endnote</text:p></text:note-body></text:note>
<office:annotation><dc:creator>N. N.</dc:creator><text:p>Randbemerkung</text:p></office:annotation></text:p>
<text:p>Am <text:author-name text:fixed="true">Feldname</text:author-name><text:tab/>
Links<text:line-break/>
Unten <text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#x">Verweis</text:a></text:p>
<text:p><draw:frame svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>Kasten</text:p></draw:text-box></draw:frame>
<draw:custom-shape svg:width="3cm" svg:height="2cm"><text:p>Zeichnung</text:p></draw:custom-shape></text:p>
<table:table>
<table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>Was</text:p>
</table:table-cell><table:table-cell><text:p>Wer</text:p></table:table-cell></table:table-row><table:table-row>
<table:table-cell table:number-columns-spanned="2"><text:p>Verbund</text:p></table:table-cell>
<table:covered-table-cell/>
</table:table-row></table:table>
<text:section text:name="s"><text:p>Bereich</text:p></text:section>
</office:text></office:body></office:document>"""

EXPECTED = [
    "Kopfzeile", "Fußzeile", "Überschrift", "TOP 1: Begrüßung", "TOP 2: Haushalt", "Eingefügt", "Fach-Tag", "Quartier",
    "Fußnote", "Endnote", "Randbemerkung", "Feldname", "Links", "Unten", "Verweis", "Kasten", "Zeichnung",
    "Was | Wer", "Verbund", "Bereich",
]  # fmt: skip


@pytest.mark.system
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_of_files_of_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "file.fodt").write_text(FODT)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "file.fodt")], check=True, capture_output=True, timeout=120)
    found = words_read(tmp_path / "file.docx")
    assert {words: found.count(words) for words in EXPECTED if found.count(words) != 1} == {}
    assert "Gestrichen" not in found
    plain = found.replace("-", "\u2011")
    words = (word.replace("\u00ad", "") for word in words_in_xml(tmp_path / "file.docx"))
    assert [word for word in words if word not in found and word not in plain] == []
    kinds = {text: kind for kind, text in shown(extract(tmp_path / "file.docx", DOCX))}
    assert (kinds["Überschrift"], kinds["TOP 1: Begrüßung"], kinds["Fußnote"]) == ("heading", "item", "note")
