"""Reads DOCX files."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from docx.opc.part import Part

from indexer.extraction.contents import Contents, numbered
from indexer.extraction.docx.inline import PAGE_BREAK
from indexer.extraction.docx.notes import Notes
from indexer.extraction.docx.numbering import Numbering
from indexer.extraction.docx.package import Package, root
from indexer.extraction.docx.paragraphs import ParagraphReader
from indexer.extraction.docx.styles import Styles
from indexer.extraction.docx.walker import Step, Walker
from indexer.extraction.elements import Element, child
from indexer.extraction.errors import BrokenError
from indexer.extraction.pages import Block, BlockKind

TOOL = f"python-docx {version('python-docx')}"


class _Document:
    """A file with the styles and notes that all its parts share."""

    def __init__(self, path: Path) -> None:
        self.package = Package(path)
        self._styles = Styles(self.package.part("styles"))
        self._notes = Notes(self.package)

    def walk(self, part: Part, element: Element) -> Iterator[Step]:
        """Walk over an element of a part; lists are counted in each part anew."""
        numbering = Numbering(self.package.part("numbering"), self._styles)
        return Walker(part, ParagraphReader(self._styles, numbering), self._notes).walk(element)


def read_docx(path: Path) -> Contents:
    """Read the whole text of a DOCX file; running heads and feet stand on the first page, once each."""
    document = _Document(path)
    package = document.package
    body = child(package.document, "body")
    if body is None:
        raise BrokenError("It has no body.")
    first, *others = [*_pages(document.walk(package.main, body))] or [[]]
    heads, feet = _running(document, "header", BlockKind.HEADER), _running(document, "footer", BlockKind.FOOTER)
    return Contents(numbered([[*heads, *first, *feet], *others]), package.title, TOOL, package.authors)


def _pages(steps: Iterable[Step]) -> Iterator[list[Block]]:
    """Yield the blocks of each page.

    Word marks a page's end twice, as the writer's break and as its own when it last laid out the pages;
    so a break right behind another counts once.
    """
    page: list[Block] = []
    for step in steps:
        if isinstance(step, Block):
            page.append(step)
        elif page and step == PAGE_BREAK:
            yield page
            page = []
    if page:
        yield page


def _running(document: _Document, kind: str, block_kind: BlockKind) -> Iterator[Block]:
    """Yield the distinct texts of the headers or footers."""
    walks = (document.walk(part, root(part)) for part in document.package.parts(kind))
    texts = ["\n".join(step.text for step in walk if isinstance(step, Block)) for walk in walks]
    return (Block(block_kind, text) for text in dict.fromkeys(texts) if text)
