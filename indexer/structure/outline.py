"""Lays out a document: what each block stands under, and what was announced of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.agenda_list import AgendaList, Entry, PlacedBlock, find_agenda_list
from indexer.structure.headings import LONGEST_HEADING, Heading, apart, is_number_alone, is_title, read_heading
from indexer.structure.kinds import PassageKind, read_label

#: Blocks that repeat on every page, and are not read.
_FURNITURE = (BlockKind.HEADER, BlockKind.FOOTER)

#: "Aufgaben und Termine", "Beschlüsse und Aufgaben": of such a section only the items of lists are announced.
_TWO_SUBJECTS = re.compile(r"^(?P<first>[\w\s-]+?)\s+(?:und|&|,)\s+(?P<second>\w+)\s*:?$")


class Role(StrEnum):
    """What a block is for."""

    #: Before the first agenda item.
    HEAD = "head"
    HEADING = "heading"
    AGENDA_LIST = "agenda list"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in its place."""

    page: Page
    block: Block
    role: Role
    #: The nearest heading above; of a heading itself.
    heading: Heading
    #: Number of the agenda item it stands under, or "".
    agenda_item: str
    #: What a heading or label above said that it is, or None.
    announced: PassageKind | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's blocks in reading order, and its agenda."""

    blocks: tuple[Placed, ...]
    agenda: tuple[Entry, ...]


def outline(pages: Iterable[Page]) -> Outline:
    """Lay out a document's pages, without running headers and footers."""
    blocks = [
        (page, block) for page in pages for block in page.blocks if block.kind not in _FURNITURE and block.text.strip()
    ]
    blocks = list(_with_titles(blocks))
    agenda = find_agenda_list(blocks)
    return Outline(tuple(_placed(blocks, agenda)), agenda.entries if agenda else ())


def _with_titles(blocks: Sequence[PlacedBlock]) -> Iterator[PlacedBlock]:
    """Join "TOP 1", alone in its line, with the title in the line below."""
    alone: PlacedBlock | None = None
    for page, block in blocks:
        if alone and alone[0] is page and is_title(block):
            yield page, Block(BlockKind.HEADING, f"{alone[1].text} {block.text}", max(1, alone[1].level))
            alone = None
            continue
        if alone:
            yield alone
        alone = (page, block) if is_number_alone(block) else None
        if not alone:
            yield page, block
    if alone:
        yield alone


def _placed(blocks: Sequence[PlacedBlock], agenda: AgendaList | None) -> Iterator[Placed]:
    """Yield each block under its heading."""
    section = _Section()
    body = _first_item(blocks, agenda)
    list_heading = Heading("", agenda.name) if agenda else Heading("", "")
    for place, (page, block) in enumerate(blocks):
        if agenda and agenda.first <= place <= agenda.last:
            yield Placed(page, block, Role.AGENDA_LIST, list_heading, "")
            continue
        found = _heading(block, agenda)
        if found:
            section.open(found, block)
            yield Placed(page, block, Role.HEADING, found, section.agenda_item, section.announced)
        else:
            role = Role.HEAD if place < body else Role.BODY
            yield Placed(page, block, role, section.heading, section.agenda_item, section.announce(block))


def _first_item(blocks: Sequence[PlacedBlock], agenda: AgendaList | None) -> int:
    """Return the place of the first heading with a number, or 0 where there is none."""
    taken = range(agenda.first, agenda.last + 1) if agenda else range(0)
    numbered = (place for place, (_, block) in enumerate(blocks) if place not in taken and _has_number(block, agenda))
    return next(numbered, 0)


def _has_number(block: Block, agenda: AgendaList | None) -> bool:
    found = _heading(block, agenda)
    return found is not None and found.number != ""


def _heading(block: Block, agenda: AgendaList | None) -> Heading | None:
    """Return the heading a block is, by itself or because the agenda names it."""
    found = read_heading(block)
    if found or agenda is None or block.kind is BlockKind.TABLE or len(block.text) > LONGEST_HEADING:
        return found
    number, title = apart(" ".join(block.text.split()))
    entry = agenda.entry_for(block.text) if number and title else None
    return Heading(number, " ".join(block.text.split())) if entry and entry.number == number else None


@dataclass(slots=True)
class _Section:
    """The section that is being read, and what has been announced in it."""

    heading: Heading = field(default_factory=lambda: Heading("", ""))
    agenda_item: str = ""
    announced: PassageKind | None = None
    _depth: int = 0
    _of_items: PassageKind | None = None
    _of_next: PassageKind | None = None
    _has_list: bool = False

    def open(self, heading: Heading, block: Block) -> None:
        """Begin the section of a heading; one without a number that is set deeper stays within the agenda item."""
        if heading.number or not (self.agenda_item and block.level > self._depth):
            self.agenda_item, self._depth = heading.number, block.level
        self.heading, self._has_list = heading, False
        title = apart(heading.text)[1]
        self.announced, self._of_items, self._of_next = _alone(title), _of_two(title), None

    def announce(self, block: Block) -> PassageKind | None:
        """Return what has been announced of a block.

        A label that stands alone speaks for the block that follows it and for the items of its list. What a heading
        announced ends where a paragraph follows a list.
        """
        own = _alone(block.text)
        if own:
            self._of_next = self._of_items = own
            return own
        awaited, self._of_next = self._of_next, None
        self._has_list = self._has_list or block.kind in (BlockKind.ITEM, BlockKind.TABLE)
        if block.kind is BlockKind.ITEM:
            return awaited or self._of_items or self.announced
        if not awaited:
            self._of_items = _of_two(apart(self.heading.text)[1])
        return awaited or (None if self._has_list else self.announced)


def _alone(text: str) -> PassageKind | None:
    """Return the kind that a label of its own ("Beschlüsse:") announces, or None."""
    label = read_label(text)
    return label.kind if label and not label.rest else None


def _of_two(title: str) -> PassageKind | None:
    """Return the kind that the items under a title of two subjects are of; of decisions and tasks it is the task."""
    found = _TWO_SUBJECTS.match(title)
    kinds = (_alone(found["first"]), _alone(found["second"])) if found else ()
    return next((kind for kind in (PassageKind.TASK, PassageKind.DECISION, PassageKind.RESULT) if kind in kinds), None)
