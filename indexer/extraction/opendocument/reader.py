"""Reads OpenDocument files."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from indexer.extraction.authors import named
from indexer.extraction.contents import Contents, numbered
from indexer.extraction.elements import Element, attribute, child, children, local
from indexer.extraction.errors import BrokenError, LockedError
from indexer.extraction.opendocument.styles import Styles
from indexer.extraction.opendocument.walker import Step, Walker
from indexer.extraction.pages import Block, BlockKind
from indexer.extraction.titles import telling_title
from indexer.extraction.zipped import opened, part, spare_part

TOOL = f"lxml {version('lxml')}"
#: Properties that name who made, changed or printed a file.
_AUTHORS = ("initial-creator", "creator", "printed-by")


@dataclass(frozen=True, slots=True)
class _Document:
    """The parts of an OpenDocument file."""

    #: `office:text`, `office:presentation` or `office:spreadsheet`.
    body: Element
    styles: Element | None
    walker: Walker
    title: str
    authors: tuple[str, ...]


def read_odt(path: Path) -> Contents:
    """Read a text; its running heads and feet stand on the first page, once each."""
    with _opened(path, "text") as document:
        first, *others = [*_pages(document.walker.walk(document.body))] or [[]]
        heads, feet = _running(document, "header", BlockKind.HEADER), _running(document, "footer", BlockKind.FOOTER)
        return Contents(numbered([[*heads, *first, *feet], *others]), document.title, TOOL, document.authors)


def read_odp(path: Path) -> Contents:
    """Read a presentation, each slide a page, its notes behind it."""
    with _opened(path, "presentation") as document:
        slides = [list(_slide(document.walker, page)) for page in children(document.body, "page")]
        return Contents(numbered(slides), document.title, TOOL, document.authors)


def read_ods(path: Path) -> Contents:
    """Read a spreadsheet, each sheet a page under its name."""
    with _opened(path, "spreadsheet") as document:
        sheets = [list(_sheet(document.walker, sheet)) for sheet in children(document.body, "table")]
        return Contents(numbered(sheets), document.title, TOOL, document.authors)


@contextmanager
def _opened(path: Path, kind: str) -> Iterator[_Document]:
    """Open a file and find its body."""
    with opened(path) as archive:
        manifest = spare_part(archive, "META-INF/manifest.xml")
        if manifest is not None and any(local(each) == "encryption-data" for each in manifest.iter()):
            raise LockedError("It is encrypted.")
        content, styles = part(archive, "content.xml"), spare_part(archive, "styles.xml")
        body = child(content, "body", kind)
        if body is None:
            raise BrokenError(f"It has no body of the kind {kind}.")
        meta = child(spare_part(archive, "meta.xml"), "meta")
        title = child(meta, "title")
        yield _Document(
            body,
            styles,
            Walker(Styles(content, styles)),
            telling_title("" if title is None else title.text),
            named(each.text for name in _AUTHORS for each in children(meta, name)),
        )


def _pages(steps: Iterable[Step]) -> Iterator[list[Block]]:
    """Yield the blocks of each page; breaks with nothing between count once."""
    page: list[Block] = []
    for step in steps:
        if isinstance(step, Block):
            page.append(step)
        elif page:
            yield page
            page = []
    if page:
        yield page


def _running(document: _Document, name: str, kind: BlockKind) -> Iterator[Block]:
    """Yield the distinct texts of the headers or footers: title and date may stand only there."""
    masters = children(child(document.styles, "master-styles"), "master-page")
    walker = Walker(Styles(document.styles))
    texts = [walker.text(each) for master in masters for each in master if local(each).startswith(name)]
    return (Block(kind, text) for text in dict.fromkeys(texts) if text)


def _slide(walker: Walker, page: Element) -> Iterator[Block]:
    """Yield a slide's title, text and notes."""
    for frame in page:
        blocks = [step for step in walker.read(frame) if isinstance(step, Block)]
        is_title = attribute(frame, "class") == "title"
        yield from (Block(BlockKind.HEADING, block.text, 1) if is_title else block for block in blocks)
    notes = child(page, "notes")
    text = "" if notes is None else walker.text(notes)
    yield Block(BlockKind.NOTE, text)


def _sheet(walker: Walker, sheet: Element) -> Iterator[Block]:
    """Yield a sheet's name and its table."""
    yield Block(BlockKind.HEADING, attribute(sheet, "name"), 1)
    yield from (step for step in walker.table(sheet) if isinstance(step, Block))
