"""The text inside a paragraph, and what is anchored in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from indexer.extraction.elements import Element, attribute, child, children, content, is_on, local

#: Stands in a paragraph's text where a page ends.
PAGE_BREAK = "\f"
#: Elements whose contents are not the text's: what was deleted or moved away, properties, field codes, ruby readings.
SILENT = frozenset(
    {"del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "delInstrText", "fldData", "rt"}
)
MARKS: Mapping[str, str] = {
    "tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "",
    "lastRenderedPageBreak": PAGE_BREAK, "dayShort": "", "pgNum": "",
}  # fmt: skip
#: Symbols of Wingdings and Symbol that say something; the others are bullets.
SYMBOLS: Mapping[str, str] = {
    "F0FC": "✓", "F0FE": "☒", "F0A8": "☐", "F06F": "☐", "F0E0": "→", "F0E8": "→", "F0FB": "✗",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NoteReference:
    """A mark in the text that a note belongs to."""

    #: "footnote", "endnote" or "comment".
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class PartReference:
    """A place in the text where the contents of another part are shown."""

    #: "chart", "diagram" or "chunk".
    kind: str
    id: str


#: Elements that show another part, with the kind of part and the attribute that names it.
SHOWN_PARTS: Mapping[str, tuple[str, str]] = {
    "chart": ("chart", "id"),
    "relIds": ("diagram", "dm"),
    "altChunk": ("chunk", "id"),
}

#: A piece of text, a note's mark, a part shown here, or the `w:txbxContent` of a text box.
Piece = str | NoteReference | PartReference | Element


def pieces(element: Element) -> Iterator[Piece]:
    """Yield what stands in an element, in the order of the text."""
    for each in element:
        yield from _piece(each)


def _piece(element: Element) -> Iterator[Piece]:
    """Yield what one element stands for."""
    name = local(element)
    if name in MARKS:
        yield MARKS[name]
    elif name == "txbxContent":
        yield element
    elif name.endswith("Reference"):
        yield NoteReference(name.removesuffix("Reference"), attribute(element, "id"))
    elif name not in SILENT:
        yield from _SPECIAL.get(name, pieces)(element)


def shown_part(element: Element) -> PartReference:
    """Return the part that one of `SHOWN_PARTS` refers to."""
    kind, name = SHOWN_PARTS[local(element)]
    return PartReference(kind, attribute(element, name))


def _text(element: Element) -> Iterator[Piece]:
    yield content(element)


def _shown_part(element: Element) -> Iterator[Piece]:
    yield shown_part(element)


def _break(element: Element) -> Iterator[Piece]:
    yield PAGE_BREAK if attribute(element, "type") == "page" else "\n"


def _symbol(element: Element) -> Iterator[Piece]:
    code = attribute(element, "char").upper()
    yield SYMBOLS.get(code) or (chr(int(code, 16)) if code else "")


def _alternative(element: Element) -> Iterator[Piece]:
    """Yield one of the forms in which a text box is given."""
    choices = (list(pieces(choice)) for choice in children(element, "Choice"))
    fallback = child(element, "Fallback")
    chosen = next((each for each in choices if each), None)
    yield from chosen or ([] if fallback is None else pieces(fallback))


def _content_control(element: Element) -> Iterator[Piece]:
    """Yield what was filled in, but no prompt such as "Klicken Sie hier, um ein Datum einzugeben."."""
    if not is_prompt(element):
        yield from pieces(element)


def is_prompt(element: Element) -> bool:
    """Tell whether a content control still shows its prompt."""
    return is_on(child(element, "sdtPr", "showingPlcHdr"))


_SPECIAL: Mapping[str, Callable[[Element], Iterator[Piece]]] = {
    "t": _text,
    "sdt": _content_control,
    "br": _break,
    "sym": _symbol,
    "AlternateContent": _alternative,
} | dict.fromkeys(SHOWN_PARTS, _shown_part)
