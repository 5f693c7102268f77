"""The parts of a DOCX file and how they refer to each other."""

import posixpath
from collections.abc import Iterator
from zipfile import ZipFile

from indexer.extraction.elements import Element, attribute, children
from indexer.extraction.errors import BrokenError
from indexer.extraction.zipped import part


class Package:
    """The main part of a DOCX file, and the parts it refers to."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        name = next((target for kind, target in _relations(archive, "") if kind == "officeDocument"), "")
        document = part(archive, name)
        if document is None:
            raise BrokenError("It has no main document part.")
        self.document: Element = document
        self._relations = list(_relations(archive, name))

    def part(self, kind: str) -> Element | None:
        """Return the part of a kind, e.g. "styles", or None."""
        return next(self.parts(kind), None)

    def parts(self, kind: str) -> Iterator[Element]:
        """Yield all parts of a kind, e.g. "header"."""
        found = (part(self._archive, target) for each, target in self._relations if each == kind)
        return (each for each in found if each is not None)


def _relations(archive: ZipFile, name: str) -> Iterator[tuple[str, str]]:
    """Yield kind and name of each part that a part, or the package itself (""), refers to."""
    folder, _, file = name.rpartition("/")
    relations = part(archive, posixpath.join(folder, "_rels", f"{file}.rels"))
    for relation in children(relations, "Relationship"):
        if attribute(relation, "TargetMode") != "External":
            target = posixpath.join("/", folder, attribute(relation, "Target"))
            yield attribute(relation, "Type").rpartition("/")[2], posixpath.normpath(target).lstrip("/")
