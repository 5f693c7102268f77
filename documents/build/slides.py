"""Cuts a source into slides: each heading of level 2 starts one, lines after "Notizen:" are for the speaker."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from documents.build.blocks import Block, Box, Heading, Listing, Paragraph, Quote, Runs, embolden, plain

#: Begins the speaker's notes on a slide.
NOTES = "Notizen:"
#: The heading level that starts a slide.
_SLIDE_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: its title, what it shows, and what the speaker reads."""

    title: Heading
    blocks: tuple[Block, ...]
    notes: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a slide."""

    runs: Runs
    #: How deep a list item is nested, from 0; None outside lists.
    depth: int | None = None
    #: The first number of the list that the item belongs to; None for a bullet.
    start: int | None = None


def cut_slides(blocks: Iterable[Block]) -> list[Slide]:
    """Return the slides in order; the first bears the document's title."""
    piles: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= _SLIDE_LEVEL:
            piles.append((block, []))
        elif piles:
            piles[-1][1].append(block)
    return [_slide(title, pile) for title, pile in piles]


def lines_of(blocks: Iterable[Block], depth: int | None = None) -> Iterator[Line]:
    """Return everything but tables as the lines of a slide's text."""
    for block in blocks:
        yield from _lines(block, depth)


def _lines(block: Block, depth: int | None) -> Iterator[Line]:
    match block:
        case Paragraph(runs):
            yield Line(runs, depth)
        case Heading(_, runs):
            yield Line(embolden(runs), depth)
        case Listing():
            yield from _listing_lines(block, 0 if depth is None else depth + 1)
        case Quote(inner) | Box(inner):
            yield from lines_of(inner, depth)


def _listing_lines(listing: Listing, depth: int) -> Iterator[Line]:
    for item in listing.items:
        first, *more = lines_of(item.blocks, depth)
        yield Line(first.runs, depth, listing.start)
        yield from more


def _slide(title: Heading, pile: list[Block]) -> Slide:
    starts = [place for place, block in enumerate(pile) if isinstance(block, Paragraph) and _is_note(block)]
    start = starts[0] if starts else len(pile)
    notes = "\n".join(plain(line.runs) for line in lines_of(pile[start:]))
    return Slide(title, tuple(pile[:start]), notes.removeprefix(NOTES).strip())


def _is_note(paragraph: Paragraph) -> bool:
    return plain(paragraph.runs).startswith(NOTES)
