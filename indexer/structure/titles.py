"""What a document is called: by its own first heading, its file's properties or its file's name."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.extraction.titles import telling_title
from indexer.structure.methods.card import Fact

#: A longer line is a sentence.
LONGEST_TITLE = 160
#: A heading this deep does not name the whole document.
DEEPEST_TITLE = 2
#: Blocks at the start of a document among which its title stands.
_AT_THE_START = 6

#: Lines that say something about the file, or nothing: "Beispieldokument (erfunden)", "Seite 1 von 3", "Protokoll".
_NO_TITLE = re.compile(
    r"(?:beispiel|muster)(?:dokument|text|datei)\b.*|seite\s+\d.*|[\W\d]*|entwurf|inhalt(?:sverzeichnis)?"
    r"|(?:agenda|tagesordnung|top\s*\d.*|anwesend\w*|teilnehm\w*|ablauf|ziele?)\W*|(?:stand|datum)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def heading_title(pages: Iterable[Page]) -> Fact | None:
    """Return the first heading that names the document; in a text without headings, a short first line."""
    blocks = [(page.number, block) for page in pages for block in page.blocks]
    read = [(number, block) for number, block in blocks if block.kind not in (BlockKind.HEADER, BlockKind.FOOTER)]
    for candidates in (_headings(read), _first_lines(read)):
        for number, block in candidates:
            text = " ".join(block.text.split())
            if len(text) <= LONGEST_TITLE and not _NO_TITLE.fullmatch(text):
                return Fact(text, number)
    return None


_Placed = tuple[int, Block]


def _headings(blocks: list[_Placed]) -> Iterator[_Placed]:
    """Yield headings that may name the whole document: topmost and early."""
    for number, block in blocks[:_AT_THE_START]:
        if block.kind is BlockKind.HEADING and block.level <= DEEPEST_TITLE:
            yield number, block


def _first_lines(blocks: list[_Placed]) -> Iterator[_Placed]:
    for number, block in blocks[:2]:
        if block.kind is BlockKind.PARAGRAPH and ":" not in block.text.rstrip(":")[:25]:
            yield number, block


def file_name_title(file_name: str) -> str:
    """Return a file's name as words: "RT-Ost_Neubrandenburg" → "RT-Ost Neubrandenburg"; "" where it says nothing."""
    stem = PurePath(file_name).stem.replace("_", " ")
    if " " not in stem:
        stem = stem.replace("-", " ")
    words = " ".join(stem.split())
    return telling_title(words) if _LETTERS.search(words) else ""
