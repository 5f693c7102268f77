"""What stands in parts of their own: charts, diagrams, and chunks of other formats."""

import email
from collections.abc import Callable, Iterator, Mapping
from email.policy import default

from docx.opc.part import Part
from selectolax.lexbor import LexborHTMLParser

from indexer.extraction.decoding import decode
from indexer.extraction.docx.inline import PartReference
from indexer.extraction.docx.package import root
from indexer.extraction.elements import Element, child, content, local
from indexer.extraction.flow import blocks_of_lines
from indexer.extraction.normal import BULLET, normal
from indexer.extraction.pages import Block, BlockKind
from indexer.extraction.web import blocks_of_html


def blocks_of_part(owner: Part, reference: PartReference) -> Iterator[Block]:
    """Yield the blocks of the part that a reference in another part leads to."""
    part = owner.related_parts.get(reference.id)
    if part is not None:
        yield from _READERS[reference.kind](part)


def _chart(part: Part) -> Iterator[Block]:
    """Yield a chart's titles, the names of its series and those of its categories."""
    words = [normal(content(each)).strip() for each in root(part).iter() if _is_label(each)]
    yield Block(BlockKind.PARAGRAPH, "\n".join(dict.fromkeys(word for word in words if word)))


def _is_label(element: Element) -> bool:
    """Tell whether an element is a paragraph of a title, or a cell of text the chart was drawn from."""
    around = element.getparent()
    is_cell = local(element) == "v" and around is not None and _is_cached_text(around.getparent())
    return is_cell or (local(element) == "p" and child(element, "r") is not None)


def _is_cached_text(element: Element | None) -> bool:
    return element is not None and local(element) in ("strCache", "lvl")


def _diagram(part: Part) -> Iterator[Block]:
    """Yield the texts of a SmartArt diagram."""
    texts = (normal(content(each)).strip() for each in root(part).iter() if local(each) == "p")
    return (Block(BlockKind.ITEM, f"{BULLET} {text}", 1) for text in texts if text)


def _chunk(part: Part) -> Iterator[Block]:
    """Yield the blocks of a chunk in HTML, in HTML packed as mail, or in plain text."""
    kind = part.content_type.rpartition("/")[2]
    if "html" in kind:
        return iter(blocks_of_html(LexborHTMLParser(decode(part.blob))))
    if kind == "rfc822":
        body = email.message_from_bytes(part.blob, policy=default).get_body(("html",))
        return iter(blocks_of_html(LexborHTMLParser(str(body.get_content())))) if body else iter(())
    return blocks_of_lines(decode(part.blob).split("\n")) if kind == "plain" else iter(())


_READERS: Mapping[str, Callable[[Part], Iterator[Block]]] = {
    "chart": _chart,
    "diagram": _diagram,
    "chunk": _chunk,
}
