"""What extraction hands on: pages of blocks, and the outcome of reading."""

from dataclasses import dataclass
from enum import StrEnum

from indexer.extraction.picture import PlacedWord


class Outcome(StrEnum):
    """What reading a file came to."""

    TEXT = "text"
    NO_TEXT = "no_text"
    PASSWORD = "password"  # noqa: S105 - the outcome of a locked file, not a secret
    BROKEN = "broken"
    TOO_LARGE = "too_large"
    TIMED_OUT = "timed_out"
    UNSUPPORTED = "unsupported"


class BlockKind(StrEnum):
    """What a block is in its document's layout."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"


class TextOrigin(StrEnum):
    """Where a page's text comes from."""

    LAYER = "layer"
    OCR = "ocr"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table on a page, in reading order."""

    kind: BlockKind
    #: The text in NFC; of a table its rows on lines of their own, cells joined by " | ".
    text: str
    #: The depth of a heading (1 = topmost) or list item (1 = outermost); 0 where unknown.
    level: int = 0
    #: The cells of a table, row by row; empty for other blocks.
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a document."""

    #: Counted from 1 as the file counts.
    number: int
    #: As printed on the page ("iii", "12"); the number where the file says nothing.
    label: str
    blocks: tuple[Block, ...]
    #: Whether all the text is in the file, or the page's picture was read too, so that words may be misread.
    origin: TextOrigin = TextOrigin.LAYER
    #: Where words stand that were read in the page's picture; those in the file are found when it is drawn.
    words: tuple[PlacedWord, ...] = ()

    @property
    def text(self) -> str:
        """The page's whole text, a block a line."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one file."""

    outcome: Outcome
    media_type: str
    pages: tuple[Page, ...] = ()
    #: The title the file's own properties give, or "".
    title: str = ""
    #: ISO 639-1 code, or "" where too little text tells.
    language: str = ""
    #: The tool that read the text, with its version, e.g. "pypdfium2 5.15.2".
    tool: str = ""
    #: One English sentence on a failure, for the log, or the value of an `ocr.Lack`; wording for readers is made at
    #: the edge.
    detail: str = ""
    #: Who made or changed the file, as its own properties say; each name once.
    authors: tuple[str, ...] = ()
