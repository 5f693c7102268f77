"""The parts of a DOCX file, opened by python-docx, and how they refer to each other."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

import docx.package
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.opc.rel import Relationships
from lxml import etree

from indexer.extraction.authors import named
from indexer.extraction.docx.mending import XML_NAMES, mended
from indexer.extraction.elements import Element
from indexer.extraction.errors import BrokenError, TooLargeError
from indexer.extraction.titles import telling_title
from indexer.extraction.zipped import MOST_XML, opened, xml_parser

#: What python-docx raises on a package with lost or damaged parts.
FAILURES = (KeyError, TypeError, ValueError, AttributeError, OSError, BadZipFile, zlib.error, etree.XMLSyntaxError)


class Package:
    """The main part of a DOCX file, and the parts it refers to."""

    def __init__(self, path: Path) -> None:
        """Open a file after looking at what it would unpack to.

        Raises:
            UnreadableError: It is locked, too large, or no whole package with a main part.
        """
        self._package = _opened(path)
        main = next(related(self._package.rels, "officeDocument"), None)
        if main is None:
            raise BrokenError("It has no main document part.")
        self.main: Part = main
        self.document: Element = root(main)

    @property
    def title(self) -> str:
        """The title its core properties give, or "" where it tells nothing."""
        core = next(related(self._package.rels, "core-properties"), None)
        try:
            return telling_title(core.core_properties.title) if isinstance(core, CorePropertiesPart) else ""
        except AttributeError:  # the part holds something else
            return ""

    @property
    def authors(self) -> tuple[str, ...]:
        """Who made and who last changed it, as its core properties say."""
        core = next(related(self._package.rels, "core-properties"), None)
        try:
            said = core.core_properties if isinstance(core, CorePropertiesPart) else None
            return named((said.author, said.last_modified_by)) if said else ()
        except AttributeError:  # the part holds something else
            return ()

    def part(self, kind: str) -> Element | None:
        """Return the root of the part of a kind, e.g. "styles", or None."""
        return next(map(root, self.parts(kind)), None)

    def parts(self, kind: str) -> Iterator[Part]:
        """Yield all sound parts of a kind, e.g. "header"."""
        return filter(_is_sound, related(self.main.rels, kind))


def related(relations: Relationships, kind: str) -> Iterator[Part]:
    """Yield the parts of a kind that a part, or the package, refers to.

    Only the last word of a relation's type is looked at: transitional and strict files differ in the others.
    """
    found = (each for each in relations.values() if not each.is_external)
    return (each.target_part for each in found if each.reltype.rpartition("/")[2] == kind)


def root(part: Part) -> Element:
    """Return the root element of a part; python-docx has parsed those it has a class for."""
    if isinstance(part, XmlPart):
        element: Element = part.element
        return element
    try:
        return etree.fromstring(part.blob, xml_parser())
    except etree.XMLSyntaxError as error:
        raise BrokenError(f"{part.partname}: {error}") from error


def _is_sound(part: Part) -> bool:
    """Tell whether a part can be parsed; one that cannot is left out, as other programs do."""
    try:
        root(part)
    except BrokenError:
        return False
    return True


def _opened(path: Path) -> docx.package.Package:
    """Let python-docx open a file that is no bomb."""
    with opened(path) as archive:
        for member in archive.infolist():
            if member.filename.endswith(XML_NAMES) and member.file_size > MOST_XML:
                raise TooLargeError(f"{member.filename} unpacks to more than {MOST_XML} bytes.")
    try:
        with path.open("rb") as file:
            return docx.package.Package.open(file)
    except FAILURES:
        return docx.package.Package.open(mended(path))
