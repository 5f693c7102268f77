"""The reading version of a document: its passages laid out on leaves, as a page template shows them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from indexer.extraction.markers import begins_item
from indexer.passages import Passage
from indexer.search.request import Part

#: Cuts a text into parts, those that answer the reader's query marked.
Marker = Callable[[str], tuple[Part, ...]]

#: Between the cells of a table's row, as extraction writes it.
CELL = " | "

#: Between the facts of a task, as the structure writes it.
FACT = " · "

_BULLET = re.compile(r"^\s*[•▪·‣–*-]\s+")
_NAMED_FACT = re.compile(r"[^:.!?]{2,25}: \S")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    name: ClassVar[str] = "paragraph"
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    name: ClassVar[str] = "bullets"
    entries: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list whose entries keep their own numbers or signs: "TOP 3", "b)", "→"."""

    name: ClassVar[str] = "listed"
    entries: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells."""

    name: ClassVar[str] = "table"
    rows: tuple[tuple[tuple[Part, ...], ...], ...]

    @property
    def is_paired(self) -> bool:
        """Whether each row is a name and its value, as at the head of minutes; else the first row names columns."""
        return all(len(row) == len(("name", "value")) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Facts:
    """Named facts of a task: what, who, by when."""

    name: ClassVar[str] = "facts"
    pairs: tuple[tuple[str, tuple[Part, ...]], ...]


Element = Paragraph | Bullets | Listed | Table | Facts


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage as it is shown."""

    passage: Passage
    elements: tuple[Element, ...]

    @property
    def matched(self) -> bool:
        """Whether a word of the reader's query stands in it."""
        return any(part.matched for element in self.elements for part in _parts(element))


@dataclass(frozen=True, slots=True)
class Section:
    """Passages under one heading on one page."""

    heading: str
    #: False where the heading already stood on an earlier page.
    opens: bool
    stretches: tuple[Stretch, ...]
    #: Name of the agenda item that begins here ("top-3"), or "".
    item: str = ""

    @property
    def anchor(self) -> str:
        """Where links to this section lead."""
        return self.stretches[0].passage.id


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a document."""

    #: Counted from 1 as the file counts.
    number: int
    #: As printed on the page.
    label: str
    sections: tuple[Section, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return not any(section.opens or stretch.elements for section in self.sections for stretch in section.stretches)


def lay_out(passages: Iterable[Passage], marker: Marker) -> tuple[Leaf, ...]:
    """Lay passages out on leaves, a page a leaf, in reading order."""
    leaves: list[Leaf] = []
    items: set[str] = set()
    above = ""
    for (number, label), on_page in groupby(passages, key=lambda passage: (passage.page, passage.page_label)):
        sections = []
        for heading, under in groupby(on_page, key=lambda passage: passage.heading):
            stretches = tuple(Stretch(each, elements(each.text, marker)) for each in under)
            opens = bool(heading) and heading != above
            item = _item(stretches[0].passage) if opens else ""
            sections.append(Section(heading, opens, stretches, "" if item in items else item))
            items.add(item)
            above = heading
        leaves.append(Leaf(number, label, tuple(sections)))
    return tuple(leaves)


def _item(passage: Passage) -> str:
    """Return the name of the agenda item a passage stands under, fit for an address, or ""."""
    return f"top-{passage.agenda_item}" if passage.agenda_item else ""


def with_blanks(leaves: Iterable[Leaf], pages: int) -> tuple[Leaf, ...]:
    """Add the leaves on which nothing was read, in their order, for files that have so many pages."""
    read = {leaf.number: leaf for leaf in leaves}
    return tuple(read.get(number) or Leaf(number, str(number), ()) for number in sorted({*read, *range(1, pages + 1)}))


def stretches(leaves: Iterable[Leaf]) -> list[Stretch]:
    """Return every stretch of the leaves in reading order."""
    return [stretch for leaf in leaves for section in leaf.sections for stretch in section.stretches]


def contents(leaves: Iterable[Leaf]) -> list[Section]:
    """Return the sections that open with a heading: the table of contents."""
    return [section for leaf in leaves for section in leaf.sections if section.opens]


def elements(text: str, marker: Marker) -> tuple[Element, ...]:
    """Tell the paragraphs, lists, tables and facts of a passage's text apart, line by line."""
    lines = [line for line in text.splitlines() if line.strip()]
    runs = ((kind, list(run)) for kind, run in groupby(lines, key=_kind))
    return tuple(element for kind, run in runs for element in _elements(kind, run, marker))


def _kind(line: str) -> type[Element]:
    if CELL in line:
        return Table
    if _BULLET.match(line):
        return Bullets
    if begins_item(line.lstrip()):
        return Listed
    facts = line.split(FACT)
    return Facts if len(facts) > 1 and all(map(_NAMED_FACT.match, facts)) else Paragraph


def _elements(kind: type[Element], lines: list[str], marker: Marker) -> Iterable[Element]:
    """Make elements of lines of one kind: paragraphs one by one, all else together."""
    if kind is Paragraph:
        return (Paragraph(marker(line)) for line in lines)
    return (_element(kind, lines, marker),)


def _element(kind: type[Element], lines: list[str], marker: Marker) -> Element:
    if kind is Table:
        return Table(tuple(tuple(marker(cell.strip()) for cell in line.split(CELL)) for line in lines))
    if kind is Bullets:
        return Bullets(tuple(marker(_BULLET.sub("", line)) for line in lines))
    if kind is Listed:
        return Listed(tuple(map(marker, lines)))
    named = (fact.split(": ", 1) for line in lines for fact in line.split(FACT))
    return Facts(tuple((name, marker(value)) for name, value in named))


def _parts(element: Element) -> Iterable[Part]:
    match element:
        case Paragraph(parts):
            return parts
        case Bullets(entries) | Listed(entries):
            return [part for entry in entries for part in entry]
        case Table(rows):
            return [part for row in rows for cell in row for part in cell]
        case _:
            return [part for _, value in element.pairs for part in value]
