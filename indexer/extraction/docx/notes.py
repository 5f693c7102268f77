"""Footnotes, endnotes and comments, found by the marks in the text."""

from collections.abc import Iterator

from indexer.extraction.docx.inline import NoteReference
from indexer.extraction.docx.package import Package, root
from indexer.extraction.elements import Element, attribute, children

#: The kinds of marks.
KINDS = ("footnote", "endnote", "comment")


class Notes:
    """The notes of one document."""

    def __init__(self, package: Package) -> None:
        self._notes = {
            NoteReference(kind, attribute(note, "id")): note
            for kind in KINDS
            for part in package.parts(f"{kind}s")
            for note in children(root(part), kind)
        }

    def of(self, references: list[NoteReference]) -> Iterator[Element]:
        """Yield the notes that marks belong to, as far as there are any."""
        return (self._notes[each] for each in references if each in self._notes)
