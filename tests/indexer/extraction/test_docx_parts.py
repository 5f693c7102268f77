"""Parts of a DOCX file beside its text: charts, diagrams, chunks of other formats, and references to nothing."""

from email.message import EmailMessage
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from indexer.extraction.extract import extract
from indexer.extraction.pages import Outcome
from tests.indexer.extraction.making import DOCX, RELATIONS, SPACES, p, shown, texts, write_docx

CHART = """<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart>
<c:title><c:tx><c:rich><a:p><a:r><a:t>Teilnahme</a:t></a:r></a:p></c:rich></c:tx></c:title>
<c:cat><c:strRef><c:f>A1</c:f><c:strCache><c:pt><c:v>Gotha</c:v></c:pt><c:pt><c:v>Moabit</c:v></c:pt></c:strCache>
</c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt><c:v>17</c:v></c:pt></c:numCache></c:numRef></c:val>
</c:chart></c:chartSpace>"""
DIAGRAM = """<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"
xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:t><a:p><a:r><a:t>Planen</a:t></a:r></a:p></dgm:t>
<dgm:t><a:p><a:r><a:t>Bauen</a:t></a:r></a:p></dgm:t></dgm:dataModel>"""
MAIL = EmailMessage()
MAIL.set_content("<p>Aus der Mail</p>", subtype="html")


def write_with_part(path: Path, anchor: str, kind: str, content: bytes) -> None:
    """Write a document with a part that an element in its text refers to, as `{}`."""
    document = docx.Document()
    document.add_paragraph("davor")
    package = document.part.package
    assert package
    part = Part(PackURI("/word/part.bin"), kind, content, package)
    relation = document.part.relate_to(part, f"{RELATIONS}/part")
    document.element.body.insert(1, parse_xml(anchor.format(relation, spaces=SPACES)))
    document.save(str(path))


@pytest.mark.parametrize(
    ("anchor", "kind", "content", "blocks"),
    [
        ('<w:p {spaces}><w:r><w:drawing><w:chart r:id="{}"/></w:drawing></w:r></w:p>', "application/xml", CHART,
         [("paragraph", "Teilnahme\nGotha\nMoabit")]),
        ('<w:p {spaces}><w:r><w:drawing><w:relIds r:dm="{}"/></w:drawing></w:r></w:p>', "application/xml", DIAGRAM,
         [("item", "• Planen"), ("item", "• Bauen")]),
        ('<w:altChunk {spaces} r:id="{}"/>', "text/html", "<h1>Plan</h1>", [("heading", "Plan")]),
        ('<w:altChunk {spaces} r:id="{}"/>', "message/rfc822", MAIL.as_string(), [("paragraph", "Aus der Mail")]),
        ('<w:altChunk {spaces} r:id="{}"/>', "text/plain", "eins", [("paragraph", "eins")]),
        ('<w:altChunk {spaces} r:id="{}"/>', "application/octet-stream", "eins", []),
        ('<w:altChunk {spaces} r:id="fehlt{}"/>', "text/plain", "eins", []),
    ],
)  # fmt: skip
def test_what_stands_in_a_part_of_its_own(
    tmp_path: Path, anchor: str, kind: str, content: str, blocks: list[tuple[str, str]]
) -> None:
    write_with_part(tmp_path / "file", anchor, kind, content.encode())
    assert shown(extract(tmp_path / "file", DOCX)) == [("paragraph", "davor"), *blocks]


def test_a_reference_to_nothing_does_no_harm(tmp_path: Path) -> None:
    write_docx(tmp_path / "whole", p("Text"), {"header": p("Kopf")})
    with ZipFile(tmp_path / "whole") as whole, ZipFile(tmp_path / "file", "w") as file:
        for name in whole.namelist():
            lost = b'<Relationship Id="x" Type="urn:image" Target="NULL"/></Relationships>'
            file.writestr(name, whole.read(name).replace(b"</Relationships>", lost))
    reading = extract(tmp_path / "file", DOCX)
    assert (reading.outcome, texts(reading)) == (Outcome.TEXT, ["Kopf", "Text"])


@pytest.mark.parametrize("name", ["footnotes", "styles", "header"])
def test_a_damaged_part_loses_no_other_text(tmp_path: Path, name: str) -> None:
    write_docx(tmp_path / "file", p("Text"), {"footer": p("Fuß"), name: "<w:footnote>"})
    reading = extract(tmp_path / "file", DOCX)
    assert (reading.outcome, texts(reading)) == (Outcome.TEXT, ["Text", "Fuß"])


def test_a_comment_in_the_xml_cuts_no_text(tmp_path: Path) -> None:
    write_docx(tmp_path / "file", p("eins <!-- nichts -->zwei"), {})
    assert texts(extract(tmp_path / "file", DOCX)) == ["eins zwei"]
