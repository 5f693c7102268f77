"""What was filled into a PDF's form."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import pypdf
from pypdf.generic import DictionaryObject

from indexer.extraction.pages import Block, BlockKind
from indexer.extraction.pdf.asking import ask_pypdf
from indexer.extraction.pdf.repair import repair

#: Pages whose fields are read: forms are short.
MOST_PAGES = 100
#: Fields may inherit from fields around them, and those may be nested in a circle.
DEEPEST = 10
OFF = "/Off"
#: Names that programs give a ticked state; others say which of several buttons it is.
TICKED = frozenset({"yes", "on", "ja", "x", "1"})
TICK = "☒"


def read_fields(path: Path) -> Mapping[int, list[Block]]:
    """Return the filled-in fields of each page, counted from 0, with what they are called."""
    return ask_pypdf(path, _fields, {})


def _fields(reader: pypdf.PdfReader) -> Mapping[int, list[Block]]:
    pages = islice(reader.pages, MOST_PAGES)
    return {index: [Block(BlockKind.NOTE, text) for text in _texts(page)] for index, page in enumerate(pages)}


def _texts(page: pypdf.PageObject) -> Iterator[str]:
    """Yield the fields of a page as text."""
    for each in page.annotations or ():
        widget = each.get_object()
        if isinstance(widget, DictionaryObject) and widget.get("/Subtype") == "/Widget":
            yield repair(_button(widget) if _inherited(widget, "/FT") == "/Btn" else _filled_in(widget))


def _button(widget: DictionaryObject) -> str:
    """Return a ticked box or button with its name, or ""."""
    state = str(widget.get("/AS", OFF))
    if state == OFF:
        return ""
    name = _name(widget) or _text(_inherited(widget, "/T"))
    choice = "" if state[1:].casefold() in TICKED else state[1:]
    return f"{TICK} {': '.join(part for part in (name, choice) if part)}"


def _filled_in(widget: DictionaryObject) -> str:
    """Return the text of a field behind its name, or ""."""
    value = _inherited(widget, "/V")
    values = value if isinstance(value, list) else [value]
    text = ", ".join(_shown(widget, _text(each)) for each in values)
    name = _name(widget)
    return f"{name}: {text}" if name and text else text


def _name(widget: DictionaryObject) -> str:
    """Return the name a field has for people: the other one is the form's own business."""
    return _text(_inherited(widget, "/TU")).rstrip(": ")


def _shown(widget: DictionaryObject, value: str) -> str:
    """Return what a list shows for one of its values."""
    options = _inherited(widget, "/Opt")
    pairs = (each.get_object() for each in options) if isinstance(options, list) else ()
    shown = {_text(pair[0]): _text(pair[1]) for pair in pairs if isinstance(pair, list) and len(pair) > 1}
    return shown.get(value, value)


def _inherited(widget: DictionaryObject, key: str) -> object:
    """Return an entry of a field, or of one around it."""
    field: object = widget
    for _ in range(DEEPEST):
        if not isinstance(field, DictionaryObject):
            return None
        if key in field:
            return field[key]
        field = field.get("/Parent", None) and field["/Parent"]
    return None


def _text(value: object) -> str:
    """Return a text of a PDF, or "" for anything else."""
    value = value.get_object() if hasattr(value, "get_object") else value
    return value if isinstance(value, str) else ""
