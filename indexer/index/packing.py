"""Pages packed into bytes for keeping, and back."""

import json
import zlib
from dataclasses import asdict

from indexer.extraction.pages import Block, BlockKind, Page, TextOrigin


def packed(pages: tuple[Page, ...]) -> bytes:
    """Pack pages into compressed JSON."""
    return zlib.compress(json.dumps([asdict(page) for page in pages], ensure_ascii=False).encode())


def unpacked(kept: bytes) -> tuple[Page, ...]:
    """Return the pages that were packed."""
    return tuple(
        Page(page["number"], page["label"], tuple(map(_block, page["blocks"])), TextOrigin(page["origin"]))
        for page in json.loads(zlib.decompress(kept))
    )


def _block(kept: dict[str, object]) -> Block:
    rows = kept["rows"]
    cells = tuple(tuple(row) for row in rows) if isinstance(rows, list) else ()
    return Block(BlockKind(str(kept["kind"])), str(kept["text"]), int(str(kept["level"])), cells)
