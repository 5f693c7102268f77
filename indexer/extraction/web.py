"""Reads HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from indexer.extraction.contents import Contents, numbered, table
from indexer.extraction.decoding import decode, read_bytes
from indexer.extraction.normal import BULLET, normal
from indexer.extraction.pages import Block, BlockKind
from indexer.extraction.titles import telling_title

TOOL = f"selectolax {version('selectolax')}"

#: Elements whose contents nobody reads, or that lead elsewhere.
SILENT = frozenset(
    {"script", "style", "head", "template", "noscript", "svg", "math", "iframe", "object", "select", "nav"}
)
#: Elements that stand in a line of text; all others begin and end a block.
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "input", "ins", "kbd", "label", "mark", "meter", "output", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = ("ul", "ol", "menu")
#: A table that holds one of these is there for the layout.
LAYOUT = "table, h1, h2, h3, h4, h5, h6, form, article, section, hr"
TEXT = "-text"

_BLANKS = re.compile(r"[ \t\n\f]+")


@dataclass(slots=True)
class _Flow:
    """The blocks of a document while they are gathered."""

    blocks: list[Block] = field(default_factory=list)
    #: The element whose text is being gathered.
    element: LexborNode | None = None
    parts: list[str] = field(default_factory=list)
    #: Items that have got their bullet.
    labelled: set[int] = field(default_factory=set)

    def add(self, element: LexborNode, text: str) -> None:
        """Add a text that stands in an element; the text of another element ends before it."""
        if self.element is None or self.element.mem_id != element.mem_id:
            self.end()
        self.element = element
        self.parts.append(text)

    def end(self) -> None:
        """Make a block of the text gathered."""
        lines = "".join(self.parts).split("\n")
        text = normal("\n".join(line.strip() for line in lines)).strip()
        if self.element is not None and text:
            self.blocks.append(_block(self.element, text, self.labelled))
        self.parts = []
        self.element = None


def read_html(path: Path) -> Contents:
    """Read a web page without its scripts and menus."""
    tree = LexborHTMLParser(decode(read_bytes(path)))
    title = tree.css_first("head title")
    return Contents(numbered([blocks_of_html(tree)]), telling_title(title.text() if title else ""), TOOL)


def blocks_of_html(tree: LexborHTMLParser) -> list[Block]:
    """Return the blocks of a parsed page."""
    flow = _Flow()
    for node in _nodes(tree.body):
        if node.tag == TEXT:
            flow.add(_block_element(node), _BLANKS.sub(" ", node.text(deep=False) or node.text_content or ""))
        elif node.tag == "br":
            flow.add(_block_element(node), "\n")
        elif node.tag == "table":
            flow.end()
            flow.blocks.append(_table(node))
    flow.end()
    return flow.blocks


def _nodes(root: LexborNode | None) -> Iterator[LexborNode]:
    """Yield texts, line breaks and data tables in order; without recursion, since pages nest without limit."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node is None or node.tag in SILENT:
            continue
        if node.tag in (TEXT, "br") or _is_data(node):
            yield node
        else:
            waiting.extend(reversed(list(node.iter(include_text=True))))


def _is_data(node: LexborNode) -> bool:
    """Tell whether a table is one to its reader too, and not the page's layout."""
    return node.tag == "table" and len(node.css(LAYOUT)) <= 1 and len(node.css("td, th")) > 1


def _table(node: LexborNode) -> Block:
    """Read a table's cells."""
    return table([normal(cell.text(separator=" ")).strip() for cell in row.css("td, th")] for row in node.css("tr"))


def _block_element(node: LexborNode) -> LexborNode:
    """Return the block that a node stands in."""
    parent = node.parent
    while parent is not None and parent.tag in INLINE and parent.parent is not None:
        parent = parent.parent
    return node if parent is None else parent


def _block(element: LexborNode, text: str, labelled: set[int]) -> Block:
    """Name what an element is."""
    if element.tag in HEADINGS:
        return Block(BlockKind.HEADING, " ".join(text.split()), HEADINGS[element.tag])
    above = _above(element)
    item = next((each for each in above if each.tag == "li"), None)
    if item is None or item.mem_id in labelled:
        return Block(BlockKind.PARAGRAPH, text)
    labelled.add(item.mem_id)
    return Block(BlockKind.ITEM, f"{_label(item)} {text}", sum(each.tag in LISTS for each in above))


def _above(element: LexborNode) -> list[LexborNode]:
    """Return an element and those around it, innermost first."""
    found: list[LexborNode] = []
    node: LexborNode | None = element
    while node is not None:
        found.append(node)
        node = node.parent
    return found


def _label(item: LexborNode) -> str:
    """Return an item's number or bullet."""
    around = item.parent
    if around is None or around.tag != "ol":
        return BULLET
    items = [each.mem_id for each in around.iter() if each.tag == "li"]
    return f"{items.index(item.mem_id) + 1}."
