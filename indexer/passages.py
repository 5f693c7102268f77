"""Cuts the pages of a document into passages: the unit of search."""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from indexer.analysis.normalise import normalise
from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.headings import Heading, read_heading
from indexer.structure.kinds import PassageKind, kind_of, read_label
from indexer.structure.tasks import is_task_table, task_texts

#: A passage is closed when it has reached this many characters: about eight printed lines, which a reader takes
#: in at a glance, and about the length at which one thing is said in minutes.
LONG_ENOUGH = 700

#: No passage is longer, so that one text without paragraphs does not become one hit of several pages.
LONGEST = 1600

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n")

#: Blocks that repeat on every page, and are not searched.
_FURNITURE = (BlockKind.HEADER, BlockKind.FOOTER)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text on one page, under one heading."""

    #: Stable as long as the document's text is: made from the document's code and the passage's own words.
    id: str
    #: Reference code of the document.
    document: str
    #: Place within the document, counted from 0.
    ordinal: int
    #: Page of the file, counted from 1.
    page: int
    page_label: str
    #: The nearest heading above, or "".
    heading: str
    #: Number of the agenda item it stands under ("3", "3.1"), or "".
    agenda_item: str
    kind: PassageKind
    text: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A passage before it has a name."""

    page: Page
    heading: Heading
    kind: PassageKind
    text: str


_NO_HEADING = Heading("", "")


def cut(document: str, pages: Iterable[Page]) -> tuple[Passage, ...]:
    """Cut pages into passages, in reading order.

    Args:
        document: Reference code of the document the pages belong to.
        pages: The document's pages, in order.

    Returns:
        Every word of the pages outside running headers and footers, in passages of at most one page each.
    """
    return tuple(_named(document, _merged(_pieces(pages))))


def _pieces(pages: Iterable[Page]) -> Iterator[_Piece]:
    """Yield each block of the pages under its heading and with its kind."""
    heading, announced = _NO_HEADING, None
    for page, block in _blocks(pages):
        found = read_heading(block)
        if found:
            heading, announced = found, _announced(found.text)
            yield _Piece(page, heading, announced or _default_kind(heading), "")
            continue
        announced = _announced(block.text) or announced
        for kind, text in _told(block):
            yield _Piece(page, heading, kind or announced or _default_kind(heading), text)


def _blocks(pages: Iterable[Page]) -> Iterator[tuple[Page, Block]]:
    """Yield every block that is read, not the furniture of the page."""
    for page in pages:
        for block in page.blocks:
            if block.kind not in _FURNITURE and block.text.strip():
                yield page, block


def _announced(text: str) -> PassageKind | None:
    """Return the kind that a label of its own ("Beschlüsse:") announces for what stands under it, or None."""
    label = read_label(text)
    return label.kind if label and not label.rest else None


def _default_kind(heading: Heading) -> PassageKind:
    return PassageKind.AGENDA_ITEM if heading.number else PassageKind.INFORMATION


def _told(block: Block) -> Iterator[tuple[PassageKind | None, str]]:
    """Yield what a block says, with the kind it tells by itself."""
    if block.kind is BlockKind.TABLE and is_task_table(block.rows):
        yield from ((PassageKind.TASK, normalise(text)) for text in task_texts(block.rows))
    else:
        kind = kind_of(block.text)
        yield from ((kind, portion) for portion in _portions(normalise(block.text).strip()))


def _portions(text: str) -> Iterator[str]:
    """Yield a text whole, or in portions of whole sentences where it is longer than a passage may be."""
    while len(text) > LONGEST:
        ends = [found.end() for found in _SENTENCE_END.finditer(text, LONG_ENOUGH, LONGEST)]
        end = ends[-1] if ends else LONGEST
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    if text:
        yield text


def _merged(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """Join neighbours of one page, heading and kind until they are long enough; decisions and tasks stand alone."""
    held: _Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
        elif _belongs(held, piece):
            held = replace(held, text=f"{held.text}\n{piece.text}".strip(), kind=piece.kind)
        else:
            yield held
            held = piece
    if held is not None:
        yield held


def _belongs(held: _Piece, piece: _Piece) -> bool:
    if held.page.number != piece.page.number or held.heading is not piece.heading:
        return False
    if not held.text or _announced(held.text):
        return True
    alone = (PassageKind.DECISION, PassageKind.TASK)
    return held.kind is piece.kind and held.kind not in alone and len(held.text) < LONG_ENOUGH


def _named(document: str, pieces: Iterable[_Piece]) -> Iterator[Passage]:
    """Give each piece its stable id; equal texts in one document are told apart by their order."""
    seen: Counter[str] = Counter()
    for ordinal, piece in enumerate(pieces):
        name = _digest(f"{piece.heading.text}\n{piece.text}")
        seen[name] += 1
        suffix = f"-{seen[name]}" if seen[name] > 1 else ""
        yield Passage(
            id=f"{document}-{name}{suffix}",
            document=document,
            ordinal=ordinal,
            page=piece.page.number,
            page_label=piece.page.label,
            heading=piece.heading.text,
            agenda_item=piece.heading.number,
            kind=piece.kind,
            text=piece.text,
        )


def _digest(text: str) -> str:
    """Return eight letters and digits that stand for a text, whatever its white space."""
    words = " ".join(text.split()).encode()
    return base64.b32encode(hashlib.blake2b(words, digest_size=5).digest()).decode().lower()
