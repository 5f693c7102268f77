"""Reads one paragraph: its label, its text, what hangs on it, and what it is."""

import re
from dataclasses import dataclass

from indexer.extraction.docx.inline import PAGE_BREAK, SILENT, NoteReference, PartReference, pieces
from indexer.extraction.docx.numbering import Numbering
from indexer.extraction.docx.styles import BODY, Styles
from indexer.extraction.elements import Element, attribute, child, children, is_on, local, number
from indexer.extraction.normal import normal
from indexer.extraction.pages import BlockKind

#: A bold line longer than this is no heading.
LONGEST_HEADING = 120

_SENTENCE_END = re.compile(r"[.,;]\Z")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as read."""

    kind: BlockKind
    #: Depth as a block has it.
    level: int
    #: With its label; a form feed where a page ends.
    text: str
    notes: list[NoteReference]
    #: Contents of the text boxes anchored in it.
    boxes: list[Element]
    #: Charts and diagrams anchored in it.
    parts: list[PartReference]


class ParagraphReader:
    """Reads the paragraphs of one document, each once and in order, because lists are counted."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering

    def read(self, element: Element) -> Paragraph:
        """Read a `w:p`."""
        found = list(pieces(element))
        text = normal("".join(each for each in found if isinstance(each, str)))
        label, depth = self._label(element)
        kind, level = self._kind(element, text.strip(), depth)
        return Paragraph(
            kind,
            level,
            self._leading_break(element) + _labelled(label, text),
            [each for each in found if isinstance(each, NoteReference)],
            [each for each in found if not isinstance(each, (str, NoteReference, PartReference))],
            [each for each in found if isinstance(each, PartReference)],
        )

    def _label(self, element: Element) -> tuple[str, int]:
        """Return a list item's number or bullet, and its depth from 1; else "" and 0."""
        place = self._numbering.place(element, self._styles.of(element))
        return (self._numbering.label(*place), place[1] + 1) if place else ("", 0)

    def _kind(self, element: Element, text: str, depth: int) -> tuple[BlockKind, int]:
        """Tell what a paragraph is, and how deep."""
        if level := self._heading_level(element):
            return BlockKind.HEADING, level
        if self._is_bold_line(element, text):
            return BlockKind.HEADING, 0
        return (BlockKind.ITEM, depth) if depth else (BlockKind.PARAGRAPH, 0)

    def _heading_level(self, element: Element) -> int:
        """Return a heading's depth from 1, or 0."""
        own = number(child(element, "pPr", "outlineLvl"))
        if own is not None:
            return own + 1 if own < BODY else 0
        return self._styles.level(self._styles.of(element))

    def _is_bold_line(self, element: Element, text: str) -> bool:
        """Tell whether a paragraph is one short line all in bold, as many set their headings."""
        if not text or len(text) > LONGEST_HEADING or _SENTENCE_END.search(text) or "\n" in text or "\t" in text:
            return False
        style = self._styles.of(element)
        return all(self._is_bold_run(run, style) for run in _runs(element))

    def _is_bold_run(self, run: Element, style: str) -> bool:
        """Tell whether a run is bold by itself, by its own style, or by its paragraph's."""
        own = child(run, "rPr", "b")
        if own is not None:
            return is_on(own)
        return self._styles.is_bold(attribute(child(run, "rPr", "rStyle"))) or self._styles.is_bold(style)

    def _leading_break(self, element: Element) -> str:
        """Return a page break where a paragraph asks to stand at the top of a page."""
        own = child(element, "pPr", "pageBreakBefore")
        breaks = self._styles.breaks_page(self._styles.of(element)) if own is None else is_on(own)
        return PAGE_BREAK if breaks else ""


def _labelled(label: str, text: str) -> str:
    """Put a label before the text, but behind a page break it begins with."""
    stripped = text.lstrip()
    lead = PAGE_BREAK if PAGE_BREAK in text[: len(text) - len(stripped)] else ""
    return lead + (f"{label} {stripped}" if label and stripped else stripped).rstrip(" \t\n")


def _runs(element: Element) -> list[Element]:
    """Return the runs with letters in them that are not deleted."""
    runs: list[Element] = []
    for each in element:
        if local(each) == "r":
            runs.extend([each] if any((text.text or "").strip() for text in children(each, "t")) else [])
        elif local(each) not in SILENT:
            runs.extend(_runs(each))
    return runs
