"""Walks over a document's text: every paragraph, list, table, text box and note, in the order of the text."""

from collections.abc import Callable, Iterator

from indexer.extraction.contents import table
from indexer.extraction.elements import Element, child, content, local, number
from indexer.extraction.normal import normal
from indexer.extraction.opendocument.inline import PAGE_BREAK, SHAPES, pieces
from indexer.extraction.opendocument.lists import Lists, OpenList
from indexer.extraction.opendocument.styles import Styles
from indexer.extraction.pages import Block, BlockKind

#: A bold line longer than this is no heading.
LONGEST_HEADING = 120
#: Empty cells and rows may be "repeated" a million times to the edge of a sheet.
MOST_REPEATS = 100
#: Elements around blocks that change nothing about them.
WRAPPERS = SHAPES | {
    "section", "table-of-content", "illustration-index", "bibliography", "index-body", "index-title", "frame", "g",
    "numbered-paragraph", "table-header-rows", "table-rows", "table-row-group",
}  # fmt: skip

#: A block, or PAGE_BREAK between two.
Step = Block | str


class Walker:
    """Reads the blocks of one document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._lists = Lists(styles)
        self._readers: dict[str, Callable[[Element], Iterator[Step]]] = {
            "p": self._paragraph,
            "h": self._paragraph,
            "list": lambda element: self._list(element, self._lists.open(element, None)),
            "table": self.table,
            "text-box": self.walk,
            "note": lambda element: self._note(child(element, "note-body")),
            "annotation": self._note,
            "soft-page-break": lambda _: iter((PAGE_BREAK,)),
        } | dict.fromkeys(WRAPPERS, self.walk)

    def walk(self, element: Element) -> Iterator[Step]:
        """Yield the blocks of a body, cell, note, header, page or text box, and the page breaks."""
        for each in element:
            yield from self.read(each)

    def read(self, element: Element) -> Iterator[Step]:
        """Yield what one element stands for."""
        reader = self._readers.get(local(element))
        return reader(element) if reader else iter(())

    def _list(self, element: Element, opened: OpenList) -> Iterator[Step]:
        """Yield a list's items, each with its number or bullet."""
        for item in element:
            label = self._lists.label(opened, item) if local(item) == "list-item" and _is_numbered(item) else ""
            for each in unwrapped(item):
                if local(each) == "list":
                    yield from self._list(each, self._lists.open(each, opened))
                elif local(each) in ("p", "h"):
                    yield from self._paragraph(each, label, opened.level)
                    label = ""

    def _paragraph(self, element: Element, label: str = "", depth: int = 0) -> Iterator[Step]:
        """Yield a paragraph, in parts where a page ends in it, and what hangs on it."""
        found = list(pieces(element))
        text = normal("".join(each for each in found if isinstance(each, str))).strip(" \t\n")
        if self._styles.breaks_page(element):
            yield PAGE_BREAK
        if local(element) == "h" and not depth:
            label = self._lists.heading_label(element)
        kind, level = self._kind(element, text, depth)
        yield from _parts(kind, level, f"{label} {text}".strip(" ") if text else "")
        for each in found:
            if not isinstance(each, str):
                yield from self.read(each)
        if self._styles.breaks_page_after(element):
            yield PAGE_BREAK

    def _note(self, element: Element | None) -> Iterator[Step]:
        """Yield a note."""
        yield Block(BlockKind.NOTE, "" if element is None else self.text(element))

    def _kind(self, element: Element, text: str, depth: int) -> tuple[BlockKind, int]:
        """Tell what a paragraph is, and how deep."""
        if local(element) == "h":
            return BlockKind.HEADING, number(element, "outline-level") or 1
        if self._styles.is_title(element):
            return BlockKind.HEADING, 1
        if self._is_bold_line(element, text):
            return BlockKind.HEADING, 0
        return (BlockKind.ITEM, depth) if depth else (BlockKind.PARAGRAPH, 0)

    def _is_bold_line(self, element: Element, text: str) -> bool:
        """Tell whether a paragraph is one short line all in bold, as many set their headings."""
        if not text or len(text) > LONGEST_HEADING or text[-1] in ".,;" or "\n" in text or "\t" in text:
            return False
        loose = [element.text, *(each.tail for each in element)]
        spans = [each for each in element if local(each) == "span" and content(each).strip()]
        if self._styles.is_bold(element):
            return True
        return bool(spans) and not any((each or "").strip() for each in loose) and all(map(self._styles.is_bold, spans))

    def table(self, element: Element) -> Iterator[Step]:
        """Yield a table; one of a single column is a frame around its text."""
        if self._styles.breaks_page(element):
            yield PAGE_BREAK
        rows = [[list(self.walk(cell)) for cell in _cells(row)] for row in _rows(element)]
        if all(len(row) <= 1 for row in rows):
            for row in rows:
                for cell in row:
                    yield from cell
        else:
            yield table([_text(cell) for cell in row] for row in rows)

    def text(self, element: Element) -> str:
        """Return the text of what stands in an element, a block a line."""
        return _text(list(self.walk(element)))


def _parts(kind: BlockKind, level: int, text: str) -> Iterator[Step]:
    """Yield a paragraph's text between page breaks."""
    for index, part in enumerate(text.split(PAGE_BREAK)):
        if index:
            yield PAGE_BREAK
        if part.strip():
            yield Block(kind, part.strip(), level)


def _text(steps: list[Step]) -> str:
    return "\n".join(step.text for step in steps if isinstance(step, Block) and step.text)


def _is_numbered(item: Element) -> bool:
    """Tell whether an item has a line of its own, not only a list inside."""
    return any(local(each) in ("p", "h") for each in item)


def _rows(element: Element) -> Iterator[Element]:
    return (each for each in unwrapped(element) if local(each) == "table-row")


def _cells(row: Element) -> Iterator[Element]:
    """Yield a row's cells, repeated ones as often as they stand there; the empty rest of the row once."""
    for cell in row:
        if local(cell) == "table-cell":
            repeats = number(cell, "number-columns-repeated") or 1
            yield from [cell] * (min(repeats, MOST_REPEATS) if len(cell) else 1)


def unwrapped(element: Element) -> Iterator[Element]:
    """Yield an element's children, and in place of a wrapper what it holds."""
    for each in element:
        if local(each) in WRAPPERS:
            yield from unwrapped(each)
        else:
            yield each
