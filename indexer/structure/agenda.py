"""Reads the agenda of a meeting: its items, as the minutes head them or as the list at the top names them."""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.structure.agenda_list import ALIKE, Entry
from indexer.structure.header import Header
from indexer.structure.headings import apart
from indexer.structure.outline import Outline, Placed, Role
from indexer.structure.wording import folded, likeness

_HEADED = 0.9
_LISTED = 0.7
#: Without a list and without numbers, headings are taken for items.
_UNNUMBERED = 0.5

#: Headings that name parts of every minutes, not items of an agenda.
_PARTS = frozenset(
    {
        "teilnehmer",
        "teilnehmende",
        "teilnehmerinnen",
        "anwesend",
        "anwesende",
        "besprochen",
        "themen",
        "tagesordnung",
        "agenda",
        "protokoll",
        "links",
    }
    | {
        "unterschriften",
        "unterschrift",
        "anlagen",
        "anhang",
        "kopfdaten",
        "niederschrift",
        "organisatorisches",
        "notizen",
    }
)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of the agenda."""

    #: "3", "3.1", or "" where the items carry no numbers.
    number: str
    title: str
    page: int
    #: 0.0 to 1.0.
    confidence: float
    evidence: str


def read_agenda(laid_out: Outline, header: Header) -> tuple[AgendaItem, ...]:
    """Return the items of an agenda.

    These are the numbered headings and those the list at the top names; what only the list names was announced and
    is told too. Where there is neither, in minutes with a date and those present, the headings of the uppermost
    depth that comes more than once.
    """
    headings = [placed for placed in laid_out.blocks if placed.role is Role.HEADING]
    headed = list(_distinct(_headed(headings, laid_out.agenda)))
    listed = [entry for entry in laid_out.agenda if not any(_is_same(entry, item) for item in headed)]
    items = headed + [AgendaItem(each.number, each.title, each.page, _LISTED, each.title) for each in listed]
    if items or header.days is None or header.present is None:
        return tuple(items)
    return tuple(_distinct(_unnumbered(headings)))


def _headed(headings: list[Placed], agenda: tuple[Entry, ...]) -> Iterator[AgendaItem]:
    for placed in headings:
        number, title = apart(placed.heading.text)
        if placed.heading.number or any(likeness(title, entry.title) >= ALIKE for entry in agenda):
            yield _item(placed, number, title, _HEADED)


def _unnumbered(headings: list[Placed]) -> Iterator[AgendaItem]:
    """Yield the headings of the uppermost depth that has more than one, but for the title."""
    named = [placed for placed in headings[1:] if not set(folded(placed.heading.text)) <= _PARTS]
    depths = sorted({placed.block.level for placed in named})
    depth = next((each for each in depths if sum(placed.block.level == each for placed in named) > 1), None)
    for placed in named:
        if placed.block.level == depth:
            yield _item(placed, "", placed.heading.text, _UNNUMBERED)


def _item(placed: Placed, number: str, title: str, confidence: float) -> AgendaItem:
    return AgendaItem(number, title.rstrip(":").strip(), placed.page.number, confidence, placed.heading.text)


def _distinct(items: Iterator[AgendaItem]) -> Iterator[AgendaItem]:
    """Leave out what is headed a second time, for instance on the next page."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for item in items:
        key = (item.number, folded(item.title))
        if key not in seen:
            seen.add(key)
            yield item


def _is_same(entry: Entry, item: AgendaItem) -> bool:
    alike = likeness(entry.title, item.title)
    return alike >= ALIKE or (entry.number != "" and entry.number == item.number and alike > 1 - ALIKE)
