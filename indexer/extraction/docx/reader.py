"""Reads DOCX files."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from indexer.extraction.contents import Contents, numbered
from indexer.extraction.docx.inline import PAGE_BREAK
from indexer.extraction.docx.notes import Notes
from indexer.extraction.docx.numbering import Numbering
from indexer.extraction.docx.package import Package
from indexer.extraction.docx.paragraphs import ParagraphReader
from indexer.extraction.docx.styles import Styles
from indexer.extraction.docx.walker import Step, Walker
from indexer.extraction.elements import child
from indexer.extraction.errors import BrokenError
from indexer.extraction.pages import Block, BlockKind
from indexer.extraction.zipped import core_title, opened

TOOL = f"lxml {version('lxml')}"


def read_docx(path: Path) -> Contents:
    """Read the whole text of a DOCX file; running heads and feet stand on the first page, once each."""
    with opened(path) as archive:
        package = Package(archive)
        body = child(package.document, "body")
        if body is None:
            raise BrokenError("It has no body.")
        first, *others = [*_pages(_walker(package).walk(body))] or [[]]
        heads, feet = _running(package, "header", BlockKind.HEADER), _running(package, "footer", BlockKind.FOOTER)
        return Contents(numbered([[*heads, *first, *feet], *others]), core_title(archive), TOOL)


def _walker(package: Package) -> Walker:
    """Make what reads the text with the document's styles, lists and notes."""
    styles = Styles(package.part("styles"))
    numbering = Numbering(package.part("numbering"), styles)
    return Walker(ParagraphReader(styles, numbering), Notes(package))


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


def _running(package: Package, kind: str, block_kind: BlockKind) -> Iterator[Block]:
    """Yield the distinct texts of the headers or footers."""
    walker = _walker(package)
    texts = [
        "\n".join(step.text for step in walker.walk(each) if isinstance(step, Block)) for each in package.parts(kind)
    ]
    return (Block(block_kind, text) for text in dict.fromkeys(texts) if text)
