"""Damaged members of a package are left out."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from indexer.extraction.docx.mending import mended
from indexer.extraction.extract import extract
from tests.indexer.extraction.making import DOCX, p, texts, write_docx


def test_a_member_that_does_not_unpack_is_left_out(tmp_path: Path) -> None:
    write_docx(tmp_path / "file", p("Text"), {"header": p("Kopf")})
    content = bytearray((tmp_path / "file").read_bytes())
    with ZipFile(BytesIO(content)) as archive:
        member = archive.getinfo("word/header.xml")
    content[member.header_offset + 30 + len(member.filename) + 20] ^= 0xFF
    (tmp_path / "file").write_bytes(content)
    with ZipFile(mended(tmp_path / "file")) as archive:
        assert "word/header.xml" not in archive.namelist()
        assert b"header" not in archive.read("word/_rels/document.xml.rels")
    assert texts(extract(tmp_path / "file", DOCX)) == ["Text"]


@pytest.mark.parametrize("name", ["[Content_Types].xml", "word/_rels/header.xml.rels", "docProps/core.xml"])
@pytest.mark.parametrize("content", [b"", b"<x/>"])
def test_a_part_that_is_another_costs_no_text(tmp_path: Path, name: str, content: bytes) -> None:
    document = docx.Document()
    document.add_paragraph("Text")
    document.save(str(tmp_path / "whole"))
    with ZipFile(tmp_path / "whole") as whole, ZipFile(tmp_path / "file", "w") as file:
        for each in {*whole.namelist(), name}:
            file.writestr(each, content if each == name else whole.read(each))
    assert texts(extract(tmp_path / "file", DOCX)) == ["Text"]


def test_other_parts_and_references_outside_stay(tmp_path: Path) -> None:
    write_docx(tmp_path / "whole", p("Text"), {"header": p("Kopf")})
    outside = (
        b'<Relationship Id="x" Type="urn:link" Target="https://example.org" TargetMode="External"/></Relationships>'
    )
    with ZipFile(tmp_path / "whole") as whole, ZipFile(tmp_path / "file", "w") as file:
        for name in whole.namelist():
            file.writestr(name, whole.read(name).replace(b"</Relationships>", outside))
        file.writestr("word/media/picture.png", b"\x89PNG")
    with ZipFile(mended(tmp_path / "file")) as archive:
        assert b"example.org" in archive.read("word/_rels/document.xml.rels")
        assert archive.read("word/media/picture.png") == b"\x89PNG"


@pytest.mark.parametrize("name", ["_rels/.rels", "word/_rels/document.xml.rels"])
def test_relations_in_a_damaged_namespace_cost_no_text(tmp_path: Path, name: str) -> None:
    document = docx.Document()
    document.add_paragraph("Text")
    document.save(str(tmp_path / "whole"))
    with ZipFile(tmp_path / "whole") as whole, ZipFile(tmp_path / "file", "w") as file:
        for each in whole.namelist():
            content = whole.read(each)
            file.writestr(
                each,
                content.replace(b'package/2006/relationships"', b'package/2007/relationships"')
                if each == name
                else content,
            )
    assert texts(extract(tmp_path / "file", DOCX)) == ["Text"]


def test_a_relation_that_lost_its_target_costs_no_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Text")
    document.save(str(tmp_path / "whole"))
    with ZipFile(tmp_path / "whole") as whole, ZipFile(tmp_path / "file", "w") as file:
        for name in whole.namelist():
            content = whole.read(name)
            damaged = content.replace(b'Target="styles.xml"', b'Tarqet="styles.xml"')
            assert (damaged == content) is (name != "word/_rels/document.xml.rels")
            file.writestr(name, damaged)
    assert texts(extract(tmp_path / "file", DOCX)) == ["Text"]
