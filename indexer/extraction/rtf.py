"""Reads RTF files."""

import re
from collections.abc import Iterator
from importlib.metadata import version
from itertools import groupby, islice
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from indexer.extraction.authors import MOST, named
from indexer.extraction.contents import Contents, numbered, table
from indexer.extraction.decoding import read_bytes
from indexer.extraction.errors import BrokenError
from indexer.extraction.flow import blocks_of_lines
from indexer.extraction.normal import normal
from indexer.extraction.pages import Block, BlockKind

TOOL = f"striprtf {version('striprtf')}"
#: What striprtf puts between the cells of a row.
CELL_BORDER = "|"

_SIGNATURE = b"{\\rtf"
_PROLOGUE = "{\\rtf1\\ansi "
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
#: OpenOffice wrote the mark of groups that may be skipped into groups that may not.
_STRAY_STAR = re.compile(r"(?<![{\s\\])\\\*(?=\\)")
_PEOPLE = re.compile(r"\{\\(?:author|operator|manager)\b")
_NAME = re.compile(r"\\[a-z]+ ?")


def read_rtf(path: Path) -> Contents:
    """Read an RTF file's paragraphs and tables; its running heads and feet stand on the first page."""
    content = read_bytes(path)
    if not content.lstrip().startswith(_SIGNATURE):
        raise BrokenError("It does not begin as RTF does.")
    source = content.decode("latin-1")
    first, *others = [list(_blocks(page)) for page in _text(source).split("\f")]
    heads, feet = _running(source, "header", BlockKind.HEADER), _running(source, "footer", BlockKind.FOOTER)
    return Contents(numbered([[*heads, *first, *feet], *others]), tool=TOOL, authors=named(_names(source)))


def _text(source: str) -> str:
    """Return the text of some RTF in normal form."""
    text = rtf_to_text(_STRAY_STAR.sub("", source), errors="ignore")  # type: ignore[no-untyped-call]
    # RTF writes characters beyond U+FFFF as two halves.
    return normal(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _names(source: str) -> Iterator[str]:
    """Yield who made and who changed a file."""
    # Each group is read to its end: a file that has many of them never ends one.
    for match in islice(_PEOPLE.finditer(source), MOST):
        yield _text(_PROLOGUE + _inside(source, match.start()) + "}")


def _running(source: str, name: str, kind: BlockKind) -> Iterator[Block]:
    """Yield the distinct texts of the headers or footers, which striprtf leaves out."""
    groups = (match.start() for match in re.finditer(rf"\{{\\{name}[lrf]?\b", source))
    texts = (" ".join(_text(_PROLOGUE + _inside(source, start) + "}").split()) for start in groups)
    return (Block(kind, text) for text in dict.fromkeys(texts) if text)


def _inside(source: str, start: int) -> str:
    """Return what stands in the group that begins here, behind its name."""
    depth = 0
    for match in _BRACE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if not depth:
            return _NAME.sub("", source[start + 1 : match.start()], count=1)
    return ""


def _blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a page."""
    for is_row, lines in groupby(text.split("\n"), key=lambda line: line.rstrip().endswith(CELL_BORDER)):
        if is_row:
            yield table([cell.strip() for cell in line.rstrip().split(CELL_BORDER)[:-1]] for line in lines)
        else:
            yield from blocks_of_lines(lines)
