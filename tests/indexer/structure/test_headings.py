"""Headings and the numbers of agenda items."""

import pytest

from indexer.extraction.pages import Block, BlockKind
from indexer.structure.headings import Heading, read_heading


@pytest.mark.parametrize(
    ("kind", "text", "heading"),
    [
        (BlockKind.PARAGRAPH, "TOP 1 - Begrüßung", Heading("1", "TOP 1 - Begrüßung")),
        (BlockKind.PARAGRAPH, "TOP 03. Berichte", Heading("3", "TOP 03. Berichte")),
        (BlockKind.PARAGRAPH, "Zu TOP 3.1: Wuppertal", Heading("3.1", "Zu TOP 3.1: Wuppertal")),
        (BlockKind.PARAGRAPH, "Tagesordnungspunkt 2: Mittel", Heading("2", "Tagesordnungspunkt 2: Mittel")),
        (BlockKind.HEADING, "2. Berichte", Heading("2", "2. Berichte")),
        (BlockKind.HEADING, "Ziel der Methode", Heading("", "Ziel der Methode")),
        # a numbered line in plain text may be an item of a list
        (BlockKind.PARAGRAPH, "2. Berichte", None),
        # a sentence is no heading, however it begins
        (BlockKind.PARAGRAPH, "TOP 3 wird vorgezogen. " * 6, None),
        (BlockKind.PARAGRAPH, "TOP 3", None),
        (BlockKind.ITEM, "TOP 3 Berichte", Heading("3", "TOP 3 Berichte")),
        (BlockKind.ITEM, "3. Berichte", None),
    ],
)  # fmt: skip
def test_headings_are_told_by_layout_or_by_top(kind: BlockKind, text: str, heading: Heading | None) -> None:
    assert read_heading(Block(kind, text)) == heading
