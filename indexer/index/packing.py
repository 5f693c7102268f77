"""Pages packed into bytes for keeping, and back."""

import json
import zlib
from dataclasses import asdict, replace
from typing import Any

from indexer.extraction.pages import Block, BlockKind, Page, TextOrigin
from indexer.extraction.picture import PlacedWord, words_of


def packed(pages: tuple[Page, ...]) -> bytes:
    """Pack pages into compressed JSON, without the places of their words."""
    return _compressed([asdict(replace(page, words=())) for page in pages])


def unpacked(kept: bytes) -> tuple[Page, ...]:
    """Return the pages that were packed."""
    return tuple(
        Page(page["number"], page["label"], tuple(map(_block, page["blocks"])), TextOrigin(page["origin"]))
        for page in json.loads(zlib.decompress(kept))
    )


def packed_words(words: tuple[PlacedWord, ...]) -> bytes:
    """Pack the placed words of one page likewise."""
    return _compressed([asdict(word) for word in words])


def unpacked_words(kept: bytes) -> tuple[PlacedWord, ...]:
    """Return the words that were packed."""
    return words_of(json.loads(zlib.decompress(kept)))


def _compressed(fields: list[dict[str, Any]]) -> bytes:
    return zlib.compress(json.dumps(fields, ensure_ascii=False).encode())


def _block(kept: dict[str, object]) -> Block:
    rows = kept["rows"]
    cells = tuple(tuple(row) for row in rows) if isinstance(rows, list) else ()
    return Block(BlockKind(str(kept["kind"])), str(kept["text"]), int(str(kept["level"])), cells)
