"""Writes blocks as Typst markup; words travel as string literals, so nothing in them is read as markup."""

import json
from collections.abc import Iterable

from documents.build.blocks import (
    Block,
    Box,
    Heading,
    Item,
    Listing,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    embolden,
)
from documents.build.tables import column_shares


def blocks_to_typst(blocks: Iterable[Block]) -> str:
    """Return the blocks as Typst markup."""
    return "\n\n".join(_block(block) for block in blocks)


def literal(text: str) -> str:
    """Return a Typst string literal; Typst's escapes for quotes and backslashes are JSON's."""
    return json.dumps(text, ensure_ascii=False)


def _block(block: Block) -> str:
    match block:
        case Heading(level, runs):
            return f"#heading(level: {level})[{_runs((Run(block.label), *runs))}]"
        case Paragraph(runs):
            return _runs(runs)
        case Listing():
            return _listing(block)
        case Table():
            return _table(block)
        case _:
            return _frame(block)


def _frame(block: Quote | Box | PageBreak) -> str:
    match block:
        case Quote(blocks):
            return f"#quote(block: true)[{blocks_to_typst(blocks)}]"
        case Box(blocks):
            return f"#kasten[{blocks_to_typst(blocks)}]"
        case PageBreak():
            return "#pagebreak(weak: true)"


def _listing(listing: Listing) -> str:
    items = ", ".join(_item(item) for item in listing.items)
    return f"#list({items})" if listing.start is None else f"#enum(start: {listing.start}, {items})"


def _item(item: Item) -> str:
    return f"[{blocks_to_typst(item.blocks)}]"


def _table(table: Table) -> str:
    columns = ", ".join(f"{share:.3f}fr" for share in column_shares(table))
    if not table.header:
        return f"#angaben(columns: ({columns},), {', '.join(map(_row, table.rows))})"
    head = _row(tuple(embolden(cell) for cell in table.header))
    return f"#table(columns: ({columns},), table.header({head}), {', '.join(map(_row, table.body))})"


def _row(cells: tuple[Runs, ...]) -> str:
    return ", ".join(f"[{_runs(cell)}]" for cell in cells)


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    lines = [f"#{literal(line)}" for line in run.text.split("\n")]
    text = "#linebreak()".join(lines)
    text = f"#emph[{text}]" if run.italic else text
    return f"#strong[{text}]" if run.bold else text
