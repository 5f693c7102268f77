"""Readings as JSON, for the way out of a child process.

Not pickle: a child that a hostile file has taken over could run code in its parent with it.
"""

import json
from dataclasses import asdict
from typing import Any

from indexer.extraction.pages import Block, BlockKind, Outcome, Page, Reading, TextOrigin
from indexer.extraction.picture import words_of


def encode(reading: Reading) -> bytes:
    """Write a reading as JSON in UTF-8."""
    return json.dumps(asdict(reading), ensure_ascii=False).encode()


def decode(message: bytes) -> Reading:
    """Make a reading of what `encode` wrote."""
    fields: dict[str, Any] = json.loads(message)
    fields["outcome"] = Outcome(fields["outcome"])
    fields["pages"] = tuple(map(_page, fields["pages"]))
    fields["authors"] = tuple(fields["authors"])
    return Reading(**fields)


def _page(fields: dict[str, Any]) -> Page:
    blocks = tuple(map(_block, fields["blocks"]))
    origin, words = TextOrigin(fields["origin"]), words_of(fields["words"])
    return Page(fields["number"], fields["label"], blocks, origin, words)


def _block(fields: dict[str, Any]) -> Block:
    rows = tuple(map(tuple, fields["rows"]))
    return Block(BlockKind(fields["kind"]), fields["text"], fields["level"], rows)
