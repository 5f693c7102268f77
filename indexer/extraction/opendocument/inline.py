"""The text inside a paragraph, and what is anchored in it."""

from collections.abc import Callable, Iterator, Mapping

from indexer.extraction.elements import Element, local, number

#: Stands in a paragraph's text where a page ends.
PAGE_BREAK = "\f"
#: Drawings that text may stand in.
SHAPES = frozenset({"custom-shape", "rect", "ellipse", "circle", "polygon", "path", "caption", "connector", "line"})
#: Elements with a text of their own, read apart from the paragraph they hang on.
ANCHORED = SHAPES | {"text-box", "note", "annotation", "table"}
#: Elements whose contents are no text: readings, drawings' and scripts' inner workings.
SILENT = frozenset({"ruby-text", "annotation-end", "event-listeners", "object", "object-ole", "binary-data"})
#: More blanks in a row than these say nothing.
MOST_BLANKS = 20

#: A piece of text, or an anchored element.
Piece = str | Element


def pieces(element: Element) -> Iterator[Piece]:
    """Yield what stands in an element, in the order of the text."""
    yield element.text or ""
    for each in element:
        yield from _piece(each)
        yield each.tail or ""


def _piece(element: Element) -> Iterator[Piece]:
    """Yield what one element stands for."""
    name = local(element)
    if name in ANCHORED:
        yield element
    elif name in _MARKS:
        yield _MARKS[name](element)
    elif name and name not in SILENT:
        yield from pieces(element)


def _blanks(element: Element) -> str:
    return " " * min(number(element, "c") or 1, MOST_BLANKS)


_MARKS: Mapping[str, Callable[[Element], str]] = {
    "s": _blanks,
    "tab": lambda _: "\t",
    "line-break": lambda _: "\n",
    "soft-page-break": lambda _: PAGE_BREAK,
    "title": lambda _: "",
    "desc": lambda _: "",
}
