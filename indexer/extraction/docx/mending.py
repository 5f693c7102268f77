"""Mends packages with lost or damaged parts: python-docx opens whole ones only, but the text may be in another part."""

import posixpath
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import quoteattr
from zipfile import BadZipFile, ZipFile

from lxml import etree

from indexer.extraction.elements import Element, attribute, children, local
from indexer.extraction.zipped import xml_parser

#: The members that are XML.
XML_NAMES = (".xml", ".rels")
#: The member that lists what the others are.
CONTENT_TYPES = "[Content_Types].xml"
CONTENT_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"

#: The namespace by which python-docx knows the references between parts.
RELATIONS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


def mended(path: Path) -> BytesIO:
    """Return a copy of a package with its sound parts only, and without references to others."""
    copy = BytesIO()
    with ZipFile(path) as archive, ZipFile(copy, "w") as target:
        parts = dict(_sound_parts(archive))
        target.writestr(CONTENT_TYPES, _content_types(parts))
        for name, content in parts.items():
            target.writestr(name, _pruned(name, content, parts) if name.endswith(".rels") else content)
    return copy


def _sound_parts(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield the parts that unpack and, where they are XML, are well-formed."""
    for name in dict.fromkeys(archive.namelist()):
        try:
            content = archive.read(name)
            root = local(etree.fromstring(content, xml_parser())) if name.endswith(XML_NAMES) else ""
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, etree.XMLSyntaxError):
            continue
        if name != CONTENT_TYPES and (root == "Relationships" or not name.endswith(".rels")):
            yield name, content


def _content_types(parts: dict[str, bytes]) -> str:
    """Return a list of contents that python-docx takes every part by: what they are, their references tell."""
    endings = {posixpath.splitext(name)[1].lstrip(".") for name in parts} - {""}
    types = (f'<Default Extension={quoteattr(each)} ContentType="application/octet-stream"/>' for each in endings)
    return f'<Types xmlns="{CONTENT_TYPES_SPACE}">{"".join(types)}</Types>'


def _pruned(name: str, content: bytes, parts: dict[str, bytes]) -> bytes:
    """Return the relations of a part in their own namespace, without those that lead nowhere."""
    relations = etree.fromstring(content, xml_parser())
    folder = posixpath.dirname(posixpath.dirname(name))
    for element in (relations, *children(relations, "Relationship")):
        element.tag = f"{{{RELATIONS_SPACE}}}{local(element)}"
    for relation in list(children(relations, "Relationship")):
        if attribute(relation, "TargetMode") != "External" and _target(folder, relation) not in parts:
            relations.remove(relation)
    return etree.tostring(relations)


def _target(folder: str, relation: Element) -> str:
    """Return the name of the part that a relation leads to."""
    return posixpath.normpath(posixpath.join("/", folder, attribute(relation, "Target"))).lstrip("/")
