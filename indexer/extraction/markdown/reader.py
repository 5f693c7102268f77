"""Reads Markdown files."""

import re
from pathlib import Path

from indexer.extraction.contents import Contents, numbered
from indexer.extraction.decoding import decode, read_bytes
from indexer.extraction.flow import width_of
from indexer.extraction.markdown.blocks import blocks_of_markdown
from indexer.extraction.markdown.lines import QUOTE
from indexer.extraction.titles import telling_title

#: Facts about the text in YAML, between lines of dashes at its very beginning.
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]*(['\"]?)(.*?)\1[ \t]*$", re.MULTILINE | re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read_markdown(path: Path) -> Contents:
    """Read Markdown; a form feed begins a page."""
    text = decode(read_bytes(path))
    front = _FRONT_MATTER.match(text)
    title = _TITLE.search(front.group(1) or "") if front else None
    body = _COMMENT.sub("", text[front.end() :] if front else text)
    pages = [[QUOTE.sub("", line) for line in page.split("\n")] for page in body.split("\f")]
    width = width_of([line for page in pages for line in page])
    return Contents(
        numbered(blocks_of_markdown(page, width) for page in pages),
        telling_title(title.group(2)) if title else "",
    )
