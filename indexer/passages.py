"""Cuts the pages of a document into passages: the unit of search."""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from indexer.analysis.normalise import normalise
from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.headings import Heading
from indexer.structure.kinds import PassageKind, read_label
from indexer.structure.occasion import Occasion, read_occasion
from indexer.structure.outline import Placed, Role, outline
from indexer.structure.sayings import Saying, joined
from indexer.structure.telling import Told, tell

#: A passage is closed when it has reached this many characters: about eight printed lines, which a reader takes
#: in at a glance, and about the length at which one thing is said in minutes.
LONG_ENOUGH = 700

#: No passage is longer, so that one text without paragraphs does not become one hit of several pages.
LONGEST = 1600

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n")

#: What is read on its own, never with its neighbours.
_ALONE = (PassageKind.DECISION, PassageKind.TASK)


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
    agenda_item: str
    kind: PassageKind
    text: str


def cut(document: str, pages: Iterable[Page]) -> tuple[Passage, ...]:
    """Cut pages into passages, in reading order.

    Decisions and tasks are passages of their own, and the list of agenda items at the top is one.

    Args:
        document: Reference code of the document the pages belong to.
        pages: The document's pages, in order.

    Returns:
        Every word of the pages, in passages of at most one page each; running headers and footers only where a header
        says what stands nowhere else.
    """
    pages = tuple(pages)
    blocks = outline(pages).blocks
    pieces = chain(_heads(pages), _pieces(blocks, read_occasion(pages)))
    return tuple(_named(document, _merged(pieces)))


def _heads(pages: Sequence[Page]) -> Iterator[_Piece]:
    """Yield the running headers that say what stands nowhere else: of some minutes, title and date."""
    furniture = (BlockKind.HEADER, BlockKind.FOOTER)
    known = {word for page in pages for block in page.blocks if block.kind not in furniture for word in _words(block)}
    for page in pages:
        for block in page.blocks:
            if block.kind is BlockKind.HEADER and not _words(block) <= known:
                known |= _words(block)
                yield _Piece(page, Heading("", ""), "", PassageKind.INFORMATION, normalise(block.text).strip())


def _words(block: Block) -> set[str]:
    """Return the words of a block; page numbers do not count."""
    return set(re.findall(r"[^\W\d_]{2,}|\d{4,}", block.text.casefold()))


def _pieces(blocks: Iterable[Placed], occasion: Occasion) -> Iterator[_Piece]:
    """Yield what the blocks say, each under its heading and with its kind."""
    for role, run in groupby(blocks, key=lambda placed: placed.role):
        if role is Role.HEADING:
            yield from (_piece(placed, placed.announced or _default_kind(placed), "") for placed in run)
        elif role is Role.AGENDA_LIST:
            yield from _listed(run)
        else:
            yield from _told(tell(run, occasion))


def _listed(run: Iterable[Placed]) -> Iterator[_Piece]:
    """Yield the list of agenda items as one piece a page."""
    for _, blocks in groupby(run, key=lambda placed: placed.page.number):
        placed = list(blocks)
        for text in _portions(normalise("\n".join(each.block.text for each in placed)).strip()):
            yield _piece(placed[0], PassageKind.INFORMATION, text)


def _told(told: Iterable[Told]) -> Iterator[_Piece]:
    """Yield the findings of each block, and between them what else it says as one."""
    for placed, said in groupby(told, key=lambda each: each.placed):
        for saying in joined(each.saying for each in said):
            for text in _portions(normalise(saying.text).strip()):
                yield _piece(placed, _kind(saying, placed), text)


def _kind(saying: Saying, placed: Placed) -> PassageKind:
    """Return the kind of a saying; what is surely no finding is never called one, whatever was announced."""
    if saying.is_finding and saying.kind:
        return saying.kind
    surely_none = saying.kind is PassageKind.INFORMATION
    return _default_kind(placed) if surely_none else placed.announced or _default_kind(placed)


def _default_kind(placed: Placed) -> PassageKind:
    return PassageKind.AGENDA_ITEM if placed.agenda_item else PassageKind.INFORMATION


def _piece(placed: Placed, kind: PassageKind, text: str) -> _Piece:
    return _Piece(placed.page, placed.heading, placed.agenda_item, kind, text)


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
    if not held.text or _is_label(held.text):
        return True
    return held.kind is piece.kind and held.kind not in _ALONE and len(held.text) < LONG_ENOUGH


def _is_label(text: str) -> bool:
    """Tell whether a text is a label that stands alone and speaks for what follows it."""
    label = read_label(text)
    return label is not None and not label.rest


def _named(document: str, pieces: Iterable[_Piece]) -> Iterator[Passage]:
    """Give each piece its stable id; equal texts in one document are told apart by their order."""
    seen: Counter[str] = Counter()
    for ordinal, piece in enumerate(pieces):
        name = passage_id(document, piece.heading.text, piece.text)
        seen[name] += 1
        suffix = f"-{seen[name]}" if seen[name] > 1 else ""
        yield Passage(
            id=f"{name}{suffix}",
            document=document,
            ordinal=ordinal,
            page=piece.page.number,
            page_label=piece.page.label,
            heading=piece.heading.text,
            agenda_item=piece.agenda_item,
            kind=piece.kind,
            text=piece.text,
        )


def passage_id(document: str, heading: str, text: str) -> str:
    """Return the id of the first passage of a document that has this text under this heading."""
    return f"{document}-{_digest(f'{heading}{chr(10)}{text}')}"


def _digest(text: str) -> str:
    """Return eight letters and digits that stand for a text, whatever its white space."""
    words = " ".join(text.split()).encode()
    return base64.b32encode(hashlib.blake2b(words, digest_size=5).digest()).decode().lower()
